package dev.galley.cli;

import dev.galley.check.Check;
import dev.galley.check.CheckInfo;
import dev.galley.check.CheckPages;
import dev.galley.check.Checks;
import dev.galley.text.Printable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code galley explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Prints the page of a check: what it says, why, and what to do about it.",
    footer = {"", "Example: galley explain series/cover-diffstat"})
final class ExplainCommand implements Callable<Integer> {

  private static final int NEAR_ENOUGH = 6;

  private final Terminal terminal;

  @Parameters(paramLabel = "CHECK", description = "Its id, as in brackets behind a finding.")
  private String id = "";

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Failure {
    List<Check> checks = Checks.all();
    Optional<Check> check =
        checks.stream().filter(known -> known.info().id().equals(id)).findFirst();
    if (check.isEmpty()) {
      throw unknown(checks.stream().map(known -> known.info().id()).toList());
    }
    CheckInfo info = check.get().info();
    terminal.out().print(head(info));
    terminal.out().print(CheckPages.explanation(info.id()).map(text -> "\n" + text).orElse(""));
    terminal.out().flush();
    return ExitStatus.CLEAN;
  }

  private static String head(CheckInfo info) {
    String needs =
        switch (info.needs()) {
          case MAILS -> "the mails alone";
          case BASE -> "a base tree (--base DIR)";
          case HISTORY -> "a base with its history (--base REPOSITORY)";
        };
    return info.id()
        + ": "
        + info.summary()
        + "\n  severity  "
        + info.severity().label()
        + "\n  nature    "
        + info.nature().name().toLowerCase(Locale.ROOT)
        + "\n  needs     "
        + needs
        + "\n  source    "
        + info.source()
        + "\n";
  }

  private Failure unknown(List<String> ids) {
    Optional<String> nearest =
        ids.stream()
            .min(Comparator.comparingInt(known -> distance(known, id)))
            .filter(known -> distance(known, id) <= NEAR_ENOUGH || known.endsWith("/" + id));
    String guess = nearest.map(known -> "Did you mean " + known + "? ").orElse("");
    return new Failure(
        "there is no check \"" + Printable.line(id) + "\"\n  " + guess + "All ids: galley checks");
  }

  /** Levenshtein's distance; a name without its group is as near as the whole id. */
  static int distance(String known, String given) {
    if (known.endsWith("/" + given)) {
      return 1;
    }
    int[] row = new int[given.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= known.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (known.charAt(i - 1) == given.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[given.length()];
  }
}

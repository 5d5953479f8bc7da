package dev.galley.cli;

import dev.galley.check.Check;
import dev.galley.check.CheckInfo;
import dev.galley.check.Checks;
import dev.galley.text.Columns;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code galley checks}. */
@Command(
    name = "checks",
    mixinStandardHelpOptions = true,
    description = "Lists the checks: id, severity, nature, what they need, what they say.",
    footer = {
      "",
      "Checks of form are one step milder in an RFC series; those of substance are not.",
      "A check that lacks what it needs is shown as not checked, never as passed."
    })
final class ChecksCommand implements Callable<Integer> {

  private final Terminal terminal;

  // Picocli leaves it null when the option is not given.
  @Option(names = "--group", paramLabel = "GROUP", description = "Only series, patch, mail, ….")
  private @Nullable String group;

  ChecksCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Failure {
    List<CheckInfo> infos = Checks.all().stream().map(Check::info).toList();
    Optional<String> wanted = Optional.ofNullable(group);
    List<CheckInfo> shown =
        infos.stream()
            .filter(info -> wanted.isEmpty() || groupOf(info).equals(wanted.get()))
            .toList();
    if (shown.isEmpty()) {
      TreeSet<String> groups = new TreeSet<>(infos.stream().map(ChecksCommand::groupOf).toList());
      throw new Failure(
          "no checks in group \""
              + Printable.line(wanted.orElse(""))
              + "\"; there are: "
              + String.join(", ", groups));
    }
    table(shown);
    return ExitStatus.CLEAN;
  }

  private static String groupOf(CheckInfo info) {
    return info.id().substring(0, info.id().indexOf('/'));
  }

  private void table(List<CheckInfo> infos) {
    List<List<String>> rows = new ArrayList<>();
    for (CheckInfo info : infos) {
      rows.add(
          List.of(
              info.id(),
              info.severity().label(),
              word(info.nature()),
              word(info.needs()),
              info.summary()));
    }
    int[] widths = new int[4];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        out.append(Columns.pad(row.get(i), widths[i])).append("  ");
      }
      out.append(row.get(widths.length)).append('\n');
    }
    terminal.out().print(out);
    terminal.out().flush();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}

package dev.galley.testkit;

import dev.galley.check.Check;
import dev.galley.check.CheckInfo;
import dev.galley.check.CheckPages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Makes {@code docs/checks/}: annotation, hand-written explanation and the case {@code example}.
 */
public final class CheckDocs {

  /** Where the pages are. */
  public static final Path FOLDER = Path.of("docs", "checks");

  private static final String MADE =
      "<!-- Made from the check's annotation, its explanation and its example: do not edit. -->\n\n";

  private CheckDocs() {}

  /** {@code patch/whitespace} stands in {@code patch-whitespace.md}. */
  public static Path file(Check check) {
    return FOLDER.resolve(check.info().id().replace('/', '-') + ".md");
  }

  /** The page of one check. */
  public static String page(Check check) {
    CheckInfo info = check.info();
    StringBuilder page = new StringBuilder(MADE);
    page.append("# ").append(info.id()).append("\n\n").append(info.summary()).append(".\n\n");
    page.append("| | |\n|---|---|\n");
    page.append("| Severity | ").append(info.severity().label()).append(" |\n");
    page.append("| About | ").append(nature(info)).append(" |\n");
    page.append("| Needs | ").append(needs(info)).append(" |\n");
    page.append("| Source | ").append(info.source()).append(" |\n\n");
    page.append(CheckPages.explanation(info.id()).orElse("")).append('\n');
    CheckFixture.of(info.id()).stream()
        .filter(fixture -> fixture.name().equals("example"))
        .findFirst()
        .ifPresent(fixture -> example(fixture, page));
    return page.toString().stripTrailing() + "\n";
  }

  private static void example(CheckFixture fixture, StringBuilder page) {
    page.append("## Example\n\n");
    fixture.notes().stream()
        .filter(note -> !note.matches("(?:order|line ends) matters?:.*"))
        .forEach(note -> page.append(note).append('\n'));
    page.append("\n```text\n").append(fixture.expected()).append("```\n\n");
    page.append("The mails are in `")
        .append(fixture.mbox().toString().replace('\\', '/'))
        .append("`.\n");
  }

  private static String nature(CheckInfo info) {
    return switch (info.nature()) {
      case FORM -> "form: one step milder in an RFC series";
      case SUBSTANCE -> "substance: the same in an RFC series";
    };
  }

  private static String needs(CheckInfo info) {
    return switch (info.needs()) {
      case MAILS -> "the mails alone";
      case BASE -> "a base tree";
      case HISTORY -> "a base with its history";
    };
  }

  /** The table of all checks. */
  public static String index(List<Check> checks) {
    StringBuilder page = new StringBuilder(MADE).append("# Checks\n\n");
    page.append("| check | severity | what it says |\n|---|---|---|\n");
    for (Check check : checks) {
      CheckInfo info = check.info();
      page.append("| [")
          .append(info.id())
          .append("](")
          .append(file(check).getFileName())
          .append(") | ")
          .append(info.severity().label().toLowerCase(Locale.ROOT))
          .append(" | ")
          .append(info.summary())
          .append(" |\n");
    }
    return page.toString();
  }
}

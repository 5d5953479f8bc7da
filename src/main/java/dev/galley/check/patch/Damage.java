package dev.galley.check.patch;

import dev.galley.finding.Fact;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a mail program did to a diff on its way.
 *
 * @param message what happened, as a finding says it
 * @param breaksHunks whether hunks end early for it, so that their counts are a symptom only
 * @param offset octet of the diff where it shows first
 * @param lines up to three lines that show it
 * @param facts counts
 */
record Damage(
    String message, boolean breaksHunks, int offset, List<String> lines, List<Fact> facts) {

  /** What is said of a mail that brings its own line ends into the diff. */
  static final String RETURNS =
      "every line of the diff ends with a carriage return that the mail brought along";

  private static final int SHOWN = 3;

  /** A line that was wrapped was at least that long before. */
  private static final int WRAPS_FROM = 40;

  private static final int LOOK_AHEAD = 30;

  /** A no-break space in UTF-8. */
  private static final Bytes NO_BREAK = Bytes.utf8("\u00a0");

  /** First characters of the lines of a hunk, and of the next hunk. */
  private static final String MARKERS = " +-@\\";

  /** Kernel files whose lines are indented with tabs. */
  private static final Set<String> TABBED = Set.of("c", "h", "s", "dts", "dtsi", "dtso");

  private static final Set<String> TABBED_NAMES = Set.of("Makefile", "Kconfig", "Kbuild");

  static List<Damage> in(SeriesPatch patch) {
    Optional<Damage> undecoded = undecoded(patch);
    Optional<Damage> broken = undecoded.or(() -> leadingBlankLost(patch)).or(() -> wrapped(patch));
    return Stream.of(
            broken,
            returnsAdded(patch),
            tabsLost(patch),
            broken.isPresent() ? Optional.<Damage>empty() : noBreakSpaces(patch),
            undecoded.isPresent() ? Optional.<Damage>empty() : encoded(patch))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Hunks stop early at lines that end as only quoted-printable ends them. */
  private static Optional<Damage> undecoded(SeriesPatch patch) {
    Bytes diff = patch.diff().bytes();
    List<Hunk> hit =
        incomplete(patch).stream()
            .filter(hunk -> lineAt(diff, hunk.span().end()).strip().equals("=20"))
            .toList();
    return hit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Damage(
                "quoted-printable was not decoded",
                true,
                hit.get(0).span().end(),
                List.of(show(diff, hit.get(0).span().end())),
                List.of(Fact.of("hunks cut short by it", hit.size()))));
  }

  /** A hunk stops early at a line that is the rest of the line before it. */
  private static Optional<Damage> wrapped(SeriesPatch patch) {
    Bytes diff = patch.diff().bytes();
    List<String> shown = new ArrayList<>();
    int first = -1;
    int count = 0;
    for (Hunk hunk : incomplete(patch)) {
      int rest = hunk.span().end();
      int last = lastLine(hunk);
      if (isWrapped(diff, last, rest)) {
        first = first < 0 ? last : first;
        count++;
        if (shown.size() < SHOWN - 1) {
          shown.add(show(diff, last));
          shown.add(show(diff, rest));
        }
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(
            new Damage(
                "a mailer wrapped long lines of the diff",
                true,
                first,
                shown,
                List.of(Fact.of("hunks cut short by it", count))));
  }

  /** The last line of the body, or the heading where there is no body. */
  private static int lastLine(Hunk hunk) {
    return hunk.lines().isEmpty()
        ? hunk.span().start()
        : hunk.lines().get(hunk.lines().size() - 1).span().start();
  }

  private static boolean isWrapped(Bytes diff, int last, int rest) {
    String after = lineAt(diff, diff.nextLine(rest));
    return lineAt(diff, last).length() >= WRAPS_FROM
        && isUnmarked(lineAt(diff, rest))
        && !after.isEmpty()
        && MARKERS.indexOf(after.charAt(0)) >= 0;
  }

  /** Whether a line is neither one of a hunk nor the header of the next change. */
  private static boolean isUnmarked(String line) {
    return !line.isBlank()
        && !line.startsWith("diff ")
        && !line.startsWith("Index: ")
        && MARKERS.indexOf(line.charAt(0)) < 0;
  }

  /** Hunks stop early, and what follows is changed lines among lines without any marker. */
  private static Optional<Damage> leadingBlankLost(SeriesPatch patch) {
    Bytes diff = patch.diff().bytes();
    List<Hunk> hit =
        incomplete(patch).stream()
            .filter(hunk -> !isWrapped(diff, lastLine(hunk), hunk.span().end()))
            .filter(hunk -> isMixedWithUnmarked(diff, hunk.span().end()))
            .toList();
    return hit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Damage(
                startsWithNoBreak(diff, hit.get(0).span().end())
                    ? "a mailer turned blanks into no-break spaces (U+00A0)"
                    : "a mailer took the blank at the start of context lines away",
                true,
                hit.get(0).span().end(),
                List.of(show(diff, hit.get(0).span().end())),
                List.of(Fact.of("hunks cut short by it", hit.size()))));
  }

  private static boolean startsWithNoBreak(Bytes diff, int from) {
    int end = from + NO_BREAK.length();
    return end <= diff.length() && diff.slice(from, end).equals(NO_BREAK);
  }

  private static boolean isMixedWithUnmarked(Bytes diff, int from) {
    int unmarked = 0;
    int changed = 0;
    int at = from;
    for (int i = 0; i < LOOK_AHEAD && at < diff.length(); i++) {
      String line = lineAt(diff, at);
      if (line.startsWith("@@") || line.startsWith("diff ") || line.startsWith("-- ")) {
        break;
      }
      unmarked += isUnmarked(line) ? 1 : 0;
      changed += line.startsWith("+") || line.startsWith("-") ? 1 : 0;
      at = diff.nextLine(at);
    }
    return unmarked >= 2 && changed >= 1 && isUnmarked(lineAt(diff, from));
  }

  /** Every line ends with a carriage return, which the mail's own line ends do not explain. */
  private static Optional<Damage> returnsAdded(SeriesPatch patch) {
    List<HunkLine> lines = lines(patch, file -> true);
    boolean old = lines.stream().anyMatch(line -> !line.isAdded());
    if (lines.isEmpty() || !lines.stream().allMatch(line -> line.text().endsWith("\r"))) {
      return Optional.empty();
    }
    boolean proven =
        patch.diff().files().stream().anyMatch(file -> BlobHash.isWithoutReturns(file));
    return old || proven
        ? Optional.of(of(RETURNS, patch, lines, List.of(Fact.of("lines", lines.size()))))
        : Optional.empty();
  }

  /** No tab in any line of files that are indented with tabs, and indents of eight blanks. */
  private static Optional<Damage> tabsLost(SeriesPatch patch) {
    List<HunkLine> lines = lines(patch, Damage::isTabbed);
    if (lines.stream().anyMatch(line -> line.text().indexOf('\t', 0) >= 0)) {
      return Optional.empty();
    }
    List<HunkLine> eight =
        lines.stream().filter(line -> !line.isAdded() && indent(line) >= 8).toList();
    long odd = lines.stream().filter(line -> indent(line) % 8 == 4).count();
    if (eight.size() < 5 || odd * 4 > eight.size()) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            "a mailer turned tabs into blanks",
            patch,
            eight,
            List.of(
                Fact.of("old lines indented by 8 blanks or more", eight.size()),
                Fact.of("lines with a tab", 0))));
  }

  private static int indent(HunkLine line) {
    int at = 0;
    while (at < line.text().length() && line.text().at(at) == ' ') {
      at++;
    }
    return at == line.text().length() ? 0 : at;
  }

  /** No-break spaces among the blanks of an indent. */
  private static Optional<Damage> noBreakSpaces(SeriesPatch patch) {
    List<HunkLine> found =
        lines(patch, file -> true).stream().filter(Damage::hasNoBreakIndent).toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(
                "a mailer put no-break spaces (U+00A0) into the indent",
                patch,
                found,
                List.of(Fact.of("lines", found.size()))));
  }

  private static boolean hasNoBreakIndent(HunkLine line) {
    String text = line.text().from(0).utf8();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u00a0') {
        return true;
      }
      if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return false;
  }

  /** Quoted-printable or HTML that nobody decoded. */
  private static Optional<Damage> encoded(SeriesPatch patch) {
    List<HunkLine> lines = lines(patch, Damage::isTabbed);
    List<HunkLine> quoted =
        lines.stream()
            .filter(line -> has(line, "=3D") || has(line, "=09") || line.text().endsWith("=20"))
            .toList();
    if (quoted.size() >= 2) {
      return Optional.of(
          of(
              "quoted-printable was not decoded",
              patch,
              quoted,
              List.of(Fact.of("lines with =3D, =09 or =20", quoted.size()))));
    }
    List<HunkLine> html =
        lines.stream()
            .filter(
                line -> has(line, "-&gt;") || has(line, "&amp;&amp;") || has(line, "#include &lt;"))
            .toList();
    return html.isEmpty()
        ? Optional.empty()
        : Optional.of(
            of(
                "HTML entities stand where characters of the source should be",
                patch,
                html,
                List.of(Fact.of("lines with -&gt;, &amp;&amp; or &lt;", html.size()))));
  }

  private static boolean has(HunkLine line, String ascii) {
    return line.text().indexOf(ascii, 0) >= 0;
  }

  private static Damage of(
      String message, SeriesPatch patch, List<HunkLine> found, List<Fact> facts) {
    Bytes diff = patch.diff().bytes();
    return new Damage(
        message,
        false,
        found.get(0).span().start(),
        found.stream().limit(SHOWN).map(line -> show(diff, line.span().start())).toList(),
        facts);
  }

  private static boolean isTabbed(FileChange file) {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return TABBED_NAMES.contains(name)
        || (dot >= 0 && TABBED.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }

  private static List<HunkLine> lines(SeriesPatch patch, Predicate<FileChange> of) {
    return patch.diff().files().stream()
        .filter(of)
        .map(FileChange::hunks)
        .flatMap(List::stream)
        .map(Hunk::lines)
        .flatMap(List::stream)
        .toList();
  }

  private static List<Hunk> incomplete(SeriesPatch patch) {
    return patch.diff().files().stream()
        .map(FileChange::hunks)
        .flatMap(List::stream)
        .filter(hunk -> !hunk.complete())
        .toList();
  }

  private static String lineAt(Bytes diff, int offset) {
    int start = Math.min(offset, diff.length());
    int end = Math.min(diff.nextLine(start), start + 300);
    return diff.slice(start, end).utf8().stripTrailing();
  }

  private static String show(Bytes diff, int offset) {
    return Printable.block(lineAt(diff, offset)).replace("\u00a0", "\\u{a0}");
  }
}

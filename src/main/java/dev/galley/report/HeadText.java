package dev.galley.report;

import dev.galley.mail.PatchMail;
import dev.galley.patch.NetDiffstat;
import dev.galley.review.ReviewResult;
import dev.galley.review.ReviewResult.BaseInfo;
import dev.galley.review.ReviewResult.PatchVerdict;
import dev.galley.series.CollectedTrailer;
import dev.galley.series.Series;
import dev.galley.series.Series.Duplicate;
import dev.galley.text.Columns;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first lines of a text report: what was reviewed, against what, and what else was seen. */
final class HeadText {

  private static final String SEPARATOR = " · ";
  private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2}) ([A-Z][a-z]{2}) (\\d{4})\\b");

  private final ReviewResult result;
  private final Series series;
  private final ReportOptions options;
  private final Ink ink;

  HeadText(ReviewResult result, ReportOptions options, Ink ink) {
    this.result = result;
    this.series = result.series();
    this.options = options;
    this.ink = ink;
  }

  void writeTo(StringBuilder out) {
    title(out);
    flow(List.of(counts(), base(), result.profile() + " profile"), out);
    List<String> seen = new ArrayList<>(offsets());
    seen.addAll(duplicates());
    seen.addAll(trailers());
    if (!seen.isEmpty()) {
      flow(seen, out);
    }
  }

  private void title(StringBuilder out) {
    Optional<PatchMail> head = Whereabouts.head(series);
    String title = Printable.line(head.map(PatchMail::taggedSubject).orElse(series.title()));
    String by =
        Printable.line(
            head.map(mail -> mail.authorName() + ", " + day(mail.date())).orElse("nobody known"));
    int space = options.width() - Columns.width(title) - Columns.width(by);
    out.append(ink.bold(title));
    out.append(space >= 2 ? " ".repeat(space) : "\n  ").append(by).append('\n');
  }

  /** {@code 4 Jun 2026} of a mail's date; the date as it stands when it has no such form. */
  private static String day(String date) {
    Matcher found = DAY.matcher(date);
    return found.find() ? found.group(1) + " " + found.group(2) + " " + found.group(3) : date;
  }

  private String counts() {
    NetDiffstat net = NetDiffstat.of(series.patches().stream().map(patch -> patch.diff()).toList());
    int here = series.patches().size();
    String patches =
        series.isComplete()
            ? here + (here == 1 ? " patch" : " patches")
            : here + " of " + series.total() + " patches";
    return patches
        + ", "
        + Words.count(net.files().size(), "file")
        + ", +"
        + net.added()
        + " -"
        + net.removed();
  }

  private String base() {
    if (result.base().isEmpty()) {
      return "no base";
    }
    BaseInfo base = result.base().get();
    StringBuilder text = new StringBuilder("base ").append(Printable.line(base.description()));
    text.append(" (");
    if (base.indexLines() > 0) {
      text.append(base.matched()).append(" of ").append(base.indexLines());
      text.append(" index lines match; ");
    }
    return text.append(base.guessed() ? "guessed" : "given").append(')').toString();
  }

  private List<String> offsets() {
    Set<Integer> moved = new TreeSet<>();
    for (PatchVerdict patch : result.patches()) {
      if (patch.state() == PatchVerdict.State.APPLIES_WITH_OFFSET) {
        moved.add(patch.number());
      }
    }
    return moved.isEmpty()
        ? List.of()
        : List.of(
            Words.patches(moved) + (moved.size() == 1 ? " applies" : " apply") + " with an offset");
  }

  private List<String> duplicates() {
    Set<Integer> same = new TreeSet<>();
    Set<Integer> other = new TreeSet<>();
    for (Duplicate duplicate : series.duplicates()) {
      (duplicate.sameContent() ? same : other).add(duplicate.patch());
    }
    List<String> lines = new ArrayList<>();
    if (!same.isEmpty()) {
      lines.add(copies(same) + " arrived more than once: same content, one reviewed");
    }
    if (!other.isEmpty()) {
      lines.add(copies(other) + " arrived more than once with different content");
    }
    return lines;
  }

  private static String copies(Set<Integer> numbers) {
    Set<Integer> patches = new TreeSet<>(numbers);
    boolean cover = patches.remove(0);
    if (patches.isEmpty()) {
      return "the cover letter";
    }
    return (cover ? "the cover letter and " : "") + Words.patches(patches);
  }

  private List<String> trailers() {
    Map<String, Set<Integer>> byWho = new LinkedHashMap<>();
    for (CollectedTrailer collected : series.collected()) {
      String value = collected.trailer().value();
      int address = value.indexOf('<');
      String name = address > 0 ? value.substring(0, address).strip() : value;
      String who = Printable.line(collected.trailer().key() + ": " + name);
      byWho.computeIfAbsent(who, key -> new TreeSet<>()).add(collected.patch());
    }
    List<String> lines = new ArrayList<>();
    byWho.forEach(
        (who, patches) ->
            lines.add(
                who
                    + (patches.contains(0) ? " on the series" : " on " + Words.ranges(patches))
                    + " (from a reply)"));
    return lines;
  }

  /** Joins parts with dots, breaking lines between parts where one would be too long. */
  private void flow(List<String> parts, StringBuilder out) {
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      if (line.length() > 0
          && Columns.width(line.toString()) + SEPARATOR.length() + Columns.width(part)
              > options.width()) {
        out.append(line).append('\n');
        line.setLength(0);
      }
      line.append(line.length() > 0 ? SEPARATOR : "").append(part);
    }
    out.append(line).append('\n');
  }
}

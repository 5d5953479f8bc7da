package dev.galley.report;

import dev.galley.finding.Fact;
import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.series.Series;
import dev.galley.text.Columns;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** One finding as text: the line that editors understand, its excerpt, facts and fix. */
final class FindingText {

  private static final int GUTTER = 7;

  /** Lines of code and mails are meant to fit in this; they are not cut for a narrow terminal. */
  private static final int LINE = 80;

  private static final String INDENT = " ".repeat(GUTTER + 3);

  private final Series series;
  private final ReportOptions options;
  private final Ink ink;

  FindingText(Series series, ReportOptions options, Ink ink) {
    this.series = series;
    this.options = options;
    this.ink = ink;
  }

  void write(Finding finding, StringBuilder out) {
    boolean open = finding.status().isOpen();
    String place = Whereabouts.label(series, finding.place());
    String severity = finding.severity().label();
    String message = Printable.line(finding.message()) + oldSide(finding.place());
    String check = "[" + finding.check() + "]";
    if (open) {
      out.append(ink.bold(place)).append(": ");
      out.append(ink.severity(finding.severity(), severity)).append(": ");
      out.append(message).append(' ').append(ink.dim(check)).append('\n');
    } else {
      String line = place + ": " + severity + ": " + message + " " + check;
      out.append(ink.dim(line + " (" + Printable.line(finding.status().label()) + ")"));
      out.append('\n');
    }
    excerpt(finding, open, out);
    for (String line : evidence(finding)) {
      out.append(INDENT).append(open ? line : ink.dim(line)).append('\n');
    }
  }

  private static String oldSide(Place place) {
    return Whereabouts.isOld(place) ? " (line before the patch)" : "";
  }

  private void excerpt(Finding finding, boolean open, StringBuilder out) {
    Place place = finding.place();
    long number = Whereabouts.excerptLine(series, place);
    for (String raw : finding.excerpt()) {
      boolean counts = number > 0 && (!place.isInTree() || isOn(place.side(), raw));
      String shown = counts ? Long.toString(number++) : "";
      String gutter = " ".repeat(Math.max(GUTTER - shown.length(), 0)) + shown + " │ ";
      String text = Columns.fit(visible(raw), Math.max(options.width() - gutter.length(), LINE));
      out.append(ink.dim(gutter));
      out.append(open ? ink.diffLine(text) : ink.dim(text)).append('\n');
    }
  }

  /** Whether a line of a hunk stands in the file on that side. */
  private static boolean isOn(Side side, String line) {
    return !line.startsWith(side == Side.NEW ? "-" : "+");
  }

  /** The line with tabs as wide as a terminal shows them, and blanks at its end made visible. */
  private static String visible(String raw) {
    String line = Printable.block(raw.replace("\n", "\\n"));
    int end = line.length();
    // The first column is the marker of a diff: an empty context line has nothing to show.
    while (end > 1 && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
      end--;
    }
    String blanks = line.substring(end).replace(' ', '·').replace('\t', '→');
    return Columns.expandTabs(line.substring(0, end)) + blanks;
  }

  private List<String> evidence(Finding finding) {
    List<String> lines = new ArrayList<>();
    int widest = 0;
    for (Fact fact : finding.facts()) {
      widest = Math.max(widest, Columns.width(Printable.line(fact.key())));
    }
    for (Fact fact : finding.facts()) {
      hang(Columns.pad(Printable.line(fact.key()), widest) + "  ", fact.value(), lines);
    }
    if (!finding.fix().isEmpty()) {
      hang("fix: ", finding.fix(), lines);
    }
    return lines;
  }

  /** A label, and a value of one or more lines beside it. */
  private void hang(String label, String value, List<String> lines) {
    int indent = Columns.width(label);
    int room = Math.max(options.width() - INDENT.length() - indent, 20);
    String lead = label;
    for (String line : value.split("\n", -1)) {
      String safe = Columns.expandTabs(Printable.block(line));
      for (String part : Columns.wrap(safe, room)) {
        lines.add((lead + part).stripTrailing());
        lead = " ".repeat(indent);
      }
    }
  }
}

package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A hunk while its lines come in. */
final class OpenHunk {

  private final Bytes bytes;
  private final LineToken first;
  private final @Nullable Heading heading;
  private int context;
  private int removed;
  private int added;
  private int end;

  OpenHunk(Bytes bytes, LineToken first) {
    this.bytes = bytes;
    this.first = first;
    this.heading = Heading.read(bytes, first.start(), first.end());
    this.end = first.end();
  }

  void line(LineToken token) {
    switch (token.getType()) {
      case UnifiedDiff.CONTEXT -> context += token.lines();
      case UnifiedDiff.REMOVED -> removed += token.lines();
      case UnifiedDiff.ADDED -> added += token.lines();
      default -> {}
    }
    end = token.end();
  }

  /**
   * The finished hunk.
   *
   * @param name what to call it in problems
   */
  Hunk close(String name, List<Problem> problems) {
    Hunk.Tally tally = new Hunk.Tally(context, removed, added);
    Span span = new Span(first.start(), end);
    if (heading == null) {
      problems.add(
          Problem.error(new Span(first.start(), first.end()), name + " has an unreadable heading"));
      Hunk.Range none = new Hunk.Range(0, 0, 0, 0);
      return Hunk.inDiff(bytes, none, Bytes.EMPTY, tally, false, span, first.end());
    }
    boolean counted =
        heading.oldCount() == context + removed && heading.newCount() == context + added;
    if (first.getType() == UnifiedDiff.MISCOUNTED_HEADING) {
      problems.add(Problem.error(span, name + complaint(heading, counted)));
    }
    boolean complete =
        first.getType() == UnifiedDiff.HEADING
            || (first.getType() == UnifiedDiff.LOOSE_HEADING && counted);
    Hunk.Range range =
        new Hunk.Range(
            heading.oldStart(),
            Heading.clamp(heading.oldCount()),
            heading.newStart(),
            Heading.clamp(heading.newCount()));
    return Hunk.inDiff(bytes, range, section(heading), tally, complete, span, first.end());
  }

  private String complaint(Heading announced, boolean counted) {
    if (!counted) {
      return String.format(
          Locale.ROOT,
          " announces %d old and %d new lines, body has %d and %d",
          announced.oldCount(),
          announced.newCount(),
          context + removed,
          context + added);
    }
    if (removed + added == 0) {
      return " changes nothing";
    }
    return bytes.at(end - 1) == '\n'
        ? " has a line that is neither context, removed nor added"
        : " ends in the middle of a line";
  }

  private Bytes section(Heading announced) {
    int start = announced.end();
    int lineEnd = first.end() - 1;
    if (start < lineEnd && bytes.at(lineEnd - 1) == '\r') {
      lineEnd--;
    }
    if (start < lineEnd && bytes.at(start) == ' ') {
      start++;
    }
    return bytes.slice(start, Math.max(start, lineEnd));
  }
}

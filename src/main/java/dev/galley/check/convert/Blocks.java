package dev.galley.check.convert;

import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The runs of changed lines of a hunk: what was taken out at a place and what was put there. */
final class Blocks {

  private Blocks() {}

  static List<List<HunkLine>> of(Hunk hunk) {
    List<List<HunkLine>> blocks = new ArrayList<>();
    List<HunkLine> open = new ArrayList<>();
    for (HunkLine line : hunk.lines()) {
      if (line.isAdded() || line.isRemoved()) {
        open.add(line);
      } else if (!open.isEmpty()) {
        blocks.add(List.copyOf(open));
        open.clear();
      }
    }
    if (!open.isEmpty()) {
      blocks.add(List.copyOf(open));
    }
    return blocks;
  }

  /** The run that an octet of the diff is in. */
  static Optional<Span> around(Hunk hunk, int offset) {
    for (List<HunkLine> block : of(hunk)) {
      Span span = new Span(block.get(0).span().start(), block.get(block.size() - 1).span().end());
      if (span.start() <= offset && offset < span.end()) {
        return Optional.of(span);
      }
    }
    return Optional.empty();
  }
}

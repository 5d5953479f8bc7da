package dev.galley.kernelc;

import dev.galley.patch.HunkLine;
import dev.galley.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the lines of a piece of a fragment stand in the diff. */
public final class FragmentPlaces {

  private final int[] starts;
  private final int[] lengths;
  private final int[] inDiff;

  private FragmentPlaces(int[] starts, int[] lengths, int[] inDiff) {
    this.starts = starts;
    this.lengths = lengths;
    this.inDiff = inDiff;
  }

  /** Of lines one after the other, each with a line feed; a line's marker is not in them. */
  static FragmentPlaces of(List<HunkLine> lines) {
    int[] starts = new int[lines.size()];
    int[] lengths = new int[lines.size()];
    int[] inDiff = new int[lines.size()];
    int at = 0;
    for (int i = 0; i < lines.size(); i++) {
      HunkLine line = lines.get(i);
      int fed = line.endsWithLineFeed() ? 1 : 0;
      starts[i] = at;
      lengths[i] = line.text().length();
      inDiff[i] = line.span().end() - fed - line.text().length();
      at += line.text().length() + 1;
    }
    return new FragmentPlaces(starts, lengths, inDiff);
  }

  /** The same places, where the lines from {@code from} on stand behind {@code before} octets. */
  FragmentPlaces moved(int from, int before) {
    int[] moved = Arrays.stream(starts).map(start -> start - from + before).toArray();
    return new FragmentPlaces(moved, lengths, inDiff);
  }

  /** Octets of the diff; from the first line's to the last line's where several are touched. */
  Optional<Span> inDiff(Span span) {
    if (starts.length == 0 || span.end() < starts[0] || span.start() > end()) {
      return Optional.empty();
    }
    int start = place(Math.max(span.start(), starts[0]));
    return Optional.of(new Span(start, Math.max(start, place(Math.min(span.end(), end())))));
  }

  private int end() {
    int last = starts.length - 1;
    return starts[last] + lengths[last];
  }

  private int place(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : Math.max(-found - 2, 0);
    return inDiff[line] + Math.min(offset - starts[line], lengths[line]);
  }
}

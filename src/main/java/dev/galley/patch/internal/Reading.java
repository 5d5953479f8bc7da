package dev.galley.patch.internal;

import dev.galley.patch.Diff;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.text.Span;
import java.util.OptionalInt;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Reads one diff from beginning to end. */
public final class Reading {

  private Reading() {}

  /** Reads a diff, and makes sure that printing it would give the same octets. */
  public static Read<Diff> of(Bytes bytes, Limits limits) {
    LineSource source = new LineSource(bytes);
    DiffBuilder builder = new DiffBuilder(bytes, limits);
    try {
      DiffParser.run(source, builder);
    } catch (ParseCancellationException e) {
      builder.problem(
          Problem.error(
              Span.at(source.offset()), "the lines before this do not fit the grammar of diffs"));
    }
    if (source.longestLine() > limits.lineBytes()) {
      builder.problem(
          Problem.error(
              Span.at(0),
              "a line of "
                  + source.longestLine()
                  + " octets, "
                  + limits.lineBytes()
                  + " are allowed"));
    }
    Read<Diff> read = builder.result();
    OptionalInt difference = RoundTrip.firstDifference(read.value());
    if (difference.isEmpty()) {
      return read;
    }
    builder.problem(
        Problem.error(
            Span.at(difference.getAsInt()), "what was read from here on does not print as it was"));
    return builder.result();
  }
}

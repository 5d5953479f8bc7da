package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import dev.galley.patch.BinaryHunk;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/** A binary hunk while its lines come in. */
final class OpenBinary {

  private final Bytes bytes;
  private final LineToken first;
  private int dataStart;
  private int dataEnd;
  private int end;
  private boolean ended;

  OpenBinary(Bytes bytes, LineToken first) {
    this.bytes = bytes;
    this.first = first;
    this.dataStart = first.end();
    this.dataEnd = first.end();
    this.end = first.end();
  }

  void line(LineToken token) {
    end = token.end();
    if (token.getType() == UnifiedDiff.BINARY_END) {
      ended = true;
    } else {
      dataStart = token.start();
      dataEnd = token.end();
    }
  }

  BinaryHunk close(String name, Limits limits, List<Problem> problems) {
    boolean delta = bytes.startsWith("delta ", first.start());
    int value = first.start() + (delta ? "delta " : "literal ").length();
    long size = Scan.number(bytes, value, 10).value();
    Span span = new Span(first.start(), end);
    Bytes data = Bytes.EMPTY;
    if (!ended) {
      problems.add(
          Problem.error(span, "the binary patch of " + name + " is cut off or has a damaged line"));
    } else if (size > Math.min(limits.inflatedBytes(), Integer.MAX_VALUE)) {
      problems.add(
          Problem.error(
              span,
              "the binary patch of "
                  + name
                  + " needs "
                  + size
                  + " octets, "
                  + limits.inflatedBytes()
                  + " are allowed"));
    } else {
      Optional<byte[]> octets =
          Base85.decode(bytes, dataStart, dataEnd)
              .flatMap(deflated -> Base85.inflate(deflated, (int) Math.max(size, -1)));
      if (octets.isEmpty()) {
        problems.add(
            Problem.error(
                span,
                "the binary patch of "
                    + name
                    + " does not decode to the "
                    + size
                    + " octets that it announces"));
      }
      data = Bytes.wrap(octets.orElse(new byte[0]));
    }
    return new BinaryHunk(
        delta ? BinaryHunk.Method.DELTA : BinaryHunk.Method.LITERAL, size, data, span);
  }
}

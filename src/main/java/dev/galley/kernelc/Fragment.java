package dev.galley.kernelc;

import dev.galley.kernelc.syntax.HeaderMacro;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One side of a hunk, read as far as it goes without the file around it.
 *
 * <p>It is cut where braces close that were not opened in it, and where it begins or ends in the
 * middle of a statement or comment; what was cut off is {@link Reading.Unknown} with the reason.
 *
 * @param function the function that the hunk's heading names; the one before the first line, which
 *     the hunk may leave
 * @param pieces in the order of the lines
 */
public record Fragment(Optional<String> function, List<Piece> pieces) {

  private static final int LONGEST_HEADING = 1_000;
  private static final Pattern CALLED = Pattern.compile("([A-Za-z_$][A-Za-z0-9_$]*+)[ \\t]*+\\(");
  private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*+");

  public Fragment {
    pieces = List.copyOf(pieces);
  }

  /** Which lines of a hunk are read. */
  public enum Side {
    /** Context and removed lines. */
    BEFORE,
    /** Context and added lines. */
    AFTER;

    boolean has(HunkLine line) {
      return this == BEFORE ? line.kind().isInOld() : line.kind().isInNew();
    }
  }

  /**
   * Lines that were read together.
   *
   * @param file what was parsed: the lines, with what it took to balance them around; spans of the
   *     readings are octets of it
   * @param readings a {@link dev.galley.kernelc.syntax.Unit.Statements} for the inside of a
   *     function, {@link dev.galley.kernelc.syntax.Unit.Declarations} for file level or members
   * @param places where its lines stand in the diff
   */
  public record Piece(Bytes file, List<Reading> readings, FragmentPlaces places) {

    public Piece {
      readings = List.copyOf(readings);
    }

    /** Octets of the diff, for octets of {@link #file}; empty for what was put around the lines. */
    public Optional<Span> inDiff(Span span) {
      return places.inDiff(span);
    }
  }

  /** Reads one side of a hunk. */
  public static Fragment of(Hunk hunk, Side side) {
    List<HunkLine> lines = hunk.lines().stream().filter(side::has).toList();
    return new Fragment(function(hunk.section()), FragmentReader.read(lines));
  }

  /** The name before the first parenthesis; of a header that a macro makes its first argument. */
  static Optional<String> function(Bytes heading) {
    String text =
        heading
            .slice(0, Math.min(heading.length(), LONGEST_HEADING))
            .text(StandardCharsets.ISO_8859_1);
    Matcher called = CALLED.matcher(text);
    if (!called.find()) {
      return Optional.empty();
    }
    Matcher argument = WORD.matcher(text);
    return HeaderMacro.pairs(called.group(1)) && argument.find(called.end())
        ? Optional.of(argument.group())
        : Optional.of(called.group(1));
  }
}

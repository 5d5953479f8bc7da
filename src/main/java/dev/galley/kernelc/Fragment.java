package dev.galley.kernelc;

import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.HeaderMacro;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
  private static final Pattern CONDITIONAL =
      Pattern.compile("[ \\t]*+#[ \\t]*+(if|ifdef|ifndef|elif|else|endif)\\b");
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
   * @param source what was parsed: the lines, with what it took to balance them around; spans of
   *     the readings are octets of it
   * @param parts what was read
   * @param places where its lines stand in the diff
   * @param isClosed whether all braces that open in its lines close in them
   */
  public record Piece(CFile source, List<Part> parts, FragmentPlaces places, boolean isClosed) {

    public Piece {
      parts = List.copyOf(parts);
    }

    /** Octets of what was parsed. */
    public Bytes file() {
      return source.bytes();
    }

    /** The readings of its parts. */
    public List<Reading> readings() {
      return parts.stream().map(Part::reading).toList();
    }

    /** Octets of the diff, for octets of {@link #file}; empty for what was put around the lines. */
    public Optional<Span> inDiff(Span span) {
      return places.inDiff(span);
    }
  }

  /**
   * One reading of a piece.
   *
   * @param external what was made of the piece around it; empty where nothing could be read
   * @param around the tree of all of {@code external}, which holds the nodes of {@code reading}
   * @param reading a {@link dev.galley.kernelc.syntax.Unit.Statements} for the inside of a
   *     function, {@link dev.galley.kernelc.syntax.Unit.Declarations} for file level or members
   */
  public record Part(Optional<External> external, Reading around, Reading reading) {

    /** Whether it stands at file level: nothing was put around it. */
    public boolean isFileLevel() {
      return external.isPresent() && around.equals(reading);
    }
  }

  /** Reads one side of a hunk. */
  public static Fragment of(Hunk hunk, Side side) {
    return of(hunk, side, "fragment", "");
  }

  /**
   * Reads one side of a hunk of a file.
   *
   * @param path the file's path, for looking names up
   * @param header the header of the function that the hunk begins in, without a brace, as far as it
   *     is known: {@code int f(struct pci_dev *dev)}; empty where it is not
   */
  public static Fragment of(Hunk hunk, Side side, String path, String header) {
    List<HunkLine> lines = hunk.lines().stream().filter(side::has).toList();
    return new Fragment(
        function(hunk.section()), FragmentReader.read(readable(lines), path, header));
  }

  /** The lines without what only makes sense with the file around them. */
  private static List<HunkLine> readable(List<HunkLine> lines) {
    List<HunkLine> kept = new ArrayList<>(withoutOpenComment(lines));
    Deque<HunkLine> open = new ArrayDeque<>();
    List<HunkLine> unpaired = new ArrayList<>();
    for (HunkLine line : kept) {
      Matcher directive = CONDITIONAL.matcher(line.text().utf8());
      if (!directive.lookingAt()) {
        continue;
      }
      if (directive.group(1).startsWith("if")) {
        open.push(line);
      } else if (open.isEmpty()) {
        unpaired.add(line);
      } else if (directive.group(1).equals("endif")) {
        open.pop();
      }
    }
    if (!open.isEmpty()) {
      unpaired.addAll(open);
      unpaired.addAll(branchesOfOpen(kept, open));
    }
    kept.removeAll(unpaired);
    return kept;
  }

  /** The {@code #else} and {@code #elif} lines of groups that end after the hunk. */
  private static List<HunkLine> branchesOfOpen(List<HunkLine> lines, Deque<HunkLine> open) {
    List<HunkLine> branches = new ArrayList<>();
    Deque<HunkLine> groups = new ArrayDeque<>();
    for (HunkLine line : lines) {
      Matcher directive = CONDITIONAL.matcher(line.text().utf8());
      if (directive.lookingAt()) {
        String word = directive.group(1);
        if (word.startsWith("if")) {
          groups.push(line);
        } else if (!groups.isEmpty() && word.equals("endif")) {
          groups.pop();
        } else if (!groups.isEmpty() && open.contains(groups.peek())) {
          branches.add(line);
        }
      }
    }
    return branches;
  }

  /** The lines up to a comment that ends after the hunk. */
  private static List<HunkLine> withoutOpenComment(List<HunkLine> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Bytes text = lines.get(i).text();
      int close = lastIndexOf(text, "*/");
      int open = lastIndexOf(text, "/*");
      if (open > close) {
        boolean isAlone = text.slice(0, open).utf8().isBlank();
        return isAlone ? lines.subList(0, i) : lines;
      }
      if (close >= 0) {
        return lines;
      }
    }
    return lines;
  }

  private static int lastIndexOf(Bytes text, String what) {
    int last = -1;
    for (int at = text.indexOf(what, 0); at >= 0; at = text.indexOf(what, at + 1)) {
      last = at;
    }
    return last;
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

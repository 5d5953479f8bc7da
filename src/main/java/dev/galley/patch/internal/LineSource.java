package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import dev.galley.text.Bytes;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the lines of a diff for the grammar, by the rules of git apply (apply.c: find_header,
 * parse_git_diff_header, parse_fragment, parse_binary).
 *
 * <p>What it makes always fits the grammar; meaning, and what is wrong, is for {@link DiffBuilder}.
 */
final class LineSource implements TokenSource {

  /** What the next line is looked at as. */
  private enum State {
    SEEKING,
    FOUND_GIT,
    FOUND_PLAIN,
    FOUND_COMBINED,
    FOUND_LOOSE,
    GIT_HEADER,
    PLAIN_NEW,
    AFTER_HEADER,
    HUNK,
    HUNK_LINES,
    COMBINED,
    BINARY_METHOD,
    BINARY_DATA,
    BINARY_END
  }

  private final Bytes bytes;
  private final int length;
  private final HunkLines hunk;
  private State state = State.SEEKING;
  private int at;
  private int tokens;
  private int preludeEnd;
  private int binaryHunks;
  private int longest;

  LineSource(Bytes bytes) {
    this.bytes = bytes;
    this.length = bytes.length();
    this.hunk = new HunkLines(bytes);
  }

  Bytes bytes() {
    return bytes;
  }

  /** How far lines were classified. */
  int offset() {
    return at;
  }

  /** Octets of the longest line. */
  int longestLine() {
    return Math.max(longest, hunk.longest());
  }

  @Override
  public LineToken nextToken() {
    @Nullable LineToken token = null;
    while (token == null) {
      token = step();
    }
    token.at(tokens++);
    return token;
  }

  private @Nullable LineToken step() {
    return switch (state) {
      case SEEKING -> at >= length ? endOfDiff() : seek();
      case FOUND_GIT -> gitHeader();
      case FOUND_PLAIN -> plainHeader();
      case PLAIN_NEW -> line(UnifiedDiff.PLAIN_NEW_NAME, State.HUNK);
      case FOUND_COMBINED -> line(UnifiedDiff.COMBINED_HEADER, State.COMBINED);
      case FOUND_LOOSE -> heading(true);
      case GIT_HEADER -> gitHeaderLine();
      case AFTER_HEADER -> afterHeader();
      case HUNK ->
          length - at > 4 && bytes.startsWith("@@ -", at) ? heading(false) : to(State.SEEKING);
      case HUNK_LINES -> hunkLine();
      case COMBINED -> combined();
      case BINARY_METHOD -> binaryMethod();
      case BINARY_DATA -> binaryData();
      case BINARY_END -> line(UnifiedDiff.BINARY_END, State.BINARY_METHOD);
    };
  }

  private @Nullable LineToken to(State next) {
    state = next;
    return null;
  }

  private LineToken take(int type, int end, State next) {
    LineToken token = new LineToken(this, type, at, end, 1);
    if (type != UnifiedDiff.PROSE) {
      longest = Math.max(longest, bytes.nextLine(at) - at);
    }
    at = end;
    state = next;
    return token;
  }

  private LineToken line(int type, State next) {
    return take(type, bytes.nextLine(at), next);
  }

  private LineToken endOfDiff() {
    return new LineToken(this, Token.EOF, length, length, 0);
  }

  /** Skips to the next thing that git apply, or a reader, would take for the start of a change. */
  private @Nullable LineToken seek() {
    int line = at;
    while (line < length) {
      int end = bytes.nextLine(line);
      longest = Math.max(longest, end - line);
      if (end - line >= 6) {
        State found = startsChange(line, end);
        if (found != State.SEEKING) {
          state = found;
          break;
        }
      }
      line = end;
    }
    return line == at ? null : take(UnifiedDiff.PROSE, line, state);
  }

  private State startsChange(int line, int end) {
    byte first = bytes.at(line);
    if (first == '@') {
      return bytes.startsWith("@@ -", line) && Heading.read(bytes, line, end) != null
          ? State.FOUND_LOOSE
          : State.SEEKING;
    }
    if (length - line < end - line + 6) {
      return State.SEEKING;
    }
    if (first == '-') {
      preludeEnd = line;
      return isPlainHeader(bytes, line, end) ? State.FOUND_PLAIN : State.SEEKING;
    }
    if (first == 'd' && bytes.startsWith("diff --git ", line)) {
      return State.FOUND_GIT;
    }
    if (first == 'd'
        && (bytes.startsWith("diff --cc ", line) || bytes.startsWith("diff --combined ", line))) {
      return State.FOUND_COMBINED;
    }
    return Prelude.starts(bytes, line) && (preludeEnd = Prelude.end(bytes, line)) > line
        ? State.FOUND_PLAIN
        : State.SEEKING;
  }

  /**
   * Whether {@code --- }, {@code +++ } and {@code @@ -} begin three lines from here: only unified
   * diffs with at least one hunk are believed. 14 is the shortest heading, {@code @@ -0,0 +1 @@}.
   */
  static boolean isPlainHeader(Bytes bytes, int line, int end) {
    if (!bytes.startsWith("--- ", line) || !bytes.startsWith("+++ ", end)) {
      return false;
    }
    int third = bytes.nextLine(end);
    return bytes.length() - line >= third - end + 14 && bytes.startsWith("@@ -", third);
  }

  private LineToken gitHeader() {
    int end = bytes.nextLine(at);
    boolean alone = HeaderLine.typeOf(bytes, end) < 0;
    return alone
        ? take(UnifiedDiff.LONE_HEADER, end, State.SEEKING)
        : take(UnifiedDiff.GIT_HEADER, end, State.GIT_HEADER);
  }

  private @Nullable LineToken gitHeaderLine() {
    int type = HeaderLine.typeOf(bytes, at);
    return type > 0 ? line(type, State.GIT_HEADER) : to(State.AFTER_HEADER);
  }

  private LineToken plainHeader() {
    return preludeEnd > at
        ? take(UnifiedDiff.PRELUDE, preludeEnd, State.FOUND_PLAIN)
        : line(UnifiedDiff.PLAIN_OLD_NAME, State.PLAIN_NEW);
  }

  private @Nullable LineToken afterHeader() {
    if (length - at > 4 && bytes.startsWith("@@ -", at)) {
      return to(State.HUNK);
    }
    if (bytes.startsWith("GIT binary patch\n", at)) {
      binaryHunks = 0;
      return line(UnifiedDiff.BINARY_MARK, State.BINARY_METHOD);
    }
    int end = bytes.nextLine(at);
    if (bytes.startsWith(" differ\n", end - 8)
        && (bytes.startsWith("Binary files ", at) || bytes.startsWith("Files ", at))) {
      return take(UnifiedDiff.BINARY_DIFFERS, end, State.SEEKING);
    }
    return to(State.SEEKING);
  }

  private LineToken heading(boolean loose) {
    int end = bytes.nextLine(at);
    @Nullable Heading heading = Heading.read(bytes, at, end);
    if (heading == null) {
      hunk.readUncounted(end);
      return take(UnifiedDiff.BAD_HEADING, end, State.HUNK_LINES);
    }
    boolean sound = hunk.read(end, heading.oldCount(), heading.newCount());
    int type = sound ? UnifiedDiff.HEADING : UnifiedDiff.MISCOUNTED_HEADING;
    return take(loose ? UnifiedDiff.LOOSE_HEADING : type, end, State.HUNK_LINES);
  }

  private @Nullable LineToken hunkLine() {
    if (hunk.hasNext()) {
      LineToken token = hunk.next(this);
      at = token.end();
      return token;
    }
    return to(State.HUNK);
  }

  private @Nullable LineToken combined() {
    int end = CombinedLines.end(bytes, at);
    return end > at ? take(UnifiedDiff.COMBINED_LINES, end, State.SEEKING) : to(State.SEEKING);
  }

  private @Nullable LineToken binaryMethod() {
    if (binaryHunks < 2 && (bytes.startsWith("delta ", at) || bytes.startsWith("literal ", at))) {
      binaryHunks++;
      return line(UnifiedDiff.BINARY_METHOD, State.BINARY_DATA);
    }
    return to(State.SEEKING);
  }

  private @Nullable LineToken binaryData() {
    int line = at;
    while (line < length && Base85.isLine(bytes, line, bytes.nextLine(line))) {
      line = bytes.nextLine(line);
    }
    State next = bytes.startsWith("\n", line) ? State.BINARY_END : State.SEEKING;
    return line > at ? take(UnifiedDiff.BINARY_DATA, line, next) : to(next);
  }

  @Override
  public int getLine() {
    return 0;
  }

  @Override
  public int getCharPositionInLine() {
    return 0;
  }

  @Override
  @SuppressWarnings("NullAway") // ANTLR's contract: null where tokens do not come from characters
  public CharStream getInputStream() {
    return null;
  }

  @Override
  public String getSourceName() {
    return "diff";
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    throw new UnsupportedOperationException("tokens are made here");
  }

  @Override
  public TokenFactory<? extends Token> getTokenFactory() {
    return CommonTokenFactory.DEFAULT;
  }
}

package dev.galley.patch.internal;

import dev.galley.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The names in the headers of a diff, found as git apply finds them (apply.c: find_name,
 * find_name_traditional, git_header_name, skip_tree_prefix). An empty name is none.
 */
final class PathNames {

  private PathNames() {}

  /** Whether a value is {@code /dev/null}. */
  static boolean isDevNull(Bytes bytes, int value) {
    return bytes.startsWith("/dev/null", value) && Scan.isSpace(Scan.at(bytes, value + 9));
  }

  /** The name in a header line of a git diff that ends at a tab, or at the line's end. */
  static Bytes upToTab(Bytes bytes, int value, int strip) {
    return quotedOr(bytes, value, strip, true);
  }

  /** The name in a rename or copy line, where tabs belong to the name. */
  static Bytes wholeLine(Bytes bytes, int value, int strip) {
    return quotedOr(bytes, value, strip, false);
  }

  private static Bytes quotedOr(Bytes bytes, int value, int strip, boolean tabEnds) {
    Optional<Bytes> quoted = quoted(bytes, value, strip);
    return quoted.isPresent()
        ? quoted.get()
        : common(bytes, value, endOfName(bytes, value, tabEnds), strip, Bytes.EMPTY);
  }

  /**
   * The name in a {@code ---} or {@code +++} line of a plain diff, without the time behind it.
   *
   * @param other the name of the other side: preferred when this one only adds to it, as in {@code
   *     file.orig}
   */
  static Bytes traditional(Bytes bytes, int value, int strip, Bytes other) {
    Optional<Bytes> quoted = quoted(bytes, value, strip);
    if (quoted.isPresent()) {
      return quoted.get();
    }
    int lineEnd = Scan.lineFeed(bytes, value);
    int stamp = Timestamps.length(bytes, value, lineEnd);
    int end = stamp == 0 ? endOfName(bytes, value, true) : lineEnd - stamp;
    return common(bytes, value, end, strip, other);
  }

  private static int endOfName(Bytes bytes, int value, boolean tabEnds) {
    int at = value;
    while (true) {
      int octet = Scan.at(bytes, at);
      if (octet == '\n' || octet == '\r' || (tabEnds && octet == '\t')) {
        return at;
      }
      at++;
    }
  }

  private static Bytes common(Bytes bytes, int value, int end, int strip, Bytes other) {
    int start = strip == 0 ? value : -1;
    int left = strip;
    for (int at = value; at < end; at++) {
      if (bytes.at(at) == '/' && --left == 0) {
        start = at + 1;
      }
    }
    if (start < 0 || start >= end) {
      return squashed(other);
    }
    Bytes name = bytes.slice(start, end);
    if (!other.isEmpty()
        && other.length() < name.length()
        && name.slice(0, other.length()).equals(other)) {
      return squashed(other);
    }
    return squashed(name);
  }

  private static Optional<Bytes> quoted(Bytes bytes, int value, int strip) {
    return CQuote.read(bytes, value).flatMap(name -> stripped(name.text(), strip));
  }

  private static Optional<Bytes> stripped(Bytes name, int strip) {
    int from = 0;
    for (int i = 0; i < strip; i++) {
      int slash = name.indexOf('/', from);
      if (slash < 0) {
        return Optional.empty();
      }
      from = slash + 1;
    }
    return Optional.of(squashed(name.from(from)));
  }

  /** One slash for several; ends at a NUL, where a C string ends. */
  private static Bytes squashed(Bytes name) {
    int nul = name.indexOf(0, 0);
    Bytes whole = nul < 0 ? name : name.slice(0, nul);
    if (whole.indexOf("//", 0) < 0) {
      return whole;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < whole.length(); at++) {
      if (at == 0 || whole.at(at) != '/' || whole.at(at - 1) != '/') {
        out.write(whole.at(at));
      }
    }
    return Bytes.wrap(out.toByteArray());
  }

  /**
   * The one name that a {@code diff --git} line gives twice; empty when the two differ.
   *
   * @param from what follows {@code diff --git }
   * @param end one past the line feed
   */
  static Bytes inGitHeader(Bytes bytes, int from, int end, int strip) {
    if (Scan.at(bytes, from) == '"') {
      return firstQuoted(bytes, from, end, strip);
    }
    int name = skipPrefix(bytes, from, end, strip);
    if (name < 0) {
      return Bytes.EMPTY;
    }
    int quote = bytes.indexOf('"', name);
    if (quote >= 0 && quote < end) {
      return secondQuoted(bytes, name, quote, strip);
    }
    return twice(bytes, name, strip);
  }

  private static Bytes firstQuoted(Bytes bytes, int from, int end, int strip) {
    Optional<CQuote.Unquoted> first = CQuote.read(bytes, from);
    if (first.isEmpty()) {
      return Bytes.EMPTY;
    }
    Bytes name = withoutPrefix(first.get().text(), strip);
    int second = first.get().end();
    while (second < end && Scan.isSpace(bytes.at(second))) {
      second++;
    }
    if (second >= end) {
      return Bytes.EMPTY;
    }
    Bytes other;
    if (bytes.at(second) == '"') {
      other =
          CQuote.read(bytes, second)
              .map(unquoted -> withoutPrefix(unquoted.text(), strip))
              .orElse(Bytes.EMPTY);
    } else {
      int start = skipPrefix(bytes, second, end, strip);
      other = start < 0 ? Bytes.EMPTY : bytes.slice(start, end);
    }
    return other.equals(name) ? name : Bytes.EMPTY;
  }

  private static Bytes secondQuoted(Bytes bytes, int name, int quote, int strip) {
    Bytes second =
        CQuote.read(bytes, quote)
            .map(unquoted -> withoutPrefix(unquoted.text(), strip))
            .orElse(Bytes.EMPTY);
    int length = second.length();
    boolean same =
        length > 0
            && length < quote - name
            && bytes.slice(name, name + length).equals(second)
            && Scan.isSpace(bytes.at(name + length));
    return same ? second : Bytes.EMPTY;
  }

  private static Bytes twice(Bytes bytes, int name, int strip) {
    int lineEnd = Scan.lineFeed(bytes, name);
    for (int at = name; at < lineEnd; at++) {
      if (bytes.at(at) != ' ' && bytes.at(at) != '\t') {
        continue;
      }
      int second = skipPrefix(bytes, at + 1, lineEnd, strip);
      if (second < 0) {
        return Bytes.EMPTY;
      }
      int length = at - name;
      if (lineEnd - second == length
          && bytes.slice(second, lineEnd).equals(bytes.slice(name, at))) {
        return bytes.slice(name, at);
      }
    }
    return Bytes.EMPTY;
  }

  private static Bytes withoutPrefix(Bytes name, int strip) {
    int start = skipPrefix(name, 0, name.length(), strip);
    return start < 0 ? Bytes.EMPTY : name.from(start);
  }

  /** Where the name begins after its first directories; -1 for an absolute or a shorter name. */
  private static int skipPrefix(Bytes bytes, int from, int end, int strip) {
    if (strip == 0) {
      return from < end && bytes.at(from) == '/' ? -1 : from;
    }
    int left = strip;
    for (int at = from; at < end; at++) {
      if (bytes.at(at) == '/' && --left <= 0) {
        return at == from ? -1 : at + 1;
      }
    }
    return -1;
  }
}

package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Charsets by the names that git's iconv takes. A name that is not here makes {@code git mailinfo}
 * refuse the mail, so Java's own many aliases are no help.
 */
final class Charsets {

  private static final Map<String, String> JAVA_NAMES = load();

  private Charsets() {}

  /** Whether git takes text of that charset as it is: its utf8.c, same_encoding. */
  static boolean isUtf8(String name) {
    if (!name.regionMatches(true, 0, "utf", 0, 3)) {
      return false;
    }
    return name.startsWith("-", 3)
        ? name.startsWith("8", 4) && name.length() == 5
        : name.startsWith("8", 3) && name.length() == 4;
  }

  /**
   * Text of a named charset made UTF-8, as git's convert_to_utf8 does it.
   *
   * @param name as the mail gives it
   * @param decoding what decodes it; empty when the name is not known
   * @param keeps whether the octets stay as they are
   */
  record Conversion(String name, Optional<Decoding> decoding, boolean keeps) {

    /** No charset named, or UTF-8: the octets stay as they are, even where they are no UTF-8. */
    static final Conversion NONE = new Conversion("", Optional.empty(), true);

    Optional<Bytes> apply(Bytes octets) {
      return keeps ? Optional.of(octets) : decoding.flatMap(to -> to.toUtf8(octets));
    }

    String failure() {
      String why = decoding.isEmpty() ? "no such charset" : "octets that are not of it";
      return "cannot convert from " + Printable.line(name) + " to UTF-8: " + why;
    }
  }

  static Conversion conversion(String name) {
    return name.isEmpty() || isUtf8(name)
        ? Conversion.NONE
        : new Conversion(name, named(name), false);
  }

  /** What decodes text of a charset, where git's iconv knows its name too. */
  static Optional<Decoding> named(String name) {
    String key = key(name);
    if (key.equals("UTF-7") || key.equals("UTF7")) {
      return Optional.of(Utf7::decode);
    }
    if (key.equals("LATIN-1")) {
      key = "LATIN1";
    }
    String javaName = JAVA_NAMES.get(key);
    if (javaName == null || !Charset.isSupported(javaName)) {
      return Optional.empty();
    }
    return Optional.of(new StrictDecoding(Charset.forName(javaName)));
  }

  /** The name as iconv looks it up: upper case, and only what a name may have. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isLetterOrDigit(c) || "_-.,:".indexOf(c) >= 0) {
        key.append(c);
      } else if (c == '/') {
        break;
      }
    }
    return key.toString().toUpperCase(Locale.ROOT);
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static Map<String, String> load() {
    Map<String, String> names = new HashMap<>();
    try (InputStream in = Charsets.class.getResourceAsStream("charsets.txt")) {
      if (in == null) {
        throw new IllegalStateException("charsets.txt is not beside " + Charsets.class);
      }
      String table = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : table.lines().filter(row -> !row.startsWith("#")).toList()) {
        int colon = line.indexOf(": ");
        for (String name : line.substring(colon + 2).split(" ", -1)) {
          names.put(name, line.substring(0, colon));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(names);
  }
}

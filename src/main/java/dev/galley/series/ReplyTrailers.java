package dev.galley.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scans the text of a reply, line by line, for trailers of its writer. */
final class ReplyTrailers {

  /** A longer line is no trailer. */
  private static final int LONGEST = 1_000;

  private static final Pattern TRAILER =
      Pattern.compile("[ \\t]{0,8}([A-Za-z][A-Za-z-]{1,40})[ \\t]?:[ \\t]*(\\S.*|)");

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]{1,200}@[^\\s<>@]{1,200}");

  private static final Pattern COMMIT = Pattern.compile("(?:commit )?[0-9a-fA-F]{7,64}\\b.*");

  private final String[] lines;

  /** Where the paragraph begins that the scan is in, in {@link #found}. */
  private int paragraph;

  private final List<Trailer> found = new ArrayList<>();

  ReplyTrailers(String text) {
    lines = text.split("\\R", -1);
  }

  List<Trailer> trailers() {
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.isBlank()) {
        paragraph = found.size();
      } else if (isSignature(line) || startsForeignText(line)) {
        break;
      } else if (startsPatch(i)) {
        dropThoseOfThePatch();
        break;
      } else if (line.length() <= LONGEST) {
        trailer(i);
      }
    }
    return found;
  }

  private void trailer(int i) {
    Matcher said = TRAILER.matcher(lines[i]);
    if (!said.matches()) {
      return;
    }
    String key = said.group(1);
    String value = said.group(2).strip();
    String folded = value;
    for (int next = i + 1; next < lines.length && isContinued(next, folded, key); next++) {
      folded = (folded + " " + lines[next].strip()).strip();
    }
    if (isTrailer(key, folded)) {
      found.add(new Trailer(key, folded, i + 1));
    }
  }

  /** Indented lines go on; so does an address that a mailer wrapped. */
  private boolean isContinued(int next, String soFar, String key) {
    String line = lines[next];
    if (line.isBlank() || line.length() > LONGEST || soFar.length() > LONGEST) {
      return false;
    }
    if (TRAILER.matcher(line).matches()) {
      return false;
    }
    boolean wrapped =
        isPerson(key) && !hasAddress(soFar) && ADDRESS.matcher(line).find() && isShort(line);
    return wrapped || (line.charAt(0) == ' ' || line.charAt(0) == '\t');
  }

  private static boolean isShort(String line) {
    return line.strip().startsWith("<") || line.strip().indexOf(' ') < 0;
  }

  private static boolean isTrailer(String key, String value) {
    if (isPerson(key)) {
      return hasAddress(value);
    }
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "fixes" -> COMMIT.matcher(value).matches();
      case "link", "closes" -> value.startsWith("http://") || value.startsWith("https://");
      default -> false;
    };
  }

  private static boolean isPerson(String key) {
    return key.length() > 3 && key.toLowerCase(Locale.ROOT).endsWith("-by");
  }

  private static boolean hasAddress(String value) {
    return ADDRESS.matcher(value).find();
  }

  private static boolean isSignature(String line) {
    return line.equals("-- ") || line.equals("--");
  }

  /** What mailers write above a copy of somebody else's mail that they do not mark as a quote. */
  private static boolean startsForeignText(String line) {
    String start = line.strip();
    return (start.startsWith("-----") && start.contains("Original Message"))
        || (start.startsWith("-----") && start.contains("Forwarded Message"))
        || start.startsWith("________________________________");
  }

  /** A diff, or the rule between a commit message and its diff. */
  private boolean startsPatch(int i) {
    String line = lines[i];
    if (line.startsWith("diff --git ") || line.startsWith("Index: ")) {
      return true;
    }
    String next = i + 1 < lines.length ? lines[i + 1] : "";
    boolean names = line.startsWith("--- ") && next.startsWith("+++ ");
    return names || (line.equals("---") && hasSignOff());
  }

  private boolean hasSignOff() {
    return found.subList(Math.min(paragraph, found.size()), found.size()).stream()
        .anyMatch(trailer -> trailer.is("Signed-off-by"));
  }

  /** The trailers right above a diff, when they are signed off, are of its commit message. */
  private void dropThoseOfThePatch() {
    if (hasSignOff()) {
      found.subList(paragraph, found.size()).clear();
    }
  }
}

package dev.galley.check.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The symbols that Kconfig text defines and asks for, line by line.
 *
 * @see <a
 *     href="https://docs.kernel.org/kbuild/kconfig-language.html">Documentation/kbuild/kconfig-language.rst</a>
 */
final class KconfigText {

  /**
   * A symbol at a line.
   *
   * @param name without {@code CONFIG_}
   * @param line in the new file, counted from 1
   * @param added whether the patch adds the line
   * @param how the keyword that uses it; {@code config} where it is defined
   * @param text the line
   */
  record Symbol(String name, int line, boolean added, String how, String text) {}

  private static final Pattern DEFINITION =
      Pattern.compile("\\s*(?:menu)?config\\s+([A-Za-z0-9_]+)\\s*");
  private static final Pattern USE =
      Pattern.compile("\\t(depends on|select|imply|visible if)\\s+(.*)");
  private static final Pattern BLOCK = Pattern.compile("(if)\\s+([A-Z!(].*)");
  private static final Pattern CONDITION =
      Pattern.compile(
          "\\t(?:bool|tristate|default|def_bool|def_tristate|prompt|int|hex|string)\\b"
              + ".*\\s(if)\\s+(.*)");
  private static final Pattern NAME = Pattern.compile("[A-Z0-9_]*[A-Z][A-Z0-9_]*");
  private static final Pattern SOURCE =
      Pattern.compile("\\s*(?:o|r|or)?source\\s+\"?([^\"\\s]+)\"?\\s*");

  private KconfigText() {}

  /** Whether a path is a file of the kernel's own configuration language. */
  static boolean isKconfig(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return (name.equals("Kconfig") || name.startsWith("Kconfig."))
        && !path.startsWith("scripts/")
        && !path.startsWith("tools/")
        && !path.startsWith("Documentation/");
  }

  static List<Symbol> definitions(List<NewLines.Part> lines) {
    List<Symbol> symbols = new ArrayList<>();
    for (NewLines.Part line : lines) {
      Matcher matcher = DEFINITION.matcher(line.text());
      if (matcher.matches()) {
        symbols.add(
            new Symbol(matcher.group(1), line.number(), line.added(), "config", line.text()));
      }
    }
    return symbols;
  }

  /** Symbols in conditions. Help texts are indented by more than a tab, and so are no uses. */
  static List<Symbol> uses(List<NewLines.Logical> lines) {
    List<Symbol> symbols = new ArrayList<>();
    for (NewLines.Logical line : lines) {
      for (Pattern pattern : List.of(USE, BLOCK, CONDITION)) {
        Matcher matcher = pattern.matcher(withoutComment(line.text()));
        if (line.whole() && matcher.matches()) {
          addNames(matcher.group(1), matcher.group(2), line, symbols);
          break;
        }
      }
    }
    return symbols;
  }

  private static void addNames(
      String how, String expression, NewLines.Logical line, List<Symbol> out) {
    Matcher name = NAME.matcher(withoutLiterals(expression));
    while (name.find()) {
      NewLines.Part at =
          line.parts().stream()
              .filter(part -> containsWord(part.text(), name.group()))
              .findFirst()
              .orElse(line.parts().get(0));
      out.add(new Symbol(name.group(), at.number(), at.added(), how, at.text().strip()));
    }
  }

  /** The files that the text includes, as written. */
  static List<String> sources(String text) {
    List<String> sources = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.contains("source")) {
        Matcher matcher = SOURCE.matcher(line);
        if (matcher.matches()) {
          sources.add(matcher.group(1));
        }
      }
    }
    return sources;
  }

  static boolean containsWord(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !isNamePart(text.charAt(at - 1)))
          && (end == text.length() || !isNamePart(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    return hash < 0 ? line : line.substring(0, hash);
  }

  /** Blanks out strings, macro calls and lower-case words, so that no piece of one is a name. */
  private static String withoutLiterals(String expression) {
    return expression
        .replaceAll("\"[^\"]*\"|'[^']*'", " ")
        .replaceAll("\\$\\([^()]*\\)", " ")
        .replaceAll("\\b0x[0-9a-fA-F]+\\b", " ")
        .replaceAll("[A-Za-z0-9_]*[a-z][A-Za-z0-9_]*", " ");
  }
}

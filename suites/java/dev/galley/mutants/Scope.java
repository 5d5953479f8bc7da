package dev.galley.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The function around a place, by looks, and what is declared in it.
 *
 * @param start offset of its first line
 * @param end offset behind its closing brace
 * @param variables names with their types as written, {@code struct weft_dev *}
 */
record Scope(int start, int end, Map<String, String> variables) {

  private static final Pattern DECLARED =
      Pattern.compile(
          "\\b((?:const )?(?:(?:struct|union|enum) \\w+|\\w+)) (\\**)(\\w+)(?=[,;)]| =)");
  private static final List<String> NO_TYPES =
      List.of("return", "goto", "case", "else", "break", "define", "sizeof");

  static Scope at(String text, int offset) {
    int brace = Math.max(text.lastIndexOf("\n{", offset), text.lastIndexOf(Sketch.CUT, offset));
    int start = Math.max(0, brace);
    if (brace >= 0 && text.charAt(brace) == '\n') {
      start = text.lastIndexOf("\n\n", brace) + 1;
    }
    int end = text.indexOf("\n}", offset);
    int cut = text.indexOf(Sketch.CUT, offset);
    if (cut >= 0 && (end < 0 || cut < end)) {
      end = cut - 2;
    }
    end = end < 0 ? text.length() : Math.min(text.length(), end + 2);
    return new Scope(start, end, declared(text.substring(start, Math.max(start, end))));
  }

  private static Map<String, String> declared(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = DECLARED.matcher(text);
    while (matcher.find()) {
      if (!NO_TYPES.contains(matcher.group(1))) {
        found.putIfAbsent(matcher.group(3), matcher.group(1) + " " + matcher.group(2));
      }
    }
    return found;
  }

  /** The type of a variable; empty where it is not declared here. */
  Optional<String> type(String variable) {
    return Optional.ofNullable(variables.get(variable));
  }

  /** Other variables of the same type, {@code const} aside. */
  List<String> likes(String variable) {
    List<String> others = new ArrayList<>();
    Optional<String> wanted = type(variable).map(Scope::plain);
    variables.forEach(
        (name, type) -> {
          if (!name.equals(variable) && wanted.filter(plain(type)::equals).isPresent()) {
            others.add(name);
          }
        });
    return others;
  }

  private static String plain(String type) {
    return type.startsWith("const ") ? type.substring("const ".length()) : type;
  }
}

package dev.galley.mutants;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function, macro or constant that a series adds.
 *
 * @param name its name
 * @param patch the patch that adds it
 * @param path where
 * @param kind what it is
 * @param parameters the names of its parameters
 * @param definition the whole definition as the patch writes it
 */
record Helper(
    String name, int patch, String path, Kind kind, List<String> parameters, String definition) {

  private static final Pattern RETURN = Pattern.compile("return ([^;{}]+);");
  private static final Pattern MEMBER = Pattern.compile("(\\w+)->(\\w+)");

  /** What a helper is. */
  enum Kind {
    FUNCTION,
    MACRO,
    CONSTANT,
    /** Called in many places of a series that does not define it. */
    ELSEWHERE
  }

  boolean takesArguments() {
    return kind != Kind.CONSTANT;
  }

  /** What stands before the name of a function; the kind and the stem of what is none. */
  String type() {
    if (kind == Kind.FUNCTION) {
      return definition.substring(0, Math.max(0, definition.indexOf(name + "(")));
    }
    return kind + (kind == Kind.CONSTANT ? name.replaceFirst("_[^_]*$", "") : "");
  }

  /** What it returns, where its body is one return and nothing else. */
  Optional<String> expression() {
    if (kind != Kind.FUNCTION || definition.indexOf("return") != definition.lastIndexOf("return")) {
      return Optional.empty();
    }
    int open = definition.indexOf('{');
    Matcher matcher = RETURN.matcher(definition);
    if (open < 0 || !matcher.find()) {
      return Optional.empty();
    }
    String rest = definition.substring(open + 1, matcher.start());
    return rest.isBlank() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The member that it reads of its only parameter, where it does nothing else. */
  Optional<String> field() {
    return expression()
        .map(MEMBER::matcher)
        .filter(Matcher::matches)
        .filter(matcher -> parameters.equals(List.of(matcher.group(1))))
        .map(matcher -> matcher.group(2));
  }

  /** The struct that a pointer parameter points to: {@code struct weft_dev}. */
  Optional<String> struct() {
    Matcher matcher = Pattern.compile("\\((?:const )?(struct \\w+) \\*\\w+\\)").matcher(definition);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** What a call stands for, with the arguments in it. */
  Optional<String> expanded(List<Call.Argument> arguments) {
    if (arguments.size() != parameters.size()) {
      return Optional.empty();
    }
    return expression()
        .map(
            body -> {
              String text = body;
              for (int i = 0; i < arguments.size(); i++) {
                text =
                    text.replaceAll(
                        "\\b" + parameters.get(i) + "\\b",
                        Matcher.quoteReplacement("\u0001" + i + "\u0001"));
              }
              for (int i = 0; i < arguments.size(); i++) {
                text = text.replace("\u0001" + i + "\u0001", arguments.get(i).text());
              }
              return text;
            });
  }
}

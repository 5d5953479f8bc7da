package dev.galley.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call as it is written.
 *
 * @param name what is called
 * @param start offset of the name in the text
 * @param end offset behind the closing parenthesis
 * @param arguments what stands between the commas
 */
record Call(String name, int start, int end, List<Argument> arguments) {

  /** An argument without the white space around it, with its offsets. */
  record Argument(String text, int start, int end) {}

  /** Every call of a name in a text, definitions included. */
  static List<Call> of(String name, String text) {
    List<Call> found = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\b" + Pattern.quote(name) + "\\(").matcher(text);
    while (matcher.find()) {
      read(name, text, matcher.start(), matcher.end(), found);
    }
    return found;
  }

  private static void read(String name, String text, int start, int open, List<Call> found) {
    List<Argument> arguments = new ArrayList<>();
    int depth = 0;
    int from = open;
    for (int i = open; i < text.length() && text.charAt(i) != Sketch.CUT; i++) {
      char c = text.charAt(i);
      if (c == ')' && depth == 0) {
        add(text, from, i, arguments);
        found.add(new Call(name, start, i + 1, List.copyOf(arguments)));
        return;
      } else if (c == ',' && depth == 0) {
        add(text, from, i, arguments);
        from = i + 1;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
    }
  }

  private static void add(String text, int start, int end, List<Argument> arguments) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      arguments.add(new Argument(text.substring(from, to), from, to));
    }
  }

  /** The text with other words in place of the call. */
  String replaced(String text, String other) {
    return text.substring(0, start) + other + text.substring(end);
  }

  /** The text with another argument. */
  String withArgument(String text, int number, String other) {
    Argument argument = arguments.get(number);
    return text.substring(0, argument.start()) + other + text.substring(argument.end());
  }

  /** Whether the call has an exclamation mark before it. */
  boolean isNegated(String text) {
    return start > 0 && text.charAt(start - 1) == '!';
  }
}

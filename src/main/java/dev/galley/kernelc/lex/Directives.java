package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads preprocessor lines out of their tokens, one at a time and only as far as asked. */
public final class Directives {

  private Directives() {}

  /**
   * A macro's definition.
   *
   * @param name what it defines
   * @param nameSpan octets of the name
   * @param isFunctionLike whether a parenthesis follows the name directly
   * @param parameters their names in order; the last is {@code __VA_ARGS__} for {@code ...}, or the
   *     name before the dots
   * @param isVariadic whether the last parameter takes all further arguments
   * @param body octets of the body without the blanks around it; comments may be in it
   */
  public record Define(
      String name,
      Span nameSpan,
      boolean isFunctionLike,
      List<String> parameters,
      boolean isVariadic,
      Span body) {

    public Define {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * An included file.
   *
   * @param target the path between the signs; of the third form the text as written
   * @param form how it is named
   */
  public record Include(String target, Form form) {

    /** How a file to include is named. */
    public enum Form {
      /** {@code <linux/pci.h>}. */
      ANGLE,
      /** {@code "pci.h"}. */
      QUOTED,
      /** By a macro. */
      MACRO
    }
  }

  /** The line of a {@link Kind#DIRECTIVE} token: its word and its text without comments. */
  public static Directive read(CTokens tokens, int token) {
    DirectiveCursor cursor = cursor(tokens, token);
    String word = cursor.word();
    return new Directive(token, word, cursor.rest());
  }

  /** The word after the {@code #} alone, which is cheap; empty where there is none. */
  public static String word(CTokens tokens, int token) {
    return cursor(tokens, token).word();
  }

  /** The name alone that a {@code #define} line defines. */
  public static Optional<String> nameOf(CTokens tokens, int token) {
    DirectiveCursor cursor = cursor(tokens, token);
    if (!cursor.word().equals("define")) {
      return Optional.empty();
    }
    cursor.blanks();
    return Optional.of(cursor.word()).filter(name -> !name.isEmpty());
  }

  /** What a {@code #define} line defines; nothing if the line is no such or names nothing. */
  public static Optional<Define> define(CTokens tokens, int token) {
    DirectiveCursor cursor = cursor(tokens, token);
    if (!cursor.word().equals("define")) {
      return Optional.empty();
    }
    cursor.blanks();
    int start = cursor.offset();
    String name = cursor.word();
    Span nameSpan = new Span(start, cursor.offset());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<String> parameters = new ArrayList<>();
    boolean isFunctionLike = cursor.take('(');
    boolean isVariadic = isFunctionLike && parameters(cursor, parameters);
    return Optional.of(
        new Define(name, nameSpan, isFunctionLike, parameters, isVariadic, cursor.body()));
  }

  /** Reads parameters up to the closing parenthesis; whether the last one is variadic. */
  private static boolean parameters(DirectiveCursor cursor, List<String> parameters) {
    boolean isVariadic = false;
    while (true) {
      cursor.blanks();
      String parameter = cursor.word();
      cursor.blanks();
      boolean dots = cursor.takeDots();
      isVariadic |= dots;
      if (!parameter.isEmpty() || dots) {
        parameters.add(parameter.isEmpty() ? "__VA_ARGS__" : parameter);
      }
      cursor.blanks();
      if (!cursor.take(',')) {
        cursor.take(')');
        return isVariadic;
      }
    }
  }

  /** What an {@code #include} line names; nothing if the line is no such. */
  public static Optional<Include> include(CTokens tokens, int token) {
    DirectiveCursor cursor = cursor(tokens, token);
    String word = cursor.word();
    if (!word.equals("include") && !word.equals("include_next")) {
      return Optional.empty();
    }
    String rest = cursor.rest();
    return Optional.of(
        between(rest, '<', '>', Include.Form.ANGLE)
            .or(() -> between(rest, '"', '"', Include.Form.QUOTED))
            .orElseGet(() -> new Include(rest, Include.Form.MACRO)));
  }

  private static Optional<Include> between(String rest, char open, char close, Include.Form form) {
    int end = rest.isEmpty() || rest.charAt(0) != open ? -1 : rest.indexOf(close, 1);
    return end < 0 ? Optional.empty() : Optional.of(new Include(rest.substring(1, end), form));
  }

  private static DirectiveCursor cursor(CTokens tokens, int token) {
    Bytes source = tokens.source();
    DirectiveCursor cursor =
        new DirectiveCursor(source, tokens.start(token) + 1, tokens.end(token));
    cursor.blanks();
    return cursor;
  }
}

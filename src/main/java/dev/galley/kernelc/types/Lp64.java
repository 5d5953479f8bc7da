package dev.galley.kernelc.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a 64-bit kernel built by gcc decides of a condition; everything else stays open.
 *
 * <p>Reads {@code defined}, {@code IS_ENABLED}, {@code !}, {@code &&}, {@code ||}, comparisons of
 * well-known numbers and parentheses.
 */
final class Lp64 {

  /** What is known of a condition. */
  enum Truth {
    YES,
    NO,
    OPEN;

    Truth not() {
      return this == OPEN ? OPEN : this == YES ? NO : YES;
    }

    Truth and(Truth other) {
      if (this == NO || other == NO) {
        return NO;
      }
      return this == YES && other == YES ? YES : OPEN;
    }

    Truth or(Truth other) {
      return not().and(other.not()).not();
    }
  }

  private static final Set<String> DEFINED =
      Set.of(
          "CONFIG_64BIT",
          "CONFIG_PHYS_ADDR_T_64BIT",
          "CONFIG_ARCH_DMA_ADDR_T_64BIT",
          "__KERNEL__",
          "ACPI_USE_SYSTEM_INTTYPES",
          "__LP64__",
          "_LP64",
          "__GNUC__",
          "__SIZEOF_INT128__");

  private static final Set<String> NOT_DEFINED =
      Set.of(
          "CONFIG_32BIT",
          "CONFIG_X86_32",
          "CONFIG_PPC32",
          "__ASSEMBLY__",
          "__ASSEMBLER__",
          "__CHECKER__",
          "__GENKSYMS__",
          "__GENERATING_BOUNDS_H",
          "__cplusplus",
          "__SPARSE__");

  private static final Map<String, Long> NUMBERS =
      Map.of(
          "BITS_PER_LONG", 64L,
          "__BITS_PER_LONG", 64L,
          "BITS_PER_LONG_LONG", 64L,
          "__SIZEOF_LONG__", 8L,
          "__SIZEOF_POINTER__", 8L);

  private static final Pattern TOKEN =
      Pattern.compile("\\s*([A-Za-z_]\\w*|[0-9]\\w*|&&|\\|\\||[=!<>]=|.)", Pattern.DOTALL);
  private static final int LONGEST = 500;

  private final List<String> tokens;
  private int at;
  private int depth;

  private Lp64(List<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * Whether a branch is compiled.
   *
   * @param line its line as written: {@code #ifdef X}, {@code #elif …}, {@code #else}
   * @param before the lines of the group's branches before it
   */
  static Truth of(String line, List<String> before) {
    Truth truth = alone(line);
    for (String earlier : before) {
      truth = truth.and(alone(earlier).not());
    }
    return truth;
  }

  private static Truth alone(String line) {
    String text = line.strip();
    text = text.startsWith("#") ? text.substring(1).strip() : text;
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    String rest = text.substring(end).strip();
    return switch (text.substring(0, end)) {
      case "ifdef", "elifdef" -> defined(rest);
      case "ifndef", "elifndef" -> defined(rest).not();
      case "if", "elif" -> expression(rest);
      case "else" -> Truth.YES;
      default -> Truth.OPEN;
    };
  }

  private static Truth defined(String name) {
    return DEFINED.contains(name) ? Truth.YES : NOT_DEFINED.contains(name) ? Truth.NO : Truth.OPEN;
  }

  private static Truth expression(String text) {
    if (text.length() > LONGEST) {
      return Truth.OPEN;
    }
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      matcher.region(matcher.end(), text.length());
    }
    Lp64 reader = new Lp64(tokens);
    Truth truth = reader.either();
    return reader.at == tokens.size() ? truth : Truth.OPEN;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private boolean take(String token) {
    if (peek().equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private Truth either() {
    Truth truth = both();
    while (take("||")) {
      truth = truth.or(both());
    }
    return truth;
  }

  private Truth both() {
    Truth truth = one();
    while (take("&&")) {
      truth = truth.and(one());
    }
    return truth;
  }

  private Truth one() {
    boolean negated = false;
    while (take("!")) {
      negated = !negated;
    }
    Truth truth = operand();
    return negated ? truth.not() : truth;
  }

  private Truth operand() {
    if (peek().equals("(") && depth < 50) {
      at++;
      depth++;
      Truth inner = either();
      depth--;
      return take(")") ? inner : Truth.OPEN;
    }
    String word = peek();
    at++;
    if (word.equals("defined") || word.equals("IS_ENABLED") || word.equals("IS_BUILTIN")) {
      boolean open = take("(");
      Truth truth = defined(peek());
      at++;
      return !open || take(")") ? truth : Truth.OPEN;
    }
    return Set.of("==", "!=", "<", ">", "<=", ">=").contains(peek())
        ? compare(word)
        : word.equals("0") ? Truth.NO : word.equals("1") ? Truth.YES : Truth.OPEN;
  }

  private Truth compare(String left) {
    String operator = peek();
    at++;
    String right = peek();
    at++;
    long one = number(left);
    long other = number(right);
    if (one < 0 || other < 0) {
      return Truth.OPEN;
    }
    int order = Long.compare(one, other);
    boolean holds =
        switch (operator) {
          case "==" -> order == 0;
          case "!=" -> order != 0;
          case "<" -> order < 0;
          case ">" -> order > 0;
          case "<=" -> order <= 0;
          default -> order >= 0;
        };
    return holds ? Truth.YES : Truth.NO;
  }

  /** The value, or -1. */
  private static long number(String word) {
    Long known = NUMBERS.get(word);
    if (known != null) {
      return known;
    }
    return word.length() < 9 && !word.isEmpty() && word.chars().allMatch(Character::isDigit)
        ? Long.parseLong(word)
        : -1;
  }
}

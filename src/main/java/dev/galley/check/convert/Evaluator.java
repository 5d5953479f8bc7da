package dev.galley.check.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Computes expressions for given values of what is in them and cannot be looked into.
 *
 * <p>Numbers have 64 bits; what that does not settle (a shift too far, a division by zero) has no
 * value.
 */
final class Evaluator {

  private static final int DEPTH = 40;

  private final Definitions definitions;
  private final Map<String, Expr> stands;
  private final Function<CNode, String> standsText;
  private final Map<String, Long> leaves = new LinkedHashMap<>();
  private final Map<String, Long> given;
  private boolean overflowed;
  private boolean usedMacro;

  /**
   * An evaluator.
   *
   * @param given the values of leaves, by their text; others are 1 and told by {@link #leaves()}
   * @param stands names that stand for an expression of before the patch
   */
  Evaluator(
      Definitions definitions,
      Map<String, Long> given,
      Map<String, Expr> stands,
      Function<CNode, String> standsText) {
    this.definitions = definitions;
    this.given = given;
    this.stands = stands;
    this.standsText = standsText;
  }

  /** What was met that has no value of its own, in order, with the value it was given. */
  Map<String, Long> leaves() {
    return leaves;
  }

  /** Whether a value did not fit the field that it was put into. */
  boolean overflowed() {
    return overflowed;
  }

  /** Whether a macro was met whose meaning is known. */
  boolean usedMacro() {
    return usedMacro;
  }

  OptionalLong value(Expr expression, Function<CNode, String> text) {
    return value(expression, text, Map.of(), 0);
  }

  private OptionalLong value(
      Expr expression, Function<CNode, String> text, Map<String, Long> names, int depth) {
    Expr bare = Trees.bare(expression);
    if (depth > DEPTH) {
      return OptionalLong.empty();
    }
    if (bare instanceof Expr.Constant constant) {
      return constant(constant.text());
    }
    if (bare instanceof Expr.Ident ident) {
      return ident(ident, names, depth);
    }
    if (bare instanceof Expr.Unary unary) {
      return unary(unary, text, names, depth);
    }
    if (bare instanceof Expr.Binary binary) {
      return binary(binary, text, names, depth);
    }
    if (bare instanceof Expr.Conditional choice && choice.yes().isPresent()) {
      OptionalLong condition = value(choice.condition(), text, names, depth + 1);
      return condition.isEmpty()
          ? condition
          : value(
              condition.getAsLong() != 0 ? choice.yes().get() : choice.no(),
              text,
              names,
              depth + 1);
    }
    if (bare instanceof Expr.Cast cast) {
      return cast(cast, text, names, depth);
    }
    if (bare instanceof Expr.Call call && call.name().isPresent()) {
      Optional<OptionalLong> known = call(call, text, names, depth);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return names.isEmpty() ? leaf(text.apply(bare)) : OptionalLong.empty();
  }

  private OptionalLong leaf(String key) {
    Expr meaning = stands.get(key);
    if (meaning != null) {
      return value(meaning, standsText, Map.of(), 1);
    }
    long value = given.getOrDefault(key, 1L);
    leaves.put(key, value);
    return OptionalLong.of(value);
  }

  static OptionalLong constant(String text) {
    String digits = text.replaceAll("[uUlL]+$", "");
    try {
      boolean octal = digits.length() > 1 && digits.startsWith("0") && digits.matches("[0-7]+");
      return OptionalLong.of(
          octal ? Long.parseLong(digits, 8) : Long.parseUnsignedLong(hex(digits), radix(digits)));
    } catch (NumberFormatException strange) {
      return OptionalLong.empty();
    }
  }

  private static String hex(String digits) {
    return radix(digits) == 16 ? digits.substring(2) : digits;
  }

  private static int radix(String digits) {
    return digits.startsWith("0x") || digits.startsWith("0X") ? 16 : 10;
  }

  private OptionalLong ident(Expr.Ident ident, Map<String, Long> names, int depth) {
    Long bound = names.get(ident.name());
    if (bound != null) {
      return OptionalLong.of(bound);
    }
    OptionalLong known = KnownValues.constant(ident.name());
    if (known.isPresent()) {
      return known;
    }
    Optional<Definitions.Definition> definition =
        definitions.find(ident.name()).filter(one -> one.parameters().isEmpty());
    return definition.isPresent()
        ? value(definition.get().body(), definition.get().text(), Map.of(), depth + 1)
        : leaf(ident.name());
  }

  private OptionalLong unary(
      Expr.Unary unary, Function<CNode, String> text, Map<String, Long> names, int depth) {
    boolean computes =
        unary.op() == Expr.UnaryOp.NOT
            || unary.op() == Expr.UnaryOp.COMPLEMENT
            || unary.op() == Expr.UnaryOp.MINUS
            || unary.op() == Expr.UnaryOp.PLUS;
    if (!computes) {
      return names.isEmpty() ? leaf(text.apply(unary)) : OptionalLong.empty();
    }
    OptionalLong operand = value(unary.operand(), text, names, depth + 1);
    if (operand.isEmpty()) {
      return operand;
    }
    long value = operand.getAsLong();
    return OptionalLong.of(
        switch (unary.op()) {
          case NOT -> value == 0 ? 1 : 0;
          case COMPLEMENT -> ~value;
          case MINUS -> -value;
          default -> value;
        });
  }

  private OptionalLong binary(
      Expr.Binary binary, Function<CNode, String> text, Map<String, Long> names, int depth) {
    OptionalLong left = value(binary.left(), text, names, depth + 1);
    OptionalLong right = value(binary.right(), text, names, depth + 1);
    return left.isEmpty() || right.isEmpty()
        ? OptionalLong.empty()
        : compute(binary.op(), left.getAsLong(), right.getAsLong());
  }

  private static OptionalLong compute(String op, long a, long b) {
    boolean shifts = op.equals("<<") || op.equals(">>");
    boolean divides = op.equals("/") || op.equals("%");
    if ((shifts && (b < 0 || b > 62)) || (divides && b == 0)) {
      return OptionalLong.empty();
    }
    return switch (op) {
      case "+" -> OptionalLong.of(a + b);
      case "-" -> OptionalLong.of(a - b);
      case "*" -> OptionalLong.of(a * b);
      case "/" -> OptionalLong.of(a / b);
      case "%" -> OptionalLong.of(a % b);
      case "&" -> OptionalLong.of(a & b);
      case "|" -> OptionalLong.of(a | b);
      case "^" -> OptionalLong.of(a ^ b);
      case "<<" -> OptionalLong.of(a << b);
      case ">>" -> OptionalLong.of(a >> b);
      case "==" -> truth(a == b);
      case "!=" -> truth(a != b);
      case "<" -> truth(a < b);
      case ">" -> truth(a > b);
      case "<=" -> truth(a <= b);
      case ">=" -> truth(a >= b);
      case "&&" -> truth(a != 0 && b != 0);
      case "||" -> truth(a != 0 || b != 0);
      default -> OptionalLong.empty();
    };
  }

  private static OptionalLong truth(boolean value) {
    return OptionalLong.of(value ? 1 : 0);
  }

  private OptionalLong cast(
      Expr.Cast cast, Function<CNode, String> text, Map<String, Long> names, int depth) {
    OptionalLong inner = value(cast.operand(), text, names, depth + 1);
    String type = text.apply(cast.type());
    if (inner.isEmpty() || type.contains("*")) {
      return inner;
    }
    long value = inner.getAsLong();
    return switch (type) {
      case "u8", "__u8", "unsigned char" -> OptionalLong.of(value & 0xff);
      case "u16", "__u16", "unsigned short" -> OptionalLong.of(value & 0xffff);
      case "u32", "__u32", "unsigned int" -> OptionalLong.of(value & 0xffffffffL);
      default -> inner;
    };
  }

  private Optional<OptionalLong> call(
      Expr.Call call, Function<CNode, String> text, Map<String, Long> names, int depth) {
    String name = call.name().orElse("");
    Optional<Definitions.Definition> definition =
        definitions.find(name).filter(one -> one.parameters().isPresent());
    List<Long> arguments = new ArrayList<>();
    boolean known = KnownValues.macro(name, zeros(call)).isPresent();
    boolean defined =
        definition.isPresent()
            && definition.get().parameters().orElseThrow().size() == call.arguments().size();
    if (!known && !defined) {
      return Optional.empty();
    }
    for (Expr argument : call.arguments()) {
      OptionalLong value = value(argument, text, names, depth + 1);
      if (value.isEmpty()) {
        return Optional.of(value);
      }
      arguments.add(value.getAsLong());
    }
    if (known) {
      usedMacro = true;
      boolean puts = name.equals("FIELD_PREP") && arguments.get(0) != 0;
      overflowed |= puts && !KnownValues.fits(arguments.get(0), arguments.get(1));
      return KnownValues.macro(name, arguments);
    }
    Map<String, Long> bound = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      int bits = definition.get().bits().get(i);
      long value = arguments.get(i);
      bound.put(
          definition.get().parameters().orElseThrow().get(i),
          bits == 64 ? value : value & (1L << bits) - 1);
    }
    return Optional.of(value(definition.get().body(), definition.get().text(), bound, depth + 1));
  }

  private static List<Long> zeros(Expr.Call call) {
    return call.arguments().stream().map(argument -> 1L).toList();
  }
}

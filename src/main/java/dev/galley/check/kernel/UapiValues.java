package dev.galley.check.kernel;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.MacroDefinition;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The constants of a header: object-like macros and enumerators. */
final class UapiValues {

  private static final Pattern COUNT =
      Pattern.compile("(?:.*_)?(?:MAX|LAST|COUNT|CNT|NUM|NR|END|SIZE|LEN|MASK|ALL)(?:_.*)?");
  private static final Pattern NUMBER =
      Pattern.compile("0[xX]([0-9a-fA-F]{1,32})[uUlL]{0,4}|([0-9]{1,32})[uUlL]{0,4}");

  private UapiValues() {}

  /**
   * A constant.
   *
   * @param text its value as written, blanks made one; of an enumerator without one its place
   * @param at octet of its name
   */
  record Value(String text, int at) {

    /** Whether the values are written otherwise, and are not the same number. */
    boolean differs(Value other) {
      return !text.equals(other.text)
          && (number(text).isEmpty() || !number(text).equals(number(other.text)));
    }
  }

  /** Whether a name is that of a limit or count, which grows with what it counts. */
  static boolean isCount(String name) {
    return COUNT.matcher(name).matches();
  }

  /** The constants of a header by name; one that is defined twice is left out. */
  static Map<String, Value> in(CFile file) {
    Map<String, Value> values = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.DEFINE) {
        file.macro(external)
            .filter(macro -> !macro.functionLike() && macro.bodySpan().length() > 0)
            .ifPresent(macro -> put(values, twice, macro.name().text(), value(file, macro)));
      } else if (external.what() == External.What.ENUM) {
        enumerators(file, external, values, twice);
      }
    }
    twice.forEach(values::remove);
    return values;
  }

  private static void put(Map<String, Value> values, Set<String> twice, String name, Value value) {
    if (values.putIfAbsent(name, value) != null) {
      twice.add(name);
    }
  }

  private static Value value(CFile file, MacroDefinition macro) {
    CTokens body = Lexer.lexMacroBody(file.bytes(), macro.bodySpan());
    StringBuilder text = new StringBuilder();
    for (int token = 0; token < body.count(); token++) {
      if (!body.isHidden(token)) {
        text.append(text.length() == 0 ? "" : " ").append(body.spelling(token));
      }
    }
    return new Value(text.toString(), macro.name().span().start());
  }

  private static void enumerators(
      CFile file, External external, Map<String, Value> values, Set<String> twice) {
    List<Reading> readings = file.readings(external);
    if (readings.size() != 1 || !(readings.get(0) instanceof Reading.Tree tree)) {
      return;
    }
    String[] last = {"0"};
    int[] after = {0};
    boolean[] known = {true};
    tree.unit()
        .walk(
            node -> {
              if (node instanceof Decl.Alternatives) {
                known[0] = false;
              }
              if (!(node instanceof Decl.Enumerator enumerator) || !known[0]) {
                return;
              }
              if (enumerator.value().isPresent()) {
                last[0] = file.bytes().slice(enumerator.value().get().span()).utf8();
                after[0] = 0;
              }
              put(
                  values,
                  twice,
                  enumerator.name().text(),
                  new Value(place(last[0], after[0]), enumerator.name().span().start()));
              after[0]++;
            });
  }

  private static String place(String start, int after) {
    Optional<BigInteger> number = number(start);
    return number
        .map(value -> value.add(BigInteger.valueOf(after)).toString())
        .orElse(after == 0 ? start : start + " + " + after);
  }

  private static Optional<BigInteger> number(String text) {
    var matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    if (matcher.group(1) != null) {
      return Optional.of(new BigInteger(matcher.group(1), 16));
    }
    boolean octal = text.startsWith("0") && matcher.group(2).chars().allMatch(c -> c < '8');
    return Optional.of(new BigInteger(matcher.group(2), octal ? 8 : 10));
  }

  /** Whether an expression is, or has in it, a name. */
  static boolean mentions(Expr expr, String name) {
    boolean[] found = {false};
    expr.walk(node -> found[0] |= node instanceof Expr.Ident ident && ident.name().equals(name));
    return found[0];
  }
}

package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prints expressions as C on one line, names put in for others, parentheses only where they are
 * needed or tell operators apart.
 */
final class CodeText {

  /** Strengths of operators (C17 6.5), the tighter the higher. */
  private static final int COMMA = 1;

  private static final int ASSIGN = 2;
  private static final int CHOICE = 3;
  private static final int UNARY = 14;
  private static final int POSTFIX = 15;
  private static final Map<String, Integer> STRENGTHS = strengths();
  private static final int DEEPEST = 200;

  private final Bytes source;
  private final Map<String, Put> puts;

  /** What is put in for a name. */
  private record Put(String text, int strength) {}

  /** Prints nodes of some octets. */
  CodeText(Bytes source) {
    this(source, Map.of());
  }

  private CodeText(Bytes source, Map<String, Put> puts) {
    this.source = source;
    this.puts = puts;
  }

  private static Map<String, Integer> strengths() {
    List<List<String>> levels =
        List.of(
            List.of("||"),
            List.of("&&"),
            List.of("|"),
            List.of("^"),
            List.of("&"),
            List.of("==", "!="),
            List.of("<", ">", "<=", ">="),
            List.of("<<", ">>"),
            List.of("+", "-"),
            List.of("*", "/", "%"));
    Map<String, Integer> strengths = new LinkedHashMap<>();
    for (int i = 0; i < levels.size(); i++) {
      for (String op : levels.get(i)) {
        strengths.put(op, CHOICE + 1 + i);
      }
    }
    return strengths;
  }

  /** The same, with an expression put in wherever a name stands for a value. */
  CodeText with(String name, Expr expr) {
    return with(name, of(expr), strength(bare(expr)));
  }

  /** The same, with a text put in that binds as tightly as a name. */
  CodeText with(String name, String text) {
    return with(name, text, POSTFIX);
  }

  private CodeText with(String name, String text, int strength) {
    Map<String, Put> more = new LinkedHashMap<>(puts);
    more.put(name, new Put(text, strength));
    return new CodeText(source, more);
  }

  /** The same, with a text put in that is an expression of the kind of another. */
  CodeText with(String name, String text, Expr like) {
    return with(name, text, strength(like));
  }

  static Expr bare(Expr expr) {
    Expr at = expr;
    while (at instanceof Expr.Paren paren) {
      at = paren.inner();
    }
    return at;
  }

  /** An expression as C. */
  String of(Expr expr) {
    return of(expr, 0);
  }

  private String of(Expr from, int depth) {
    Expr expr = bare(from);
    if (depth > DEEPEST) {
      return slice(expr);
    }
    int deeper = depth + 1;
    if (expr instanceof Expr.Ident ident) {
      Put put = puts.get(ident.name());
      return put == null ? ident.name() : put.text();
    }
    if (expr instanceof Expr.Constant constant) {
      return constant.text();
    }
    if (expr instanceof Expr.Member member) {
      return tight(member.base(), POSTFIX, deeper)
          + (member.arrow() ? "->" : ".")
          + member.name().text();
    }
    if (expr instanceof Expr.Call call) {
      List<String> arguments = new ArrayList<>();
      call.arguments().forEach(each -> arguments.add(tight(each, ASSIGN, deeper)));
      return tight(call.callee(), POSTFIX, deeper) + "(" + String.join(", ", arguments) + ")";
    }
    if (expr instanceof Expr.Index index) {
      return tight(index.base(), POSTFIX, deeper) + "[" + of(index.index(), deeper) + "]";
    }
    if (expr instanceof Expr.Unary unary) {
      return unary(unary, deeper);
    }
    if (expr instanceof Expr.Binary binary) {
      int own = strength(binary);
      return operand(binary.left(), own, deeper)
          + " "
          + binary.op()
          + " "
          + operand(binary.right(), own + 1, deeper);
    }
    if (expr instanceof Expr.Conditional choice) {
      return tight(choice.condition(), CHOICE + 1, deeper)
          + choice.yes().map(yes -> " ? " + of(yes, deeper) + " : ").orElse(" ?: ")
          + tight(choice.no(), CHOICE, deeper);
    }
    if (expr instanceof Expr.Assign assign) {
      return tight(assign.target(), UNARY, deeper)
          + " "
          + assign.op()
          + " "
          + tight(assign.value(), ASSIGN, deeper);
    }
    if (expr instanceof Expr.Cast cast) {
      return "(" + slice(cast.type()) + ")" + tight(cast.operand(), UNARY, deeper);
    }
    if (expr instanceof Expr.SizeOf size && !size.alignment()) {
      return "sizeof(" + of(size.operand(), deeper) + ")";
    }
    return slice(expr);
  }

  private String unary(Expr.Unary unary, int depth) {
    boolean after = unary.op().name().startsWith("POST");
    String operand = tight(unary.operand(), after ? POSTFIX : UNARY, depth);
    String op = unary.op().text();
    if (after) {
      return operand + op;
    }
    boolean joins = operand.startsWith(op.substring(op.length() - 1)) && !op.equals("!");
    return op + (joins || op.length() > 2 ? " " : "") + operand;
  }

  /** An operand of an operator; what was in parentheses and is an operator keeps them. */
  private String operand(Expr expr, int strength, int depth) {
    boolean isRow = expr instanceof Expr.Paren && bare(expr) instanceof Expr.Binary;
    return isRow ? "(" + of(expr, depth) + ")" : tight(expr, strength, depth);
  }

  private String tight(Expr expr, int strength, int depth) {
    String text = of(expr, depth);
    return strength(bare(expr)) < strength ? "(" + text + ")" : text;
  }

  private int strength(Expr expr) {
    if (expr instanceof Expr.Ident ident) {
      Put put = puts.get(ident.name());
      return put == null ? POSTFIX : put.strength();
    }
    if (expr instanceof Expr.Binary binary) {
      return STRENGTHS.getOrDefault(binary.op(), CHOICE + 1);
    }
    if (expr instanceof Expr.Conditional) {
      return CHOICE;
    }
    if (expr instanceof Expr.Assign) {
      return ASSIGN;
    }
    if (expr instanceof Expr.Comma) {
      return COMMA;
    }
    return expr instanceof Expr.Unary || expr instanceof Expr.Cast || expr instanceof Expr.SizeOf
        ? UNARY
        : POSTFIX;
  }

  /** A node as written, on one line, names put in. */
  String slice(CNode node) {
    List<Expr.Ident> idents = new ArrayList<>();
    node.walk(
        each -> {
          if (each instanceof Expr.Ident ident && puts.containsKey(ident.name())) {
            idents.add(ident);
          }
        });
    idents.sort(Comparator.comparingInt(ident -> ident.span().start()));
    StringBuilder text = new StringBuilder();
    int at = node.span().start();
    for (Expr.Ident ident : idents) {
      Put put = puts.get(ident.name());
      if (put != null && ident.span().start() >= at) {
        text.append(source.slice(at, ident.span().start()).utf8());
        text.append(put.strength() < POSTFIX ? "(" + put.text() + ")" : put.text());
        at = ident.span().end();
      }
    }
    return oneLine(text.append(source.slice(at, node.span().end()).utf8()).toString());
  }

  /** Without comments, line ends and continuations. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i + 2);
        i = end < 0 ? text.length() : end + 2;
        c = ' ';
        i--;
      } else if (text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() - 1 : end;
        c = ' ';
      } else if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
        i++;
        c = ' ';
      }
      if (!Character.isWhitespace(c)) {
        line.append(c);
      } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
      i++;
    }
    return line.toString().strip();
  }
}

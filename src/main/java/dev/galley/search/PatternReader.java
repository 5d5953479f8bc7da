package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.kernelc.types.CType;
import dev.galley.text.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a pattern: C declarations of its variables, then one expression, as the grammar's {@code
 * statementsUnit} has them.
 *
 * <p>It is read as the body of a function of the tree, so that its types mean what they mean there.
 */
final class PatternReader {

  /** What stands for a path in evidence and look-ups. */
  static final String PATH = "the pattern";

  private static final String HEAD = "void pattern(void) {";
  private static final int LONGEST = 10_000;

  private final String text;
  private final TypeSources types;

  PatternReader(String text, TypeSources types) {
    this.text = text;
    this.types = types;
  }

  Pattern read() throws PatternException {
    if (text.isBlank()) {
      throw new PatternException("the pattern is empty: expected an expression, such as 'd->x'");
    }
    if (text.length() > LONGEST) {
      throw new PatternException(
          "the pattern has " + text.length() + " characters; at most " + LONGEST + " are allowed");
    }
    String end = text.stripTrailing().endsWith(";") ? "}" : ";}";
    CFile file = CFile.of(PATH, Bytes.utf8(HEAD + text + end));
    List<External> externals = file.outline().externals();
    if (externals.size() != 1) {
      throw new PatternException(
          "the pattern is more than an expression with declarations before it: " + text);
    }
    External external = externals.get(0);
    Reading reading = file.readings(external).get(0);
    if (reading instanceof Reading.Unknown unknown) {
      int at = Math.max(unknown.at().start() - HEAD.length(), 0);
      throw new PatternException(
          at >= text.stripTrailing().length()
              ? "pattern, column " + (at + 1) + ": it ends where more is expected"
              : "pattern, column " + (at + 1) + ": " + unknown.reason());
    }
    Reading.Tree tree = (Reading.Tree) reading;
    return pattern(items(tree.unit()), types.of(file, external, tree.unit()));
  }

  private List<Stmt> items(Unit unit) throws PatternException {
    if (unit instanceof Unit.Declarations declarations
        && declarations.items().size() == 1
        && declarations.items().get(0) instanceof Decl.FunctionDefinition function
        && !function.body().items().isEmpty()) {
      return function.body().items();
    }
    throw new PatternException("the pattern is no expression: " + text);
  }

  private Pattern pattern(List<Stmt> items, TypeSource source) throws PatternException {
    Map<String, MetaVariable> variables = new LinkedHashMap<>();
    for (Stmt item : items.subList(0, items.size() - 1)) {
      if (!(item instanceof Stmt.Declare declare)
          || !(declare.declaration() instanceof Decl.Declaration declaration)) {
        throw new PatternException(
            "pattern, column "
                + column(item)
                + ": expected the declaration of a variable (TYPE NAME;) before the expression");
      }
      Variables.declare(declaration, source, true, variables);
    }
    Stmt last = items.get(items.size() - 1);
    if (!(last instanceof Stmt.Evaluate evaluate)) {
      throw new PatternException(
          "pattern, column " + column(last) + ": expected an expression at the end");
    }
    Expr expression = Shapes.bare(evaluate.expression());
    if (expression instanceof Expr.Ident ident && variables.containsKey(ident.name())) {
      throw new PatternException(
          "the pattern is nothing but the variable " + ident.name() + ": it would fit everywhere");
    }
    return new Pattern(
        text, HEAD.length(), expression, variables, owner(expression, source), source, false);
  }

  private static int column(Stmt statement) {
    return Math.max(statement.span().start() - HEAD.length(), 0) + 1;
  }

  /** The type whose member a shape is, for counting; empty where it is none. */
  static String owner(Expr expression, TypeSource source) {
    if (!(expression instanceof Expr.Member member)
        || !(Shapes.bare(member.base()) instanceof Expr.Ident)) {
      return "";
    }
    CType base = source.typeOf(member.base()).type();
    return base.isUnknown() ? "" : Structure.owner(base);
  }
}

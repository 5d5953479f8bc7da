package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.types.CType;
import dev.galley.kernelc.types.Typed;
import java.util.List;
import java.util.Optional;

/**
 * Lays the pattern over an expression.
 *
 * <p>Parentheses do not count; {@code (*p).x} and {@code p->x} are the same, and {@code s.x} fits
 * {@code p->x} where s is what p points to. Other than in {@link Sense#EXACT} what {@link Sense}
 * makes plain is the same too, and operands whose order does not matter may stand in any.
 */
final class Unifier {

  private static final int DEEPEST = 200;

  private final Pattern pattern;
  private final Program program;
  private final Sense sense;
  private final Judge judge;
  private final Chains chains;

  /**
   * A unifier.
   *
   * @param sense in which the pattern's own top counts
   */
  Unifier(Pattern pattern, Program program, Sense sense) {
    this.pattern = pattern;
    this.program = program;
    this.sense = sense;
    this.judge = new Judge(program, sense);
    this.chains = new Chains(this);
  }

  /**
   * Whether the words and shapes fit, and the types too as far as they are known; the fit has the
   * rest.
   */
  boolean fits(Expr expr, Fit fit) {
    return fits(pattern.expression(), expr, sense, fit, 0);
  }

  /** Whether two expressions are the same, wherever they stand. */
  boolean same(Expr one, Expr other) {
    if (sense == Sense.EXACT) {
      return Structure.equal(one, other);
    }
    Pattern plain = pattern.withoutVariables();
    return new Unifier(plain, program, sense.value()).fits(one, other, sense.value(), new Fit(), 0);
  }

  /** Lays a part of the pattern over a part of the program. */
  boolean fits(Expr shape, Expr part, Sense at, Fit fit, int depth) {
    Expr wanted = at.of(shape);
    Expr expr = at.of(part);
    if (depth > DEEPEST) {
      fit.doubt("nested deeper than " + DEEPEST + " levels");
      return true;
    }
    if (sense != Sense.EXACT && fit.isSpent()) {
      fit.doubt("too many ways to compare it");
      return false;
    }
    if (wanted instanceof Expr.Ident ident) {
      Optional<MetaVariable> variable = pattern.variable(ident.name());
      // What the pattern asks of a variable as it is, the variable stands for as written.
      boolean asWritten = wanted == Shapes.bare(shape);
      return variable.isPresent()
          ? variable(ident.name(), variable.get(), asWritten ? Shapes.bare(part) : expr, fit)
          : name(ident, expr);
    }
    if (wanted instanceof Expr.Member member) {
      return expr instanceof Expr.Member other
          && memberName(member.name(), other.name(), fit)
          && base(member, other, fit, depth);
    }
    if (sense != Sense.EXACT && wanted instanceof Expr.Constant constant) {
      return expr instanceof Expr.Constant other && Numbers.same(constant.text(), other.text());
    }
    if (sense != Sense.EXACT
        && wanted instanceof Expr.Binary binary
        && expr instanceof Expr.Binary other) {
      return chains.fits(binary, other, fit, depth);
    }
    return Structure.sameNode(wanted, expr) && children(wanted, expr, fit, depth);
  }

  private boolean name(Expr.Ident wanted, Expr expr) {
    return expr instanceof Expr.Ident other
        && other.name().equals(wanted.name())
        && (sense == Sense.EXACT || !program.isLocal(other) || pattern.literal());
  }

  private boolean memberName(Name wanted, Name name, Fit fit) {
    return (sense != Sense.EXACT
            && pattern.variable(wanted.text()).orElse(null) instanceof MetaVariable.AnyName)
        ? bind(wanted.text(), new Expr.Ident(name.span(), name.text()), fit)
        : wanted.text().equals(name.text());
  }

  private boolean children(Expr wanted, Expr expr, Fit fit, int depth) {
    if (wanted instanceof Expr.Cast cast && expr instanceof Expr.Cast other) {
      return castType(cast, other, fit)
          && fits(cast.operand(), other.operand(), sense.value(), fit, depth + 1);
    }
    if (wanted instanceof Expr.StatementExpr block
        && expr instanceof Expr.StatementExpr other
        && sense != Sense.EXACT) {
      List<Stmt> items = block.body().items();
      return new StatementUnifier(this).fits(items, other.body().items(), fit, depth + 1);
    }
    List<Expr> parts = Structure.parts(wanted);
    List<Expr> others = Structure.parts(expr);
    boolean open = !parts.isEmpty() && pattern.isRest(parts.get(parts.size() - 1));
    int fixed = open ? parts.size() - 1 : parts.size();
    if (open ? others.size() < fixed : others.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      boolean isCondition =
          (wanted instanceof Expr.Conditional && i == 0)
              || (wanted instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT);
      Sense at = isCondition ? sense.condition() : sense.value();
      if (!fits(parts.get(i), others.get(i), at, fit, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean castType(Expr.Cast wanted, Expr.Cast cast, Fit fit) {
    if (sense != Sense.EXACT && Structure.sameWords(wanted.type(), cast.type())) {
      return true;
    }
    if (Structure.plainlyDiffer(wanted.type(), cast.type())) {
      return false;
    }
    Typed target = program.typeOf(cast);
    CType asked = pattern.types().typeOf(wanted).type();
    return TypeMatch.fitsWithQualifiers(target.type(), asked) != TypeMatch.Answer.NO
        && judge.fits("", cast, target, new MetaVariable.OfType(asked), fit);
  }

  private boolean base(Expr.Member wanted, Expr.Member member, Fit fit, int depth) {
    if (wanted.arrow() == member.arrow()) {
      return fits(wanted.base(), member.base(), sense.value(), fit, depth + 1);
    }
    Expr pointerSide = Shapes.bare(wanted.arrow() ? member.base() : wanted.base());
    if (pointerSide instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.DEREFERENCE) {
      return wanted.arrow()
          ? fits(wanted.base(), unary.operand(), sense.value(), fit, depth + 1)
          : fits(unary.operand(), member.base(), sense.value(), fit, depth + 1);
    }
    if (!(Shapes.bare(wanted.base()) instanceof Expr.Ident ident)) {
      return false;
    }
    Optional<MetaVariable> variable = pattern.variable(ident.name());
    if (variable.isEmpty() || variable.get() instanceof MetaVariable.AnyName) {
      return false;
    }
    Expr.UnaryOp made = wanted.arrow() ? Expr.UnaryOp.ADDRESS : Expr.UnaryOp.DEREFERENCE;
    Expr pointed = new Expr.Unary(member.base().span(), made, Shapes.bare(member.base()));
    return variable(ident.name(), variable.get(), pointed, fit);
  }

  private boolean bind(String name, Expr expr, Fit fit) {
    if (fit.isBound(name)) {
      return same(fit.boundOr(name, expr), expr);
    }
    fit.bind(name, expr);
    return true;
  }

  /** A name of the pattern where only a name can stand: a label, a variable declared. */
  boolean plainName(Name wanted, Name name, Fit fit) {
    Optional<MetaVariable> variable = pattern.variable(wanted.text());
    return variable.isPresent()
        ? bind(wanted.text(), new Expr.Ident(name.span(), name.text()), fit)
        : wanted.text().equals(name.text());
  }

  /** Whether a statement of the pattern stands for any one; then it is bound. */
  Optional<Boolean> anyStatement(Stmt wanted, Stmt statement, Fit fit) {
    String name = nameOf(wanted);
    if (!(pattern.variable(name).orElse(null) instanceof MetaVariable.AnyStatement)) {
      return Optional.empty();
    }
    Expr held = new Expr.Statements(statement.span(), List.of(statement));
    if (!fit.isBound(name)) {
      fit.bind(name, held);
      return Optional.of(true);
    }
    return Optional.of(
        fit.boundOr(name, held) instanceof Expr.Statements other
            && new StatementUnifier(new Unifier(pattern.withoutVariables(), program, sense))
                .fits(other.items(), List.of(statement), new Fit(), 0));
  }

  /** The word that a statement of the pattern is, with its semicolon or without. */
  private static String nameOf(Stmt statement) {
    if (statement instanceof Stmt.Evaluate evaluate
        && evaluate.expression() instanceof Expr.Ident ident) {
      return ident.name();
    }
    return statement instanceof Stmt.MacroStatement macro && macro.arguments().isEmpty()
        ? macro.macro().text()
        : "";
  }

  private boolean variable(String name, MetaVariable variable, Expr expr, Fit fit) {
    if (fit.isBound(name)) {
      return same(fit.boundOr(name, expr), expr);
    }
    fit.bind(name, expr);
    if (variable instanceof MetaVariable.AnyName) {
      return expr instanceof Expr.Ident;
    }
    if (variable instanceof MetaVariable.AnyConstant) {
      return expr instanceof Expr.Constant
          || (expr instanceof Expr.Ident ident && Structure.isUpperCase(ident.name()));
    }
    if (variable instanceof MetaVariable.OfType typed) {
      return !(expr instanceof Expr.Nothing || expr instanceof Expr.TypeOperand)
          && judge.fits(name, expr, judge.typeOf(expr), typed, fit);
    }
    return !(variable instanceof MetaVariable.AnyStatement);
  }
}

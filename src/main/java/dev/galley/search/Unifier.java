package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.CType;
import dev.galley.kernelc.types.Typed;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lays the pattern over an expression.
 *
 * <p>Parentheses do not count; {@code (*p).x} and {@code p->x} are the same, and {@code s.x} fits
 * {@code p->x} where s is what p points to.
 */
final class Unifier {

  private static final int DEEPEST = 200;

  private final Pattern pattern;
  private final Function<Expr, Typed> types;
  private final Function<Expr, String> text;

  /**
   * @param types the type of an expression of the program
   * @param text an expression of the program as written
   */
  Unifier(Pattern pattern, Function<Expr, Typed> types, Function<Expr, String> text) {
    this.pattern = pattern;
    this.types = types;
    this.text = text;
  }

  /**
   * Whether the words and shapes fit, and the types too as far as they are known; the fit has the
   * rest.
   */
  boolean fits(Expr expr, Fit fit) {
    return fits(pattern.expression(), expr, fit, 0);
  }

  private boolean fits(Expr shape, Expr program, Fit fit, int depth) {
    Expr wanted = Shapes.bare(shape);
    Expr expr = Shapes.bare(program);
    if (depth > DEEPEST) {
      fit.doubt("nested deeper than " + DEEPEST + " levels");
      return true;
    }
    if (wanted instanceof Expr.Ident ident) {
      Optional<MetaVariable> variable = Optional.ofNullable(pattern.variables().get(ident.name()));
      return variable.isPresent()
          ? variable(ident.name(), variable.get(), expr, fit)
          : expr instanceof Expr.Ident other && other.name().equals(ident.name());
    }
    if (wanted instanceof Expr.Member member) {
      return expr instanceof Expr.Member other
          && member.name().text().equals(other.name().text())
          && base(member, other, fit, depth);
    }
    return Structure.sameNode(wanted, expr) && children(wanted, expr, fit, depth);
  }

  private boolean children(Expr wanted, Expr expr, Fit fit, int depth) {
    if (wanted instanceof Expr.Cast cast && expr instanceof Expr.Cast other) {
      return castType(cast, other, fit) && fits(cast.operand(), other.operand(), fit, depth + 1);
    }
    List<Expr> parts = Structure.parts(wanted);
    List<Expr> others = Structure.parts(expr);
    boolean open = !parts.isEmpty() && pattern.isRest(parts.get(parts.size() - 1));
    int fixed = open ? parts.size() - 1 : parts.size();
    if (open ? others.size() < fixed : others.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!fits(parts.get(i), others.get(i), fit, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean castType(Expr.Cast wanted, Expr.Cast cast, Fit fit) {
    if (Structure.plainlyDiffer(wanted.type(), cast.type())) {
      return false;
    }
    Typed target = types.apply(cast);
    CType asked = pattern.types().typeOf(wanted).type();
    return TypeMatch.fitsWithQualifiers(target.type(), asked) != TypeMatch.Answer.NO
        && judge(text.apply(cast), target, asked, fit);
  }

  private boolean base(Expr.Member wanted, Expr.Member member, Fit fit, int depth) {
    if (wanted.arrow() == member.arrow()) {
      return fits(wanted.base(), member.base(), fit, depth + 1);
    }
    Expr pointerSide = Shapes.bare(wanted.arrow() ? member.base() : wanted.base());
    if (pointerSide instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.DEREFERENCE) {
      return wanted.arrow()
          ? fits(wanted.base(), unary.operand(), fit, depth + 1)
          : fits(unary.operand(), member.base(), fit, depth + 1);
    }
    if (!(Shapes.bare(wanted.base()) instanceof Expr.Ident ident)
        || !(pattern.variables().get(ident.name()) instanceof MetaVariable.OfType variable)) {
      return Shapes.bare(wanted.base()) instanceof Expr.Ident any
          && pattern.variables().get(any.name()) instanceof MetaVariable.Any;
    }
    Typed typed = types.apply(member.base());
    Optional<CType> inner = wanted.arrow() ? variable.type().target() : typed.type().target();
    CType have = wanted.arrow() ? typed.type() : inner.orElse(typed.type());
    CType want = wanted.arrow() ? inner.orElse(variable.type()) : variable.type();
    return judge(text.apply(member.base()), new Typed(have, typed.steps()), want, fit);
  }

  private boolean variable(String name, MetaVariable variable, Expr expr, Fit fit) {
    if (fit.isBound(name)) {
      return Structure.equal(fit.boundOr(name, expr), expr);
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
          && judge(text.apply(expr), types.apply(expr), typed.type(), fit);
    }
    return true;
  }

  private static boolean judge(String text, Typed typed, CType wanted, Fit fit) {
    switch (TypeMatch.fits(typed.type(), wanted)) {
      case YES -> fit.prove(text, typed);
      case UNKNOWN -> fit.doubt("the type of " + text + " is " + typed.type());
      case NO -> {
        return fit.refuse(Structure.owner(typed.type()));
      }
    }
    return true;
  }
}

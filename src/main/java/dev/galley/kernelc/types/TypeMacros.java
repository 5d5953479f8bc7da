package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Macros that stand for types: {@code typeof_member(struct x, m)}, {@code #define v_t int}. */
final class TypeMacros {

  private final Types types;

  TypeMacros(Types types) {
    this.types = types;
  }

  /** The type of a macro call in the place of a type. */
  CType type(TypeSyntax.Macro macro, Context context) {
    String name = macro.name().text();
    if (name.equals("typeof_member") && macro.arguments().size() == 2) {
      return types.known().member(macro.arguments(), context).type();
    }
    if ((name.contains("unqual_scalar_typeof") || name.startsWith("__typeof_unqual"))
        && macro.arguments().size() == 1) {
      return Compat.unqualified(types.reader().operandType(macro.arguments().get(0), context));
    }
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    for (Macro each : types.macros().seen(name, context)) {
      Optional<Unit> body = types.macros().body(each);
      CType type =
          body.isEmpty() || !Macros.mayEnter(name, context)
              ? new CType.Unknown("the body of the macro " + name + " is not understood")
              : bodyType(body.get(), inside(each, macro, context));
      choices.add(new CType.OneOf.Choice(type, Names.condition(each.symbol())));
    }
    return choices.isEmpty()
        ? new CType.Unknown("no macro " + name + " is found that could be a type")
        : Merge.of(choices);
  }

  private Context inside(Macro each, TypeSyntax.Macro call, Context context) {
    List<Passed> passed = types.macros().passed(call.arguments(), context);
    String site = context.file().path() + ":" + call.span().start();
    return types.macros().inside(each, passed, site, context);
  }

  /** The type that a macro's body is. */
  CType bodyType(Unit body, Context inside) {
    if (body instanceof Unit.Expression expression) {
      Expr bare = Exprs.bare(expression.expression());
      if (bare instanceof Expr.Ident ident) {
        return types.reader().names().named(ident.name(), inside);
      }
      if (bare instanceof Expr.TypeOperand operand) {
        return types.reader().typeName(operand.type(), inside);
      }
      if (bare instanceof Expr.Call call && call.callee() instanceof Expr.Ident callee) {
        Name name = new Name(callee.name(), callee.span());
        return type(new TypeSyntax.Macro(call.span(), name, call.arguments()), inside);
      }
    }
    return declaration(body)
        .filter(each -> each.declared().isEmpty())
        .map(each -> types.reader().base(each.specifiers(), inside))
        .orElseGet(() -> new CType.Unknown("the macro's body is no type"));
  }

  private static Optional<Decl.Declaration> declaration(Unit body) {
    if (body instanceof Unit.Declarations declarations
        && declarations.items().size() == 1
        && declarations.items().get(0) instanceof Decl.Declaration declaration) {
      return Optional.of(declaration);
    }
    return body instanceof Unit.Statements statements
            && statements.items().size() == 1
            && statements.items().get(0) instanceof Stmt.Declare declare
            && declare.declaration() instanceof Decl.Declaration declaration
        ? Optional.of(declaration)
        : Optional.empty();
  }
}

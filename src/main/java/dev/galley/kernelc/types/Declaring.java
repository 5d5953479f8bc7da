package dev.galley.kernelc.types;

import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Macro calls that declare: {@code DECLARE_BITMAP(mask, 64);}, {@code static DEFINE_MUTEX(lock);},
 * iterators with a variable of their own. What they declare is read from the macro's body.
 */
final class Declaring {

  private static final List<SymbolKind> FUNCTION =
      List.of(SymbolKind.FUNCTION, SymbolKind.VARIABLE, SymbolKind.MACRO);

  private final Types types;

  Declaring(Types types) {
    this.types = types;
  }

  /** A name with its type and the place where the call writes it. */
  record Found(Name place, CType type, Typed.Step step) {}

  /** What a declaration by macro makes of a name. */
  Optional<Found> declared(Decl decl, String name, Context context) {
    if (decl instanceof Decl.MacroDeclaration macro) {
      if (macro.macro().text().equals("CLASS")) {
        return ofClass(macro, name);
      }
      return call(macro.macro().text(), macro.arguments(), name, context, 0);
    }
    if (decl instanceof Decl.Declaration declaration) {
      for (Decl.Declared each : declaration.declared()) {
        Optional<Found> found =
            each.declarator()
                .macro()
                .flatMap(call -> call(call.name().orElse(""), call.arguments(), name, context, 0));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> ofClass(Decl.MacroDeclaration macro, String name) {
    if (macro.arguments().size() != 2) {
      return Optional.empty();
    }
    String type = Exprs.word(macro.arguments().get(0)).map(Name::text).orElse("");
    return Exprs.word(macro.arguments().get(1))
        .filter(place -> place.text().equals(name))
        .map(
            place ->
                new Found(
                    place,
                    new CType.Unknown("DEFINE_CLASS(" + type + ", …) declares its type"),
                    new Typed.Step("variable " + name + " by CLASS()", "", place.span())));
  }

  /** What a call of a macro declares under a name that is one of its arguments. */
  Optional<Found> call(
      String macro, List<Expr> arguments, String name, Context context, int depth) {
    List<Passed> passed = types.macros().passed(arguments, context);
    Optional<Name> place =
        passed.stream()
            .flatMap(each -> Exprs.word(each.expression()).stream())
            .filter(word -> word.text().equals(name))
            .findFirst();
    if (place.isEmpty() || macro.isEmpty() || depth > 8 || !Macros.mayEnter(macro, context)) {
      return Optional.empty();
    }
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    List<Typed.Step> steps = new ArrayList<>();
    for (Symbol symbol : types.names().seen(FUNCTION, macro, context)) {
      if (symbol.kind() != SymbolKind.MACRO) {
        return Optional.empty();
      }
      Optional<Macro> each = types.macros().of(symbol);
      if (each.isPresent() && each.get().define().isFunctionLike()) {
        String site = context.file().path() + ":" + place.get().span().start();
        Context inside = types.macros().inside(each.get(), passed, site, context);
        types
            .macros()
            .body(each.get())
            .flatMap(unit -> inBody(unit, name, inside, depth))
            .ifPresent(
                type -> {
                  choices.add(new CType.OneOf.Choice(type, Names.condition(symbol)));
                  steps.add(each.get().step());
                });
      }
    }
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(new Found(place.get(), Merge.of(choices), steps.get(0)));
  }

  private Optional<CType> inBody(Unit unit, String name, Context inside, int depth) {
    if (unit instanceof Unit.Declarations declarations) {
      return ofDecls(declarations.items(), name, inside, depth);
    }
    if (unit instanceof Unit.Statements statements) {
      List<Stmt> items = statements.items();
      if (items.size() == 2
          && items.get(0) instanceof Stmt.MacroStatement type
          && items.get(1) instanceof Stmt.Evaluate evaluate
          && isNamed(Exprs.word(evaluate.expression()), name, inside)) {
        return Optional.of(
            types
                .typeMacros()
                .type(new TypeSyntax.Macro(type.span(), type.macro(), type.arguments()), inside));
      }
      for (Stmt statement : items) {
        Optional<CType> type = ofStatement(statement, name, inside, depth);
        if (type.isPresent()) {
          return type;
        }
      }
      return Optional.empty();
    }
    return unit instanceof Unit.Expression expression
        ? ofExpression(expression.expression(), name, inside, depth)
        : Optional.empty();
  }

  private Optional<CType> ofExpression(Expr expr, String name, Context inside, int depth) {
    if (expr instanceof Expr.TypeOperand operand) {
      TypeSyntax.TypeName type = operand.type();
      boolean isIt =
          isNamed(type.declarator().name(), name, inside)
              || isAttribute(type.specifiers().attributes(), name, inside)
              || isAttribute(type.declarator().attributes(), name, inside);
      return isIt ? Optional.of(types.reader().typeName(operand.type(), inside)) : Optional.empty();
    }
    return expr instanceof Expr.Call call && call.name().isPresent()
        ? call(call.name().get(), call.arguments(), name, inside, depth + 1).map(Found::type)
        : Optional.empty();
  }

  private Optional<CType> ofStatement(Stmt statement, String name, Context inside, int depth) {
    if (statement instanceof Stmt.Declare declare) {
      return ofDecls(List.of(declare.declaration()), name, inside, depth);
    }
    if (statement instanceof Stmt.For loop && loop.first().isPresent()) {
      return ofStatement(loop.first().get(), name, inside, depth)
          .or(() -> ofStatement(loop.body(), name, inside, depth));
    }
    if (statement instanceof Stmt.MacroBlock block) {
      return call(block.macro().text(), block.arguments(), name, inside, depth + 1)
          .map(Found::type)
          .or(() -> ofStatement(block.body(), name, inside, depth));
    }
    if (statement instanceof Stmt.MacroStatement macro) {
      return call(macro.macro().text(), macro.arguments(), name, inside, depth + 1)
          .map(Found::type);
    }
    return statement instanceof Stmt.Evaluate evaluate
        ? ofExpression(evaluate.expression(), name, inside, depth)
        : Optional.empty();
  }

  private Optional<CType> ofDecls(List<Decl> decls, String name, Context inside, int depth) {
    for (Flat.Item item : Flat.of(decls)) {
      if (item.decl() instanceof Decl.Declaration declaration) {
        for (Decl.Declared each : declaration.declared()) {
          if (isNamed(each.declarator().name(), name, inside)) {
            return Optional.of(
                types
                    .reader()
                    .variable(
                        declaration.specifiers(), each.declarator(), each.initializer(), inside));
          }
          Optional<CType> nested =
              each.declarator().macro().flatMap(call -> ofExpression(call, name, inside, depth));
          if (nested.isPresent()) {
            return nested;
          }
        }
      } else if (item.decl() instanceof Decl.MacroDeclaration macro) {
        Optional<CType> type =
            call(macro.macro().text(), macro.arguments(), name, inside, depth + 1).map(Found::type);
        if (type.isPresent()) {
          return type;
        }
      }
    }
    return Optional.empty();
  }

  /** A name after a type looks like an attribute until one knows what the macro declares. */
  private static boolean isAttribute(
      List<TypeSyntax.Attribute> attributes, String name, Context inside) {
    return attributes.stream()
        .anyMatch(
            each -> each.arguments().isEmpty() && TypeNames.word(each.name(), inside).equals(name));
  }

  private static boolean isNamed(Optional<Name> written, String name, Context inside) {
    return written.filter(each -> TypeNames.word(each.text(), inside).equals(name)).isPresent();
  }
}

package dev.galley.kernelc.types;

import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Types of expressions (C17 6.5 and GNU C). */
final class Typer {

  private final Types types;
  private final Identifiers identifiers;
  private final Operators operators;
  private final Selections selections;
  private final Calls calls;

  Typer(Types types) {
    this.types = types;
    this.identifiers = new Identifiers(types);
    this.operators = new Operators(types);
    this.selections = new Selections(types);
    this.calls = new Calls(types);
  }

  Selections selections() {
    return selections;
  }

  /** The type as {@code typeof} has it: arrays stay arrays, qualifiers of an object stay. */
  Typed typeOf(Expr expression, Context context) {
    return context.effort().deeper(() -> of(Exprs.bare(expression), context), Typed::unknown);
  }

  /** The type of its value: arrays and functions are pointers, qualifiers are gone. */
  Typed value(Expr expression, Context context) {
    Typed typed = typeOf(expression, context);
    return typed.to(Merge.map(typed.type(), Conversions::value));
  }

  /** What stands behind a macro that is defined as its own name. */
  Typed behind(Symbol macro, Context context) {
    return identifiers.behind(macro, context);
  }

  /** The type of a function by its name, macros left out; unknown for anything else. */
  CType functionType(Expr callee, Context context) {
    return callee instanceof Expr.Ident ident && context.scope().ordinary(ident.name()).isEmpty()
        ? identifiers.functionType(ident.name(), context)
        : new CType.Unknown("no function");
  }

  private Typed of(Expr expression, Context context) {
    if (expression instanceof Expr.Ident ident) {
      return identifiers.typeOf(ident, context);
    }
    if (expression instanceof Expr.Member member) {
      return selections.member(member, context);
    }
    if (expression instanceof Expr.Call call) {
      return calls.typeOf(call, context);
    }
    if (expression instanceof Expr.Unary unary) {
      return operators.unary(unary, context);
    }
    if (expression instanceof Expr.Binary binary) {
      return operators.binary(binary, context);
    }
    if (expression instanceof Expr.Index index) {
      return selections.index(index, context);
    }
    if (expression instanceof Expr.Assign assign) {
      Typed target = typeOf(assign.target(), context);
      return target.to(Merge.map(target.type(), Typer::stored));
    }
    if (expression instanceof Expr.Conditional conditional) {
      return operators.conditional(conditional, context);
    }
    if (expression instanceof Expr.Comma comma) {
      return value(comma.parts().get(comma.parts().size() - 1), context);
    }
    return constantOrType(expression, context);
  }

  /** What a write to an object has: of a bit-field its declared type. */
  static CType stored(CType type) {
    return type.resolved() instanceof CType.BitField field
        ? Compat.unqualified(field.declared())
        : Compat.unqualified(type);
  }

  private Typed constantOrType(Expr expression, Context context) {
    if (expression instanceof Expr.Constant constant) {
      return Typed.of(Literals.typeOf(constant.text()));
    }
    if (expression instanceof Expr.Strings strings) {
      return Typed.of(string(strings.parts()));
    }
    if (expression instanceof Expr.Text text) {
      return Typed.of(string(List.of(text)));
    }
    if (expression instanceof Expr.Cast cast) {
      CType type = types.reader().typeName(cast.type(), context);
      return Typed.of(Compat.unqualified(type));
    }
    if (expression instanceof Expr.CompoundLiteral literal) {
      CType type = types.reader().typeName(literal.type(), context);
      return Typed.of(
          type instanceof CType.Array array && array.length().isEmpty()
              ? new CType.Array(array.of(), types.initializers().length(literal.value(), context))
              : type);
    }
    if (expression instanceof Expr.SizeOf) {
      return Typed.of(IntegerTypes.UNSIGNED_LONG);
    }
    if (expression instanceof Expr.LabelAddress) {
      return Typed.of(IntegerTypes.VOID_POINTER);
    }
    if (expression instanceof Expr.StatementExpr statements) {
      return last(statements.body().items(), context);
    }
    if (expression instanceof Expr.Generic generic) {
      return generic(generic, context);
    }
    return odd(expression, context);
  }

  private Typed odd(Expr expression, Context context) {
    if (expression instanceof Expr.TypeOperand operand) {
      return Exprs.word(operand)
          .filter(word -> context.scope().ordinary(word.text()).isPresent())
          .map(word -> typeOf(new Expr.Ident(word.span(), word.text()), context))
          .orElseGet(() -> Typed.unknown("a type stands here, not a value"));
    }
    if (expression instanceof Expr.Designated designated) {
      return typeOf(designated.value(), context);
    }
    if (expression instanceof Expr.Alternatives alternatives) {
      return alternatives(alternatives, context);
    }
    if (expression instanceof Expr.Opaque opaque) {
      return Typed.unknown(opaque.reason());
    }
    return Typed.unknown(
        expression instanceof Expr.InitList
            ? "a list of initialisers has the type of what it initialises"
            : "nothing stands here");
  }

  private Typed alternatives(Expr.Alternatives alternatives, Context context) {
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    List<Typed.Step> steps = new ArrayList<>();
    List<String> before = new ArrayList<>();
    for (Expr.Alternatives.Branch branch : alternatives.branches()) {
      if (branch.items().size() == 1 && Lp64.of(branch.condition(), before) != Lp64.Truth.NO) {
        Typed typed = typeOf(branch.items().get(0), context);
        choices.add(new CType.OneOf.Choice(typed.type(), Flat.text(branch.condition(), before)));
        steps.addAll(typed.steps());
      }
      before.add(branch.condition());
    }
    return choices.isEmpty()
        ? Typed.unknown("several elements that a conditional chooses")
        : Typed.of(Merge.of(choices)).and(steps);
  }

  private static CType string(List<Expr> parts) {
    long length = 1;
    boolean known = true;
    CType of = IntegerTypes.CHAR;
    for (Expr part : parts) {
      if (part instanceof Expr.Text text) {
        length += Literals.stringLength(text.text());
        of = text.text().startsWith("L") ? IntegerTypes.INT : of;
      } else {
        known = false;
      }
    }
    return new CType.Array(of, known ? OptionalLong.of(length) : OptionalLong.empty());
  }

  /** The value of a statement expression: that of its last statement, void if it has none. */
  Typed last(List<Stmt> items, Context context) {
    Declarations declarations = new Declarations(types);
    Context at = context.with(new Binding.Block());
    Optional<Stmt> last = Optional.empty();
    for (Stmt item : items) {
      if (last.isPresent()) {
        at = declarations.after(last.get(), at);
      }
      last = Optional.of(item);
    }
    return last.isEmpty() ? Typed.of(IntegerTypes.VOID) : lastOf(last.get(), at);
  }

  private Typed lastOf(Stmt statement, Context context) {
    if (statement instanceof Stmt.Evaluate evaluate) {
      return value(evaluate.expression(), context);
    }
    if (statement instanceof Stmt.Labeled labeled) {
      return lastOf(labeled.statement(), context);
    }
    if (statement instanceof Stmt.MacroStatement macro) {
      Expr.Ident name = new Expr.Ident(macro.macro().span(), macro.macro().text());
      return value(new Expr.Call(macro.span(), name, macro.arguments()), context);
    }
    if (statement instanceof Stmt.Alternatives alternatives) {
      List<CType.OneOf.Choice> choices = new ArrayList<>();
      List<String> before = new ArrayList<>();
      for (Stmt.Alternatives.Branch branch : alternatives.branches()) {
        if (Lp64.of(branch.condition(), before) != Lp64.Truth.NO) {
          choices.add(
              new CType.OneOf.Choice(
                  last(branch.items(), context).type(), Flat.text(branch.condition(), before)));
        }
        before.add(branch.condition());
      }
      return choices.isEmpty() ? Typed.of(IntegerTypes.VOID) : Typed.of(Merge.of(choices));
    }
    return Typed.of(IntegerTypes.VOID);
  }

  private Typed generic(Expr.Generic generic, Context context) {
    Typed control = value(generic.control(), context);
    if (control.type().isUnknown()) {
      return control;
    }
    Optional<Expr> otherwise = Optional.empty();
    for (Expr.Choice choice : generic.choices()) {
      if (choice.type().isEmpty()) {
        otherwise = Optional.of(choice.value());
      } else {
        CType type = types.reader().typeName(choice.type().get(), context);
        if (type.isUnknown()) {
          return Typed.of(type.resolved());
        }
        if (Compat.canonical(type).equals(Compat.canonical(control.type()))) {
          return typeOf(choice.value(), context);
        }
      }
    }
    return otherwise
        .map(value -> typeOf(value, context))
        .orElseGet(() -> Typed.unknown("no choice of _Generic has the type " + control.type()));
  }
}

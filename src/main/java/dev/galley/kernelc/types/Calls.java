package dev.galley.kernelc.types;

import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types of calls: of functions, of pointers to functions, of macros. */
final class Calls {

  private static final List<SymbolKind> FUNCTIONS =
      List.of(SymbolKind.FUNCTION, SymbolKind.VARIABLE);

  private final Types types;

  Calls(Types types) {
    this.types = types;
  }

  Typed typeOf(Expr.Call call, Context context) {
    if (call.callee() instanceof Expr.Paren paren && call.arguments().size() == 1) {
      Optional<CType> cast =
          Exprs.word(paren).isPresent()
              ? types.reader().names().asType(Exprs.bare(paren), context)
              : Optional.empty();
      if (cast.isPresent()) {
        return Typed.of(Compat.unqualified(cast.get()));
      }
    }
    Optional<Name> name = Exprs.word(call.callee());
    return name.isPresent()
        ? named(name.get().text(), call, context, context)
        : result(types.typer().value(call.callee(), context));
  }

  /** What a value gives when it is called. */
  private static Typed result(Typed callee) {
    return callee.to(
        Merge.map(
            callee.type(),
            type -> {
              CType at = type.resolved();
              CType function = at instanceof CType.Pointer pointer ? pointer.to().resolved() : at;
              return function instanceof CType.Function called
                  ? Compat.unqualified(called.result())
                  : new CType.Unknown("a value of type " + type + " is no function");
            }));
  }

  /**
   * A call by name.
   *
   * @param lookup where the name is looked up: it may be an argument of a macro
   * @param context where the call's own arguments are
   */
  private Typed named(String name, Expr.Call call, Context lookup, Context context) {
    Optional<Binding> local = lookup.scope().ordinary(name);
    if (local.isPresent() && local.get() instanceof Binding.Argument argument) {
      return ofArgument(name, argument, call, context);
    }
    if (local.isPresent()) {
      return result(types.locals().typeOf(local.get(), context.effort()));
    }
    List<Symbol> symbols = types.names().seen(Globals.VALUES, name, lookup);
    boolean isMacro = symbols.stream().allMatch(each -> each.kind() == SymbolKind.MACRO);
    if (isMacro) {
      Optional<Typed> known = types.known().typeOf(name, call.arguments(), context);
      if (known.isPresent()) {
        Typed typed = known.get();
        return symbols.isEmpty()
            ? typed
            : types
                .macros()
                .of(symbols.get(0))
                .map(macro -> Typed.of(typed.type()).and(macro.step()).and(typed.steps()))
                .orElse(typed);
      }
    }
    if (!Macros.mayEnter(name, lookup)) {
      symbols = types.names().seen(FUNCTIONS, name, lookup);
    }
    return ofSymbols(name, symbols, call, context);
  }

  private Typed ofArgument(
      String name, Binding.Argument argument, Expr.Call call, Context context) {
    if (argument.passed().size() != 1) {
      return Typed.unknown("what is called is the macro's argument " + name);
    }
    Passed passed = argument.passed().get(0);
    Context where = passed.where().with(context.effort());
    Optional<Name> word = Exprs.word(passed.expression());
    if (word.isPresent()) {
      return named(word.get().text(), call, where, context);
    }
    return result(passed.type((expr, at) -> types.typer().value(expr, where)));
  }

  private Typed ofSymbols(String name, List<Symbol> symbols, Expr.Call call, Context context) {
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    List<Typed.Step> steps = new ArrayList<>();
    for (Symbol symbol : symbols) {
      if (symbol.kind() != SymbolKind.ENUMERATOR) {
        Typed typed =
            symbol.kind() == SymbolKind.MACRO
                ? macro(symbol, call, context)
                : result(types.globals().typeOf(symbol, context));
        choices.add(new CType.OneOf.Choice(typed.type(), Names.condition(symbol)));
        if (steps.isEmpty()) {
          steps.addAll(typed.steps());
        }
      }
    }
    return choices.isEmpty()
        ? Typed.unknown("no declaration of " + name + " is found")
        : Typed.of(Merge.of(choices)).and(steps);
  }

  private Typed macro(Symbol symbol, Expr.Call call, Context context) {
    Optional<Macro> macro = types.macros().of(symbol);
    Optional<Unit> body = macro.flatMap(types.macros()::body);
    if (macro.isEmpty() || body.isEmpty()) {
      return Typed.unknown("the body of the macro " + symbol.name() + " is not understood");
    }
    Typed typed =
        macro.get().define().isFunctionLike()
            ? functionLike(macro.get(), body.get(), call, context)
            : objectLike(macro.get(), body.get(), call, context);
    return Typed.of(typed.type()).and(macro.get().step()).and(typed.steps());
  }

  /** {@code #define f g}: g is called, be it a function or a macro. */
  private Typed objectLike(Macro macro, Unit body, Expr.Call call, Context context) {
    Context inside = types.macros().inside(macro, context);
    Optional<Expr> only = Exprs.only(body);
    Optional<Name> word = only.flatMap(Exprs::word);
    if (word.isPresent() && word.get().text().equals(macro.define().name())) {
      return result(types.typer().behind(macro.symbol(), inside));
    }
    if (word.isPresent()) {
      Expr.Call other = new Expr.Call(call.span(), only.get(), call.arguments());
      return named(word.get().text(), other, inside, active(macro, context));
    }
    return only.isEmpty()
        ? Typed.unknown("the macro " + macro.define().name() + " is no function")
        : result(types.typer().value(only.get(), inside));
  }

  private static Context active(Macro macro, Context context) {
    List<String> active = new ArrayList<>(context.active());
    active.add(macro.define().name());
    return new Context(
        context.file(), context.from(), context.scope(), active, context.site(), context.effort());
  }

  private Typed functionLike(Macro macro, Unit body, Expr.Call call, Context context) {
    Context inside =
        types
            .macros()
            .inside(
                macro,
                types.macros().passed(call.arguments(), context),
                context.file().path() + ":" + call.span().start(),
                context);
    Optional<Expr> only = Exprs.only(body);
    if (only.isPresent()) {
      return types.typer().typeOf(only.get(), inside);
    }
    if (!(body instanceof Unit.Statements statements)) {
      return Typed.unknown("the macro " + macro.define().name() + " is no expression");
    }
    for (Stmt statement : statements.items()) {
      if (statement instanceof Stmt.Declare) {
        return Typed.unknown("the macro " + macro.define().name() + " declares something");
      }
    }
    return Typed.of(IntegerTypes.VOID);
  }
}

package dev.galley.kernelc.types;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bodies of macros with what their parameters stand for: read as trees, never expanded as text. */
final class Macros {

  private static final List<SymbolKind> MACRO = List.of(SymbolKind.MACRO);
  private static final int MOST_NESTED = 64;

  private final Types types;

  Macros(Types types) {
    this.types = types;
  }

  /** The definition behind a symbol of kind MACRO. */
  Optional<Macro> of(Symbol symbol) {
    return Directives.define(symbol.file().outline().tokens(), symbol.external().firstToken())
        .map(define -> new Macro(symbol, define));
  }

  /** The macros of a name that a file sees. */
  List<Macro> seen(String name, Context context) {
    List<Macro> macros = new ArrayList<>();
    for (Symbol symbol : types.names().seen(MACRO, name, context)) {
      of(symbol).ifPresent(macros::add);
    }
    return macros;
  }

  /** Its body's tree; empty where it does not parse. */
  Optional<Unit> body(Macro macro) {
    List<Reading> readings = macro.symbol().file().readings(macro.symbol().external());
    return readings.size() == 1 && readings.get(0) instanceof Reading.Tree tree
        ? Optional.of(tree.unit())
        : Optional.empty();
  }

  /** Where the body of a macro without arguments is read. */
  Context inside(Macro macro, Context context) {
    return inside(macro, List.of(), context.file().path(), context);
  }

  /** Where the body of a macro is read that is called with arguments. */
  Context inside(Macro macro, List<Passed> arguments, String site, Context context) {
    Scope scope = context.scope() == Scope.FILE ? Scope.FILE : barred(context.scope());
    List<String> parameters = macro.define().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      boolean rest = macro.define().isVariadic() && i == parameters.size() - 1;
      List<Passed> passed =
          i >= arguments.size()
              ? List.of()
              : rest ? arguments.subList(i, arguments.size()) : List.of(arguments.get(i));
      scope = scope.with(new Binding.Argument(parameters.get(i), passed));
    }
    List<String> active = new ArrayList<>(context.active());
    active.add(macro.define().name());
    return new Context(
        macro.symbol().file(), context.from(), scope, active, "@" + site, context.effort());
  }

  private static Scope barred(Scope scope) {
    return scope.with(new Binding.Barrier());
  }

  /** Whether a macro's body may be read here: it is not being read, and not too deep. */
  static boolean mayEnter(String name, Context context) {
    return !context.active().contains(name) && context.active().size() < MOST_NESTED;
  }

  /** Arguments with the place they belong to; a macro's own variadic parameter is laid out. */
  List<Passed> passed(List<Expr> arguments, Context context) {
    List<Passed> all = new ArrayList<>();
    for (Expr argument : arguments) {
      Optional<Binding> binding =
          argument instanceof Expr.Ident ident
              ? context.scope().ordinary(ident.name())
              : Optional.empty();
      if (binding.isPresent() && binding.get() instanceof Binding.Argument given) {
        all.addAll(given.passed());
      } else {
        all.add(new Passed(argument, context));
      }
    }
    return all;
  }
}

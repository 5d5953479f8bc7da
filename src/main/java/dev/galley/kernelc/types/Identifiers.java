package dev.galley.kernelc.types;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Types of names: of the function, of the file, of macros without arguments. */
final class Identifiers {

  private static final List<SymbolKind> NOT_MACROS =
      List.of(SymbolKind.VARIABLE, SymbolKind.FUNCTION, SymbolKind.ENUMERATOR);

  private static final int LONGEST_CALL = 2_000;

  private final Types types;

  Identifiers(Types types) {
    this.types = types;
  }

  Typed typeOf(Expr.Ident ident, Context context) {
    String name = ident.name();
    Optional<Binding> local = context.scope().ordinary(name);
    if (local.isPresent()) {
      return types.locals().typeOf(local.get(), context.effort());
    }
    return byMacro(name, context)
        .or(() -> global(name, context))
        .or(() -> predefined(name))
        .or(() -> DriverAttributes.typeOf(name, context))
        .or(() -> ofFile(name, context))
        .orElseGet(() -> Typed.unknown("no declaration of " + name + " is found"));
  }

  /** The type of a function that is no macro. */
  CType functionType(String name, Context context) {
    List<Symbol> symbols = types.names().seen(Globals.VALUES, name, context);
    return symbols.stream().allMatch(each -> each.kind() == SymbolKind.FUNCTION)
            && !symbols.isEmpty()
        ? types.globals().typeOf(symbols.get(0), context).type()
        : new CType.Unknown(name + " is no function");
  }

  /** A variable that a macro call of the function declares. */
  private Optional<Typed> byMacro(String name, Context context) {
    List<Declaring.Found> found = new ArrayList<>();
    Optional<Binding> binding =
        context
            .scope()
            .maybe(
                name,
                maybe -> {
                  Optional<Declaring.Found> declared =
                      types
                          .declaring()
                          .call(
                              maybe.macro().text(),
                              maybe.arguments(),
                              name,
                              maybe.where().with(context.effort()),
                              0);
                  declared.ifPresent(found::add);
                  return declared.isPresent();
                });
    return binding.map(
        maybe -> {
          Declaring.Found declared = found.get(0);
          String path = ((Binding.Maybe) maybe).where().file().path();
          return Typed.of(declared.type())
              .and(
                  new Typed.Step(
                      "variable " + name + ": " + declared.type(), path, declared.place().span()))
              .and(declared.step());
        });
  }

  private Optional<Typed> global(String name, Context context) {
    List<SymbolKind> kinds = context.active().contains(name) ? NOT_MACROS : Globals.VALUES;
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    List<Typed.Step> steps = new ArrayList<>();
    for (Symbol symbol : types.names().seen(kinds, name, context)) {
      Optional<Typed> typed =
          symbol.kind() == SymbolKind.MACRO
              ? macro(symbol, context)
              : types.globals().find(symbol, context);
      if (typed.isPresent()) {
        choices.add(new CType.OneOf.Choice(typed.get().type(), Names.condition(symbol)));
        if (steps.isEmpty()) {
          steps.addAll(typed.get().steps());
        }
      }
    }
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(Typed.of(Merge.of(choices)).and(steps));
  }

  /** A macro without parameters; one with parameters is not meant without a call. */
  private Optional<Typed> macro(Symbol symbol, Context context) {
    Optional<Macro> macro = types.macros().of(symbol);
    if (macro.isEmpty() || macro.get().define().isFunctionLike()) {
      return Optional.empty();
    }
    String name = symbol.name();
    Optional<Unit> body = types.macros().body(macro.get());
    if (body.isEmpty() || !Macros.mayEnter(name, context)) {
      return Optional.of(Typed.unknown("the body of the macro " + name + " is not understood"));
    }
    Optional<Expr> only = Exprs.only(body.get());
    if (only.isEmpty()) {
      return Optional.of(Typed.unknown("the macro " + name + " is no expression"));
    }
    if (Exprs.word(only.get()).filter(word -> word.text().equals(name)).isPresent()) {
      return Optional.of(behind(symbol, context));
    }
    Context inside = types.macros().inside(macro.get(), context);
    Typed typed = types.typer().typeOf(only.get(), inside);
    return Optional.of(Typed.of(typed.type()).and(macro.get().step()).and(typed.steps()));
  }

  /**
   * What a macro that is defined as its own name stands for: a declaration of the same file, or one
   * that does not give way to the macro.
   */
  Typed behind(Symbol macro, Context context) {
    String name = macro.name();
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    List<Typed.Step> steps = new ArrayList<>();
    for (Symbol symbol : types.names().seen(NOT_MACROS, name, context)) {
      if (symbol.file().path().equals(macro.file().path()) || !Names.givesWay(symbol)) {
        types
            .globals()
            .find(symbol, context)
            .ifPresent(
                typed -> {
                  choices.add(new CType.OneOf.Choice(typed.type(), Names.condition(symbol)));
                  steps.addAll(typed.steps());
                });
      }
    }
    return choices.isEmpty()
        ? Typed.unknown(
            name + " is defined in " + macro.file().path() + " in a way that is not followed")
        : Typed.of(Merge.of(choices)).and(steps);
  }

  /** A variable that a macro call of the same file declares: {@code static DEFINE_MUTEX(x);}. */
  private Optional<Typed> ofFile(String name, Context context) {
    if (!context.file().path().equals(context.from())) {
      return Optional.empty();
    }
    Context at = Context.top(context.file(), context.from(), context.effort());
    for (External external : context.file().outline().externals()) {
      boolean may =
          external.what() == External.What.MACRO_CALL
              || external.what() == External.What.DECLARATION;
      if (may && mentions(context.file(), external, name)) {
        for (Reading reading : context.file().readings(external)) {
          if (reading instanceof Reading.Tree tree
              && tree.unit() instanceof Unit.Declarations declarations) {
            for (Flat.Item item : Flat.of(declarations.items())) {
              Optional<Declaring.Found> found = types.declaring().declared(item.decl(), name, at);
              if (found.isPresent()) {
                Typed.Step step =
                    new Typed.Step(
                        "variable " + name + ": " + found.get().type(),
                        context.from(),
                        found.get().place().span());
                return Optional.of(Typed.of(found.get().type()).and(step).and(found.get().step()));
              }
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean mentions(CFile file, External external, String name) {
    return external.span().length() < LONGEST_CALL
        && file.bytes()
            .slice(external.span().start(), external.span().end())
            .latin1()
            .contains(name);
  }

  private static Optional<Typed> predefined(String name) {
    return switch (name) {
      case "__func__", "__FUNCTION__", "__PRETTY_FUNCTION__", "__FILE__", "__BASE_FILE__" ->
          Optional.of(
              Typed.of(
                  new CType.Array(
                      Compat.qualified(IntegerTypes.CHAR, true, false), OptionalLong.empty())));
      case "__LINE__", "__COUNTER__" -> Optional.of(Typed.of(IntegerTypes.INT));
      case "NULL" -> Optional.of(Typed.of(IntegerTypes.VOID_POINTER).and(Customs.undefined(name)));
      case "true", "false", "CONFIG_HZ", "CONFIG_NR_CPUS" ->
          Optional.of(Typed.of(IntegerTypes.INT).and(Customs.undefined(name)));
      default -> Optional.empty();
    };
  }
}

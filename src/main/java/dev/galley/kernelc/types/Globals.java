package dev.galley.kernelc.types;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Types of what is declared at file level. */
final class Globals {

  /** What an identifier of an expression may be. */
  static final List<SymbolKind> VALUES =
      List.of(SymbolKind.VARIABLE, SymbolKind.FUNCTION, SymbolKind.ENUMERATOR, SymbolKind.MACRO);

  private static final Typed ABSENT = Typed.unknown("not declared where the index of names has it");

  private final Types types;
  private final Map<Key, Typed> known = new ConcurrentHashMap<>();

  private record Key(SymbolKind kind, String name, String path, int start, String from) {}

  Globals(Types types) {
    this.types = types;
  }

  /** The type of a function, variable, typedef or enumerator; empty where none is declared. */
  Optional<Typed> find(Symbol symbol, Context context) {
    Typed typed = typeOf(symbol, context);
    return typed.equals(ABSENT) ? Optional.empty() : Optional.of(typed);
  }

  /** The type of a function, variable, typedef or enumerator. */
  Typed typeOf(Symbol symbol, Context context) {
    Key key =
        new Key(
            symbol.kind(),
            symbol.name(),
            symbol.file().path(),
            symbol.external().span().start(),
            context.from());
    Typed typed = known.get(key);
    if (typed != null) {
      return typed;
    }
    Typed fresh =
        context
            .effort()
            .once(key, () -> read(symbol, context))
            .orElseGet(() -> Typed.unknown(symbol.name() + " is declared by itself"));
    if (context.effort().isFresh()) {
      known.put(key, fresh);
    }
    return fresh;
  }

  private Typed read(Symbol symbol, Context context) {
    Context at = Context.top(symbol.file(), context.from(), context.effort());
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    List<Typed.Step> steps = new ArrayList<>();
    for (Reading reading : symbol.file().readings(symbol.external())) {
      String condition = String.join(", ", reading.conditions());
      if (reading instanceof Reading.Unknown unknown) {
        String reason =
            "the declaration of "
                + symbol.name()
                + " in "
                + symbol.file().path()
                + " does not parse: "
                + unknown.reason();
        choices.add(new CType.OneOf.Choice(new CType.Unknown(reason), condition));
      } else {
        Unit unit = ((Reading.Tree) reading).unit();
        for (Found found : declared(unit, symbol, at)) {
          String when = found.condition().isEmpty() ? condition : found.condition();
          choices.add(new CType.OneOf.Choice(found.type(), when));
          steps.add(step(symbol, found));
        }
      }
    }
    if (choices.isEmpty()) {
      return ABSENT;
    }
    return new Typed(Merge.of(choices), steps.subList(0, Math.min(1, steps.size())));
  }

  /** One declaration of a name. */
  private record Found(CType type, Span at, String condition) {}

  private static Typed.Step step(Symbol symbol, Found found) {
    String what =
        switch (symbol.kind()) {
          case FUNCTION -> "function ";
          case TYPEDEF -> "typedef ";
          case ENUMERATOR -> "enumerator ";
          default -> "variable ";
        };
    return new Typed.Step(
        what + symbol.name() + ": " + found.type(), symbol.file().path(), found.at());
  }

  private List<Found> declared(Unit unit, Symbol symbol, Context at) {
    if (symbol.kind() == SymbolKind.ENUMERATOR) {
      return enumerators(unit, symbol, at);
    }
    List<Found> all = new ArrayList<>();
    if (unit instanceof Unit.Declarations declarations) {
      for (Flat.Item item : Flat.of(declarations.items())) {
        of(item.decl(), symbol.name(), at)
            .ifPresent(found -> all.add(found(found, item.condition())));
      }
    }
    return all;
  }

  private static Found found(Found found, String condition) {
    return new Found(found.type(), found.at(), condition);
  }

  private Optional<Found> of(Decl decl, String name, Context at) {
    if (decl instanceof Decl.FunctionDefinition function) {
      return named(function.declarator(), name)
          .map(
              place ->
                  new Found(
                      function
                          .specifiers()
                          .map(each -> types.reader().declared(each, function.declarator(), at))
                          .orElseGet(
                              () ->
                                  types
                                      .reader()
                                      .derive(IntegerTypes.INT, function.declarator(), at)),
                      place.span(),
                      ""));
    }
    if (decl instanceof Decl.Declaration declaration) {
      for (Decl.Declared each : declaration.declared()) {
        Optional<Name> place = named(each.declarator(), name);
        if (place.isPresent()) {
          CType type =
              types
                  .reader()
                  .variable(declaration.specifiers(), each.declarator(), each.initializer(), at);
          return Optional.of(new Found(type, place.get().span(), ""));
        }
      }
    }
    return types
        .declaring()
        .declared(decl, name, at)
        .map(each -> new Found(each.type(), each.place().span(), ""));
  }

  private static Optional<Name> named(TypeSyntax.Declarator declarator, String name) {
    return declarator.name().filter(each -> each.text().equals(name));
  }

  private List<Found> enumerators(Unit unit, Symbol symbol, Context at) {
    List<Found> all = new ArrayList<>();
    List<TypeSyntax.Enumeration> enums = new ArrayList<>();
    unit.walk(node -> collect(node, enums));
    for (TypeSyntax.Enumeration each : enums) {
      types
          .enums()
          .place(each, symbol.name())
          .ifPresent(
              place ->
                  all.add(
                      new Found(
                          types.enums().enumerator(each, symbol.name(), at), place.span(), "")));
    }
    return all;
  }

  /** The value of an enumerator; empty where it is not known. */
  Optional<BigInteger> enumeratorValue(Symbol symbol, Context context) {
    Context at = Context.top(symbol.file(), context.from(), context.effort());
    List<TypeSyntax.Enumeration> enums = new ArrayList<>();
    for (Reading reading : symbol.file().readings(symbol.external())) {
      if (reading instanceof Reading.Tree tree) {
        tree.unit().walk(node -> collect(node, enums));
      }
    }
    return enums.stream()
        .filter(each -> types.enums().place(each, symbol.name()).isPresent())
        .findFirst()
        .flatMap(
            each ->
                context
                    .effort()
                    .once(each.span(), () -> types.enums().value(each, symbol.name(), at))
                    .orElse(Optional.empty()));
  }

  private static void collect(CNode node, List<TypeSyntax.Enumeration> enums) {
    if (node instanceof TypeSyntax.Enumeration enumeration
        && enumeration.enumerators().isPresent()) {
      enums.add(enumeration);
    }
  }
}

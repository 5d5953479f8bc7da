package dev.galley.kernelc.types;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Looks members up in the definitions of structs and unions. */
final class Members {

  private static final List<SymbolKind> RECORDS = List.of(SymbolKind.RECORD);

  private final Types types;
  private final MemberSearch search;
  private final Map<Key, Answer> known = new ConcurrentHashMap<>();

  private record Key(CType.Record record, String name, String from, String place) {}

  /**
   * What was found, or why nothing was.
   *
   * @param all the same member by configuration; the first is the one to show
   * @param reason of an empty answer
   */
  record Answer(List<MemberFound> all, String reason) {
    Answer {
      all = List.copyOf(all);
    }

    /** One type for all of them. */
    CType type() {
      if (all.isEmpty()) {
        return new CType.Unknown(reason);
      }
      return Merge.of(
          all.stream()
              .map(
                  each ->
                      new CType.OneOf.Choice(
                          each.type(), each.condition().isEmpty() ? each.path() : each.condition()))
              .toList());
    }

    Optional<MemberFound> first() {
      CType type = type();
      return all.stream()
          .findFirst()
          .map(
              each ->
                  new MemberFound(type, each.record(), each.path(), each.at(), each.condition()));
    }
  }

  Members(Types types) {
    this.types = types;
    this.search = new MemberSearch(types);
  }

  /** A member by its name. */
  Answer find(CType.Record record, String name, Context context) {
    Key key = new Key(record, name, context.from(), context.file().path());
    Answer answer = known.get(key);
    if (answer != null) {
      return answer;
    }
    Answer fresh =
        context
            .effort()
            .once(key, () -> look(record, name, context))
            .orElseGet(() -> new Answer(List.of(), record + " contains itself"));
    if (context.effort().isFresh()) {
      known.put(key, fresh);
    }
    return fresh;
  }

  private Answer look(CType.Record record, String name, Context context) {
    List<Body> bodies = bodies(record, context);
    if (bodies.isEmpty()) {
      return new Answer(List.of(), undefined(record, context));
    }
    List<MemberFound> all = new ArrayList<>();
    for (Body body : bodies) {
      for (MemberFound each : search.in(body.syntax(), record, name, body.where())) {
        all.add(
            each.condition().isEmpty() && !body.condition().isEmpty()
                ? new MemberFound(
                    each.type(), each.record(), each.path(), each.at(), body.condition())
                : each);
      }
    }
    String where = bodies.get(0).where().file().path();
    return new Answer(all, record + " has no member " + name + " (" + where + ")");
  }

  private String undefined(CType.Record record, Context context) {
    for (Symbol symbol : types.names().seen(RECORDS, record.tag(), context)) {
      for (Reading reading : symbol.file().readings(symbol.external())) {
        if (reading instanceof Reading.Unknown unknown) {
          return record + " in " + symbol.file().path() + " does not parse: " + unknown.reason();
        }
      }
    }
    return record + " has no definition that " + context.from() + " sees";
  }

  /** A definition, and when it holds where there are several. */
  record Body(TypeSyntax.Aggregate syntax, Context where, String condition) {}

  /** The definitions of a struct or union that a file may see. */
  List<Body> bodies(CType.Record record, Context context) {
    if (!record.place().isEmpty()) {
      return types.reader().names().body(record.place()).stream()
          .filter(body -> body.syntax() instanceof TypeSyntax.Aggregate)
          .map(
              body ->
                  new Body(
                      (TypeSyntax.Aggregate) body.syntax(),
                      body.where().with(context.effort()),
                      ""))
          .toList();
    }
    List<Body> bodies = new ArrayList<>();
    List<Symbol> symbols = types.names().seen(RECORDS, record.tag(), context);
    if (symbols.isEmpty()) {
      return alias(record, context);
    }
    for (Symbol symbol : symbols) {
      String condition = symbols.size() > 1 ? Names.condition(symbol) : "";
      for (Reading reading : symbol.file().readings(symbol.external())) {
        if (reading instanceof Reading.Tree tree) {
          Context at = Context.top(symbol.file(), context.from(), context.effort());
          String when =
              reading.conditions().isEmpty() ? condition : String.join(", ", reading.conditions());
          tree.unit().walk(node -> collect(node, record, at, when, bodies));
        }
      }
    }
    return bodies;
  }

  /** {@code #define of_range of_pci_range}: the tag is another's. */
  private List<Body> alias(CType.Record record, Context context) {
    for (Macro macro : types.macros().seen(record.tag(), context)) {
      Optional<Name> other = types.macros().body(macro).flatMap(Exprs::only).flatMap(Exprs::word);
      if (other.isPresent() && Macros.mayEnter(record.tag(), context)) {
        CType.Record meant = new CType.Record(record.union(), other.get().text(), "");
        return bodies(meant, types.macros().inside(macro, context).with(context.scope()));
      }
    }
    return List.of();
  }

  private static void collect(
      CNode node, CType.Record record, Context at, String when, List<Body> bodies) {
    if (node instanceof TypeSyntax.Aggregate aggregate
        && aggregate.members().isPresent()
        && aggregate.union() == record.union()
        && aggregate.tag().map(Name::text).orElse("").equals(record.tag())) {
      bodies.add(new Body(aggregate, at, when));
    }
  }
}

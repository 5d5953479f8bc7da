package dev.galley.kernelc.types;

import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Names of types: typedefs, tags, and types without a name. */
final class TypeNames {

  private static final List<SymbolKind> KINDS = List.of(SymbolKind.TYPEDEF, SymbolKind.MACRO);

  private final Types types;
  private final Map<String, Bodied> bodies = new ConcurrentHashMap<>();

  /** A struct, union or enum of a block or without a name, with the place that its names mean. */
  record Bodied(TypeSyntax syntax, Context where) {}

  TypeNames(Types types) {
    this.types = types;
  }

  /** What stands behind a {@link CType.Record#place}. */
  Optional<Bodied> body(String place) {
    return Optional.ofNullable(bodies.get(place));
  }

  /** The type of a typedef's name, or of what stands in its place in a macro. */
  CType named(String name, Context context) {
    Optional<Binding> local = context.scope().ordinary(name);
    if (local.isPresent()) {
      return local(name, local.get(), context);
    }
    return global(name, context)
        .or(() -> IntegerTypes.wellKnown(name))
        .orElseGet(() -> new CType.Unknown("no typedef " + name + " is found"));
  }

  private CType local(String name, Binding binding, Context context) {
    if (binding instanceof Binding.Argument argument) {
      return argument.passed().size() == 1
          ? types
              .reader()
              .operandType(
                  argument.passed().get(0).expression(),
                  argument.passed().get(0).where().with(context.effort()))
          : new CType.Unknown("the macro's argument " + name + " is no type");
    }
    if (binding instanceof Binding.Declared declared && declared.role().equals("typedef")) {
      return wrap(name, types.locals().typeOf(declared, context.effort()).type());
    }
    if (binding instanceof Binding.MacroParameter) {
      return new CType.Unknown("macro parameter " + name + " is a type");
    }
    return new CType.Unknown(name + " is no type here");
  }

  private static CType wrap(String name, CType type) {
    return type.isUnknown() ? type.resolved() : new CType.Named(name, type);
  }

  private Optional<CType> global(String name, Context context) {
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    for (Symbol symbol : types.names().seen(KINDS, name, context)) {
      Optional<CType> type =
          symbol.kind() == SymbolKind.MACRO
              ? Optional.of(macro(symbol, name, context))
              : types.globals().find(symbol, context).map(Typed::type);
      type.ifPresent(each -> choices.add(new CType.OneOf.Choice(each, Names.condition(symbol))));
    }
    return choices.isEmpty() ? Optional.empty() : Optional.of(wrap(name, Merge.of(choices)));
  }

  private CType macro(Symbol symbol, String name, Context context) {
    Optional<Macro> macro = types.macros().of(symbol);
    if (macro.isEmpty() || macro.get().define().isFunctionLike()) {
      return new CType.Unknown(name + " is a macro, not a type");
    }
    if (context.active().contains(name)) {
      return IntegerTypes.wellKnown(name)
          .orElseGet(() -> new CType.Unknown(name + " is defined as itself"));
    }
    return types
        .macros()
        .body(macro.get())
        .map(unit -> types.typeMacros().bodyType(unit, types.macros().inside(macro.get(), context)))
        .orElseGet(() -> new CType.Unknown("the body of the macro " + name + " does not parse"));
  }

  /** The type that an expression is, where it is a name of a type and not of a value. */
  Optional<CType> asType(Expr expression, Context context) {
    if (expression instanceof Expr.TypeOperand operand) {
      return Optional.of(types.reader().typeName(operand.type(), context));
    }
    if (!(expression instanceof Expr.Ident ident)) {
      return Optional.empty();
    }
    Optional<Binding> local = context.scope().ordinary(ident.name());
    if (local.isPresent()) {
      return localType(local.get(), context);
    }
    if (!types.names().seen(Globals.VALUES, ident.name(), context).isEmpty()) {
      return Optional.empty();
    }
    boolean typedef =
        !types.names().seen(List.of(SymbolKind.TYPEDEF), ident.name(), context).isEmpty();
    return typedef || IntegerTypes.wellKnown(ident.name()).isPresent()
        ? Optional.of(named(ident.name(), context))
        : Optional.empty();
  }

  private Optional<CType> localType(Binding binding, Context context) {
    if (binding instanceof Binding.Argument argument && argument.passed().size() == 1) {
      Passed passed = argument.passed().get(0);
      return asType(Exprs.bare(passed.expression()), passed.where().with(context.effort()));
    }
    return binding instanceof Binding.Declared declared && declared.role().equals("typedef")
        ? Optional.of(local(declared.name(), declared, context))
        : Optional.empty();
  }

  /** A word as the macro's arguments have it: of a tag or a member's name. */
  static String word(String name, Context context) {
    Optional<Binding> binding = context.scope().ordinary(name);
    if (binding.isPresent()
        && binding.get() instanceof Binding.Argument argument
        && argument.passed().size() == 1) {
      Passed passed = argument.passed().get(0);
      return Exprs.word(passed.expression())
          .map(given -> word(given.text(), passed.where()))
          .orElse(name);
    }
    return name;
  }

  CType record(TypeSyntax.Aggregate aggregate, Context context) {
    String tag = aggregate.tag().map(Name::text).map(name -> word(name, context)).orElse("");
    if (tag.indexOf('(') >= 0) {
      return new CType.Unknown("the macro " + tag + " makes this struct");
    }
    Optional<Binding.Tag> local = tag.isEmpty() ? Optional.empty() : context.scope().tag(tag);
    if (aggregate.members().isPresent() && (tag.isEmpty() || isInBlock(context))) {
      return new CType.Record(aggregate.union(), tag, remember(aggregate, context));
    }
    if (local.isPresent() && local.get().syntax() instanceof TypeSyntax.Aggregate syntax) {
      return new CType.Record(syntax.union(), tag, remember(syntax, local.get().where()));
    }
    return new CType.Record(aggregate.union(), tag, "");
  }

  /** A struct whose members are at hand, whatever its tag. */
  CType unnamed(TypeSyntax.Aggregate aggregate, Context context) {
    String tag = aggregate.tag().map(Name::text).orElse("");
    return new CType.Record(aggregate.union(), tag, remember(aggregate, context));
  }

  CType enumeration(TypeSyntax.Enumeration enumeration, Context context) {
    String tag = enumeration.tag().map(Name::text).map(name -> word(name, context)).orElse("");
    Optional<Binding.Tag> local = tag.isEmpty() ? Optional.empty() : context.scope().tag(tag);
    if (enumeration.enumerators().isPresent() && (tag.isEmpty() || isInBlock(context))) {
      return new CType.Enum(tag, remember(enumeration, context));
    }
    if (local.isPresent() && local.get().syntax() instanceof TypeSyntax.Enumeration syntax) {
      return new CType.Enum(tag, remember(syntax, local.get().where()));
    }
    return new CType.Enum(tag, "");
  }

  private static boolean isInBlock(Context context) {
    return context.scope() != Scope.FILE;
  }

  private String remember(TypeSyntax syntax, Context where) {
    String place = where.file().path() + ":" + syntax.span().start() + where.site();
    bodies.putIfAbsent(place, new Bodied(syntax, where));
    return place;
  }
}

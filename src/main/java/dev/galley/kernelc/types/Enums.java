package dev.galley.kernelc.types;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Integer types of enums and enumerators, as gcc chooses them (GCC manual, "Structures"). */
final class Enums {

  private static final List<CType.Int> PLAIN =
      List.of(
          IntegerTypes.UNSIGNED, IntegerTypes.INT, IntegerTypes.UNSIGNED_LONG, IntegerTypes.LONG);

  private static final List<CType.Int> PACKED =
      List.of(
          IntegerTypes.UNSIGNED_CHAR,
          IntegerTypes.SIGNED_CHAR,
          IntegerTypes.UNSIGNED_SHORT,
          IntegerTypes.SHORT,
          IntegerTypes.UNSIGNED,
          IntegerTypes.INT);

  private final Types types;

  Enums(Types types) {
    this.types = types;
  }

  Optional<Name> place(TypeSyntax.Enumeration enumeration, String name) {
    return Flat.of(enumeration.enumerators().orElse(List.of())).stream()
        .map(Flat.Item::decl)
        .filter(Decl.Enumerator.class::isInstance)
        .map(each -> ((Decl.Enumerator) each).name())
        .filter(each -> each.text().equals(name))
        .findFirst();
  }

  /** The value of one enumerator; empty where a condition decides it. */
  Optional<BigInteger> value(TypeSyntax.Enumeration enumeration, String name, Context context) {
    List<EnumValues.Value> all = named(enumeration, name, context);
    return all.stream().map(EnumValues.Value::exact).distinct().count() == 1
        ? all.get(0).exact()
        : Optional.empty();
  }

  private List<EnumValues.Value> named(
      TypeSyntax.Enumeration enumeration, String name, Context context) {
    return EnumValues.upTo(name, enumeration, types.values(), context).stream()
        .filter(each -> each.name().text().equals(name))
        .toList();
  }

  /** The type of an enumerator: int where its value fits, else its enum's integer type. */
  CType enumerator(TypeSyntax.Enumeration enumeration, String name, Context context) {
    List<EnumValues.Value> all = named(enumeration, name, context);
    if (all.stream().allMatch(each -> each.fits(IntegerTypes.INT))) {
      return IntegerTypes.INT;
    }
    if (all.stream().anyMatch(each -> each.exact().isEmpty())) {
      return isPlain(enumeration)
          ? IntegerTypes.INT
          : new CType.Unknown("the value of the enumerator " + name + " is not known");
    }
    return underlying(enumeration, context);
  }

  /** No written values: they count up from 0, by macros or not, and are small. */
  private static boolean isPlain(TypeSyntax.Enumeration enumeration) {
    return Flat.of(enumeration.enumerators().orElse(List.of())).stream()
        .map(Flat.Item::decl)
        .noneMatch(decl -> decl instanceof Decl.Enumerator each && each.value().isPresent());
  }

  /** The integer type of an enum; unsigned int where nothing says otherwise. */
  CType underlying(CType.Enum type, Context context) {
    if (!type.place().isEmpty()) {
      return types
          .reader()
          .names()
          .body(type.place())
          .map(body -> underlyingOf(body.syntax(), body.where().with(context.effort())))
          .orElseGet(() -> new CType.Unknown("the body of " + type + " is not at hand"));
    }
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    for (Symbol symbol : types.names().seen(List.of(SymbolKind.ENUM), type.tag(), context)) {
      for (Reading reading : symbol.file().readings(symbol.external())) {
        if (reading instanceof Reading.Tree tree) {
          Context at = Context.top(symbol.file(), context.from(), context.effort());
          tree.unit().walk(node -> collect(node, type.tag(), at, choices, symbol));
        }
      }
    }
    return choices.isEmpty()
        ? new CType.Unknown(type + " has no definition that " + context.from() + " sees")
        : Merge.of(choices);
  }

  private void collect(
      CNode node, String tag, Context at, List<CType.OneOf.Choice> choices, Symbol symbol) {
    if (node instanceof TypeSyntax.Enumeration enumeration
        && enumeration.enumerators().isPresent()
        && enumeration.tag().map(Name::text).orElse("").equals(tag)) {
      choices.add(new CType.OneOf.Choice(underlying(enumeration, at), Names.condition(symbol)));
    }
  }

  private CType underlyingOf(TypeSyntax syntax, Context context) {
    return syntax instanceof TypeSyntax.Enumeration enumeration
        ? underlying(enumeration, context)
        : new CType.Unknown("no enum");
  }

  private CType underlying(TypeSyntax.Enumeration enumeration, Context context) {
    boolean packed = Attributes.isPacked(enumeration.attributes());
    if (!packed && enumeration.base().isPresent()) {
      return types.reader().typeName(enumeration.base().get(), context);
    }
    List<EnumValues.Value> values = EnumValues.of(enumeration, types.values(), context);
    for (EnumValues.Value each : values) {
      if (each.range().isEmpty() && (packed || !isPlain(enumeration))) {
        return new CType.Unknown("the value of " + each.name().text() + " is not known");
      }
    }
    CType all = smallest(EnumValues.possible(values), packed);
    CType least = smallest(EnumValues.certain(values), packed);
    return all.equals(least)
        ? all
        : new CType.Unknown("a condition inside the enum decides between " + least + " and " + all);
  }

  /** The first type that holds all values. */
  private static CType smallest(List<BigInteger> values, boolean packed) {
    for (CType.Int type : packed ? PACKED : PLAIN) {
      if (values.stream().allMatch(value -> Literals.fits(value, type))) {
        return type;
      }
    }
    return new CType.Unknown("an enum whose values no type holds");
  }
}

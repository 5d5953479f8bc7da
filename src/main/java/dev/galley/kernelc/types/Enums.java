package dev.galley.kernelc.types;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Integer types of enums and enumerators, as gcc chooses them (GCC manual, "Structures"). */
final class Enums {

  private final Types types;

  Enums(Types types) {
    this.types = types;
  }

  /** An enum's enumerators with their values as far as they are known. */
  record Value(Name name, Optional<BigInteger> value) {}

  /** Values of all enumerators; one without a value follows the one before it. */
  List<Value> values(TypeSyntax.Enumeration enumeration, Context context) {
    return values(enumeration, context, "");
  }

  private List<Value> values(TypeSyntax.Enumeration enumeration, Context context, String last) {
    List<Value> values = new ArrayList<>();
    Context at = context;
    Optional<BigInteger> next = Optional.of(BigInteger.ZERO);
    for (Flat.Item item : Flat.of(enumeration.enumerators().orElse(List.of()))) {
      if (item.decl() instanceof Decl.Enumerator enumerator) {
        Optional<Expr> written = enumerator.value();
        Optional<BigInteger> value =
            written.isPresent() ? types.values().of(written.get(), at) : next;
        values.add(new Value(enumerator.name(), value));
        if (value.isPresent()) {
          at = at.with(new Binding.Numbered(enumerator.name().text(), value.get()));
        }
        next = value.map(BigInteger.ONE::add);
        if (enumerator.name().text().equals(last)) {
          return values;
        }
      } else if (!(item.decl() instanceof Decl.Other)) {
        next = Optional.empty();
      }
    }
    return values;
  }

  Optional<Name> place(TypeSyntax.Enumeration enumeration, String name) {
    return Flat.of(enumeration.enumerators().orElse(List.of())).stream()
        .map(Flat.Item::decl)
        .filter(Decl.Enumerator.class::isInstance)
        .map(each -> ((Decl.Enumerator) each).name())
        .filter(each -> each.text().equals(name))
        .findFirst();
  }

  /** The value of one enumerator. */
  Optional<BigInteger> value(TypeSyntax.Enumeration enumeration, String name, Context context) {
    return values(enumeration, context, name).stream()
        .filter(each -> each.name().text().equals(name))
        .findFirst()
        .flatMap(Value::value);
  }

  /** The type of an enumerator: int where its value fits, else its enum's integer type. */
  CType enumerator(TypeSyntax.Enumeration enumeration, String name, Context context) {
    Optional<BigInteger> value = value(enumeration, name, context);
    if (value.isEmpty()) {
      return isPlain(enumeration)
          ? IntegerTypes.INT
          : new CType.Unknown("the value of the enumerator " + name + " is not known");
    }
    return Literals.fits(value.get(), IntegerTypes.INT)
        ? IntegerTypes.INT
        : underlying(enumeration, context);
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
    if (Attributes.isPacked(enumeration.attributes())) {
      return packed(values(enumeration, context));
    }
    if (enumeration.base().isPresent()) {
      return types.reader().typeName(enumeration.base().get(), context);
    }
    boolean negative = false;
    int bits = 1;
    for (Value each : values(enumeration, context)) {
      if (each.value().isEmpty() && !isPlain(enumeration)) {
        return new CType.Unknown("the value of " + each.name() + " is not known");
      }
      if (each.value().isPresent()) {
        BigInteger value = each.value().get();
        negative |= value.signum() < 0;
        bits = Math.max(bits, value.bitLength());
      }
    }
    if (negative) {
      return bits < 32 ? IntegerTypes.INT : IntegerTypes.LONG;
    }
    return bits <= 32 ? IntegerTypes.UNSIGNED : IntegerTypes.UNSIGNED_LONG;
  }

  private static CType packed(List<Value> values) {
    List<CType.Int> fitting =
        List.of(
            IntegerTypes.UNSIGNED_CHAR,
            IntegerTypes.SIGNED_CHAR,
            IntegerTypes.UNSIGNED_SHORT,
            IntegerTypes.SHORT,
            IntegerTypes.UNSIGNED,
            IntegerTypes.INT);
    for (CType.Int type : fitting) {
      if (values.stream()
          .allMatch(each -> each.value().filter(v -> Literals.fits(v, type)).isPresent())) {
        return type;
      }
    }
    return new CType.Unknown("a packed enum whose values are not all known");
  }
}

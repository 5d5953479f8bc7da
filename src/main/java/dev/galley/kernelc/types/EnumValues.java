package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values of an enum's enumerators. One without a written value follows the one before it; behind
 * enumerators under a condition that is open, that is one of a range, up to the next written value.
 */
final class EnumValues {

  private EnumValues() {}

  /** From the lowest to the highest value that it may have. */
  record Range(BigInteger low, BigInteger high) {

    Range next() {
      return new Range(low.add(BigInteger.ONE), high.add(BigInteger.ONE));
    }

    Range or(Range other) {
      return new Range(low.min(other.low), high.max(other.high));
    }
  }

  /**
   * An enumerator.
   *
   * @param range empty where nothing is known
   * @param isSure whether every configuration has it
   */
  record Value(Name name, Optional<Range> range, boolean isSure) {

    /** The value, where it is the same in all configurations that have it. */
    Optional<BigInteger> exact() {
      return range.filter(each -> each.low().equals(each.high())).map(Range::low);
    }

    boolean fits(CType.Int type) {
      return range
          .filter(each -> Literals.fits(each.low(), type) && Literals.fits(each.high(), type))
          .isPresent();
    }
  }

  static List<Value> of(
      TypeSyntax.Enumeration enumeration, ConstantValues constants, Context context) {
    return read(Flat.of(enumeration.enumerators().orElse(List.of())), constants, context);
  }

  /** The enumerators up to the last one of a name. */
  static List<Value> upTo(
      String name, TypeSyntax.Enumeration enumeration, ConstantValues constants, Context context) {
    List<Flat.Item> items = Flat.of(enumeration.enumerators().orElse(List.of()));
    int end = items.size();
    while (end > 0
        && !(items.get(end - 1).decl() instanceof Decl.Enumerator each
            && each.name().text().equals(name))) {
      end--;
    }
    return read(items.subList(0, end), constants, context);
  }

  private static List<Value> read(
      List<Flat.Item> items, ConstantValues constants, Context context) {
    List<Value> values = new ArrayList<>();
    Context at = context;
    Optional<Range> next = Optional.of(new Range(BigInteger.ZERO, BigInteger.ZERO));
    // What comes next where the run of items under the same condition is not compiled.
    Optional<Range> without = next;
    String condition = "";
    for (Flat.Item item : items) {
      if (item.decl() instanceof Decl.Other) {
        continue;
      }
      if (!item.condition().equals(condition)) {
        next = condition.isEmpty() ? next : either(next, without);
        without = next;
        condition = item.condition();
      }
      if (item.decl() instanceof Decl.Enumerator enumerator) {
        Context here = at;
        Optional<Range> range =
            enumerator.value().isPresent()
                ? enumerator
                    .value()
                    .flatMap(written -> constants.of(written, here))
                    .map(value -> new Range(value, value))
                : next;
        Value value = new Value(enumerator.name(), range, condition.isEmpty());
        values.add(value);
        if (value.exact().isPresent()) {
          at = at.with(new Binding.Numbered(enumerator.name().text(), value.exact().get()));
        }
        next = range.map(Range::next);
      } else {
        next = Optional.empty();
      }
    }
    return values;
  }

  private static Optional<Range> either(Optional<Range> one, Optional<Range> other) {
    return one.flatMap(range -> other.map(range::or));
  }

  /** All values that some configuration may have. */
  static List<BigInteger> possible(List<Value> values) {
    List<BigInteger> all = new ArrayList<>();
    for (Value each : values) {
      each.range().ifPresent(range -> all.addAll(List.of(range.low(), range.high())));
    }
    return all;
  }

  /** For each enumerator that every configuration has, its value or the one nearest to zero. */
  static List<BigInteger> certain(List<Value> values) {
    List<BigInteger> all = new ArrayList<>();
    for (Value each : values) {
      if (each.isSure() && each.range().isPresent()) {
        Range range = each.range().get();
        boolean isLow = range.low().abs().compareTo(range.high().abs()) <= 0;
        all.add(isLow ? range.low() : range.high());
      }
    }
    return all;
  }
}

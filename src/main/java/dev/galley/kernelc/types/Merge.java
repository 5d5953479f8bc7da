package dev.galley.kernelc.types;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Types that configurations choose from: kept apart where they differ, one where they agree. */
final class Merge {

  /** More alternatives than these are not kept. */
  private static final int MOST = 16;

  private Merge() {}

  /**
   * One type for several alternatives.
   *
   * @param choices at least one; nested alternatives are laid flat
   */
  static CType of(List<CType.OneOf.Choice> choices) {
    List<CType.OneOf.Choice> kept = new ArrayList<>();
    List<CType> canonical = new ArrayList<>();
    for (CType.OneOf.Choice choice : flat(choices)) {
      CType key = Compat.canonical(choice.type());
      if (key instanceof CType.Unknown ? !hasUnknown(canonical) : !canonical.contains(key)) {
        canonical.add(key);
        kept.add(choice);
      }
    }
    if (kept.size() == 1) {
      return kept.get(0).type();
    }
    if (kept.size() > MOST) {
      return new CType.Unknown(
          kept.size() + " different definitions, by configuration or architecture");
    }
    return new CType.OneOf(kept);
  }

  private static boolean hasUnknown(List<CType> types) {
    return types.stream().anyMatch(type -> type instanceof CType.Unknown);
  }

  private static List<CType.OneOf.Choice> flat(List<CType.OneOf.Choice> choices) {
    List<CType.OneOf.Choice> flat = new ArrayList<>();
    for (CType.OneOf.Choice choice : choices) {
      if (choice.type() instanceof CType.OneOf inner) {
        for (CType.OneOf.Choice each : inner.choices()) {
          flat.add(new CType.OneOf.Choice(each.type(), both(choice.condition(), each.condition())));
        }
      } else {
        flat.add(choice);
      }
    }
    return flat;
  }

  private static String both(String outer, String inner) {
    return outer.isEmpty() || outer.equals(inner)
        ? inner
        : inner.isEmpty() ? outer : outer + ", " + inner;
  }

  /** What an operation makes of a type, or of each of its alternatives. */
  static CType map(CType type, UnaryOperator<CType> operation) {
    CType resolved = type.resolved();
    if (resolved instanceof CType.Unknown) {
      return resolved;
    }
    if (!(resolved instanceof CType.OneOf oneOf)) {
      return operation.apply(type);
    }
    List<CType.OneOf.Choice> results = new ArrayList<>();
    for (CType.OneOf.Choice choice : oneOf.choices()) {
      CType result =
          choice.type().isUnknown() ? choice.type().resolved() : map(choice.type(), operation);
      results.add(new CType.OneOf.Choice(result, choice.condition()));
    }
    return of(results);
  }
}

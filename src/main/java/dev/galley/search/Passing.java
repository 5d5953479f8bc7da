package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.CType;

/** Whether an argument of one type may be given where a parameter of another is declared. */
final class Passing {

  private Passing() {}

  /**
   * Any arithmetic type for any other, any pointer for {@code void *} and back, zero for a pointer;
   * a type of which nothing but its name is known by that name.
   */
  static TypeMatch.Answer fits(Expr expr, CType had, MetaVariable.OfType wanted) {
    CType type = had.resolved();
    CType asked = wanted.type().resolved();
    if (type instanceof CType.OneOf several) {
      return several.choices().stream()
          .map(one -> fits(expr, one.type(), wanted))
          .max(Enum::compareTo)
          .orElse(TypeMatch.Answer.UNKNOWN);
    }
    if (unqualified(had.toString()).equals(unqualified(wanted.written()))) {
      return TypeMatch.Answer.YES;
    }
    if (type instanceof CType.Unknown) {
      return TypeMatch.Answer.UNKNOWN;
    }
    if (asked instanceof CType.Pointer && Sense.isZero(expr)) {
      return TypeMatch.Answer.YES;
    }
    if (TypeMatch.fits(type, asked) == TypeMatch.Answer.UNKNOWN) {
      return TypeMatch.Answer.UNKNOWN;
    }
    boolean passes =
        (isArithmetic(type) && isArithmetic(asked))
            || (isVoidPointer(type) && asked.target().isPresent())
            || (isVoidPointer(asked) && type.target().isPresent());
    return passes ? TypeMatch.Answer.YES : TypeMatch.Answer.NO;
  }

  private static String unqualified(String type) {
    return type.replace("const ", "").replace("volatile ", "").replace(" const", "").strip();
  }

  private static boolean isArithmetic(CType type) {
    return type instanceof CType.Int
        || type instanceof CType.Enum
        || type instanceof CType.BitField
        || type instanceof CType.Floating;
  }

  private static boolean isVoidPointer(CType type) {
    return type.target().map(to -> to.resolved() instanceof CType.Void).orElse(false);
  }
}

package dev.galley.kernelc.types;

import java.util.function.Function;

/** The conversions of C17 6.3 for values of any type. */
final class Conversions {

  private final Function<CType.Enum, CType> enums;

  /**
   * Takes what says which integer type an enum has.
   *
   * @param enums an integer type, or unknown
   */
  Conversions(Function<CType.Enum, CType> enums) {
    this.enums = enums;
  }

  /** Where a value is used: arrays and functions become pointers, qualifiers go (6.3.2.1). */
  static CType value(CType type) {
    CType resolved = type.resolved();
    if (resolved instanceof CType.Array array) {
      boolean isConst = Compat.isConst(type);
      boolean isVolatile = Compat.isVolatile(type);
      return new CType.Pointer(Compat.qualified(array.of(), isConst, isVolatile));
    }
    if (resolved instanceof CType.Function) {
      return new CType.Pointer(type);
    }
    return Compat.unqualified(type);
  }

  /** Integer promotion (6.3.1.1), bit-fields and enums among it; other types as they are. */
  CType promote(CType type) {
    return Merge.map(type, this::promoteOne);
  }

  private CType promoteOne(CType type) {
    CType at = type.resolved();
    if (at instanceof CType.BitField field) {
      if (field.bits() < 32) {
        return IntegerTypes.INT;
      }
      at = field.declared().resolved();
    }
    if (at instanceof CType.Enum tag) {
      CType underlying = enums.apply(tag);
      return underlying.resolved() instanceof CType.Int ? promote(underlying) : underlying;
    }
    if (at instanceof CType.Int integer) {
      return integer.rank() < 3 ? IntegerTypes.INT : integer;
    }
    return at;
  }

  /** The usual arithmetic conversions (6.3.1.8) of two arithmetic types. */
  CType usual(CType one, CType other) {
    return Merge.map(
        promote(one), left -> Merge.map(promote(other), right -> usualOne(left, right)));
  }

  private static CType usualOne(CType left, CType right) {
    CType one = left.resolved();
    CType other = right.resolved();
    if (one instanceof CType.Floating a) {
      return other instanceof CType.Floating b && order(b) > order(a) ? b : a;
    }
    if (other instanceof CType.Floating) {
      return other;
    }
    if (!(one instanceof CType.Int a)) {
      return notArithmetic(one);
    }
    if (!(other instanceof CType.Int b)) {
      return notArithmetic(other);
    }
    if (a.signed() == b.signed()) {
      return a.rank() >= b.rank() ? a : b;
    }
    CType.Int signed = a.signed() ? a : b;
    CType.Int unsigned = a.signed() ? b : a;
    if (unsigned.rank() >= signed.rank()) {
      return unsigned;
    }
    return signed.bits() > unsigned.bits() ? signed : IntegerTypes.unsigned(signed);
  }

  private static CType notArithmetic(CType type) {
    return type.isUnknown()
        ? type.resolved()
        : new CType.Unknown("arithmetic on a value of type " + type);
  }

  private static int order(CType.Floating type) {
    return switch (type.name()) {
      case "float" -> 0;
      case "double" -> 1;
      default -> 2;
    };
  }

  /**
   * The type of {@code c ? one : other} (6.5.15), both already values.
   *
   * @param oneIsNull whether the first is a null pointer constant
   */
  CType conditional(CType one, boolean oneIsNull, CType other, boolean otherIsNull) {
    return Merge.map(
        one,
        left -> Merge.map(other, right -> conditionalOne(left, oneIsNull, right, otherIsNull)));
  }

  private CType conditionalOne(CType left, boolean leftNull, CType right, boolean rightNull) {
    CType one = left.resolved();
    CType other = right.resolved();
    if (one instanceof CType.Pointer a && other instanceof CType.Pointer b) {
      return leftNull ? other(right) : rightNull ? other(left) : pointers(left, a, right, b);
    }
    if (one instanceof CType.Pointer) {
      return left;
    }
    if (other instanceof CType.Pointer) {
      return right;
    }
    if (one instanceof CType.Void || other instanceof CType.Void) {
      return IntegerTypes.VOID;
    }
    return one instanceof CType.Record ? left : usual(left, right);
  }

  private static CType other(CType type) {
    return type;
  }

  private static CType pointers(CType left, CType.Pointer one, CType right, CType.Pointer other) {
    boolean isConst = Compat.isConst(one.to()) || Compat.isConst(other.to());
    boolean isVolatile = Compat.isVolatile(one.to()) || Compat.isVolatile(other.to());
    if (one.to().resolved() instanceof CType.Void || other.to().resolved() instanceof CType.Void) {
      return new CType.Pointer(Compat.qualified(IntegerTypes.VOID, isConst, isVolatile));
    }
    if (Compat.same(one.to(), other.to())) {
      CType to = Compat.unqualified(one.to());
      return Compat.canonical(left).equals(Compat.canonical(right))
          ? left
          : new CType.Pointer(Compat.qualified(to, isConst, isVolatile));
    }
    return new CType.Unknown("the two sides of ?: are " + left + " and " + right);
  }
}

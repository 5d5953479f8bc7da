package dev.galley.kernelc.types;

import java.util.List;

/** When two types are the same (C17 6.2.7). */
final class Compat {

  private Compat() {}

  /** The type without typedef names anywhere. */
  static CType canonical(CType type) {
    if (type instanceof CType.Named named) {
      return canonical(named.type());
    }
    if (type instanceof CType.Qualified qualified) {
      return qualified(canonical(qualified.type()), qualified.isConst(), qualified.isVolatile());
    }
    if (type instanceof CType.Pointer pointer) {
      return new CType.Pointer(canonical(pointer.to()));
    }
    if (type instanceof CType.Array array) {
      return new CType.Array(canonical(array.of()), array.length());
    }
    if (type instanceof CType.BitField field) {
      return new CType.BitField(canonical(field.declared()), field.bits());
    }
    if (type instanceof CType.Function function) {
      List<CType> parameters =
          function.parameters().stream().map(each -> unqualified(canonical(each))).toList();
      return new CType.Function(canonical(function.result()), parameters, function.variadic());
    }
    return type;
  }

  /** Adds qualifiers to a type; to a typedef's name as well as to anything else. */
  static CType qualified(CType type, boolean isConst, boolean isVolatile) {
    if ((!isConst && !isVolatile) || type instanceof CType.Unknown) {
      return type;
    }
    return type instanceof CType.Qualified inner
        ? new CType.Qualified(
            isConst || inner.isConst(), isVolatile || inner.isVolatile(), inner.type())
        : new CType.Qualified(isConst, isVolatile, type);
  }

  /** The type without qualifiers at its top: what a value of it has. */
  static CType unqualified(CType type) {
    CType at = type;
    while (at instanceof CType.Qualified qualified) {
      at = qualified.type();
    }
    return at instanceof CType.Named named && isQualified(named.type())
        ? unqualified(named.type())
        : at;
  }

  static boolean isConst(CType type) {
    return type instanceof CType.Qualified qualified
        ? qualified.isConst() || isConst(qualified.type())
        : type instanceof CType.Named named && isConst(named.type());
  }

  static boolean isVolatile(CType type) {
    return type instanceof CType.Qualified qualified
        ? qualified.isVolatile() || isVolatile(qualified.type())
        : type instanceof CType.Named named && isVolatile(named.type());
  }

  private static boolean isQualified(CType type) {
    return isConst(type) || isVolatile(type);
  }

  /** Whether two types are one, qualifiers at the top left out. */
  static boolean same(CType one, CType other) {
    CType left = unqualified(canonical(one));
    CType right = unqualified(canonical(other));
    return left.equals(right) || sameArray(left, right) || sameFunction(left, right);
  }

  private static boolean sameArray(CType left, CType right) {
    return left instanceof CType.Array a
        && right instanceof CType.Array b
        && (a.length().isEmpty() || b.length().isEmpty())
        && same(a.of(), b.of());
  }

  private static boolean sameFunction(CType left, CType right) {
    return left instanceof CType.Function a
        && right instanceof CType.Function b
        && same(a.result(), b.result())
        && (a.parameters().isEmpty() || b.parameters().isEmpty());
  }
}

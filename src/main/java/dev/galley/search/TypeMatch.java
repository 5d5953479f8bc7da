package dev.galley.search;

import dev.galley.kernelc.types.CType;
import java.util.List;

/** Whether a type is the one that a pattern asks for. */
final class TypeMatch {

  private static final int DEEPEST = 32;

  private final boolean qualified;

  private TypeMatch(boolean qualified) {
    this.qualified = qualified;
  }

  /** The answers, worst first. */
  enum Answer {
    NO,
    UNKNOWN,
    YES
  }

  /**
   * Compares without typedef names and qualifiers at any level; an array counts as a pointer to its
   * elements.
   *
   * <p>One of several types fits if any of them does.
   */
  static Answer fits(CType type, CType wanted) {
    return new TypeMatch(false).fits(type, wanted, 0);
  }

  /** The same, where const and volatile below the top have to be equal too. */
  static Answer fitsWithQualifiers(CType type, CType wanted) {
    return new TypeMatch(true).fits(type, wanted, 0);
  }

  private Answer fits(CType left, CType right, int depth) {
    if (qualified && depth > 0 && !qualifiers(left).equals(qualifiers(right))) {
      return Answer.NO;
    }
    CType type = left.resolved();
    CType wanted = right.resolved();
    if (depth > DEEPEST || type instanceof CType.Unknown || wanted instanceof CType.Unknown) {
      return Answer.UNKNOWN;
    }
    if (type instanceof CType.OneOf several) {
      return best(
          several.choices().stream().map(one -> fits(one.type(), wanted, depth + 1)).toList());
    }
    if (wanted instanceof CType.OneOf several) {
      return best(
          several.choices().stream().map(one -> fits(type, one.type(), depth + 1)).toList());
    }
    if (type instanceof CType.BitField field) {
      return fits(field.declared(), wanted, depth + 1);
    }
    if (wanted instanceof CType.Pointer pointer) {
      return type.target().map(to -> fits(to, pointer.to(), depth + 1)).orElse(Answer.NO);
    }
    if (wanted instanceof CType.Array array && type instanceof CType.Array other) {
      return fits(other.of(), array.of(), depth + 1);
    }
    if (wanted instanceof CType.Function function && type instanceof CType.Function other) {
      return functions(other, function, depth);
    }
    return same(type, wanted) ? Answer.YES : Answer.NO;
  }

  private Answer functions(CType.Function type, CType.Function wanted, int depth) {
    if (type.parameters().size() != wanted.parameters().size()
        || type.variadic() != wanted.variadic()) {
      return Answer.NO;
    }
    Answer worst = fits(type.result(), wanted.result(), depth + 1);
    for (int i = 0; i < wanted.parameters().size(); i++) {
      Answer one = fits(type.parameters().get(i), wanted.parameters().get(i), depth + 1);
      worst = one.compareTo(worst) < 0 ? one : worst;
    }
    return worst;
  }

  private static String qualifiers(CType type) {
    CType at = type;
    boolean isConst = false;
    boolean isVolatile = false;
    while (at instanceof CType.Named || at instanceof CType.Qualified) {
      if (at instanceof CType.Qualified qualifiedType) {
        isConst |= qualifiedType.isConst();
        isVolatile |= qualifiedType.isVolatile();
        at = qualifiedType.type();
      } else if (at instanceof CType.Named named) {
        at = named.type();
      }
    }
    return (isConst ? "const" : "") + (isVolatile ? "volatile" : "");
  }

  private static Answer best(List<Answer> answers) {
    return answers.stream().max(Enum::compareTo).orElse(Answer.UNKNOWN);
  }

  private static boolean same(CType type, CType wanted) {
    if (type instanceof CType.Record left && wanted instanceof CType.Record right) {
      return left.union() == right.union()
          && left.tag().equals(right.tag())
          && (!left.tag().isEmpty() || left.place().equals(right.place()));
    }
    if (type instanceof CType.Enum left && wanted instanceof CType.Enum right) {
      return left.tag().equals(right.tag())
          && (!left.tag().isEmpty() || left.place().equals(right.place()));
    }
    return type.equals(wanted);
  }
}

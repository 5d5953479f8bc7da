package dev.galley.kernelc.lex;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a name stands for, by its definitions.
 *
 * @param sorts one for each way it is defined: under different conditions these may differ
 * @param evidence the place of one of them, {@code include/linux/types.h:40}
 */
public record NameMeaning(Set<Sort> sorts, String evidence) {

  public NameMeaning {
    if (sorts.isEmpty()) {
      throw new IllegalArgumentException("a meaning of no sort");
    }
    sorts = Collections.unmodifiableSet(EnumSet.copyOf(sorts));
  }

  /** What a definition makes of a name. */
  public enum Sort {
    /** A typedef, or a macro for a type. */
    TYPE,
    /** A macro for attributes, qualifiers or storage classes. */
    ATTRIBUTE,
    /** A macro that ends where a statement is to follow: {@code for (…)}, {@code if (x)}. */
    HEAD,
    /** A macro for whole statements. */
    STATEMENTS,
    /** A macro for a string. */
    STRING,
    /** A macro for an expression. */
    VALUE,
    /** A macro for nothing: it may stand anywhere. */
    EMPTY,
    /** A macro for something else, or whose body leaves it open. */
    OTHER_MACRO,
    /** A function, variable or enumerator. */
    ORDINARY
  }

  /** What a meaning says of a role. */
  enum Verdict {
    CONFIRMED,
    OVERTURNED,
    OPEN
  }

  boolean is(Sort sort) {
    return sorts.contains(sort);
  }

  /** Whether a role is what the name stands for; one fitting definition is enough. */
  Verdict verdict(Kind role) {
    Verdict best = Verdict.OVERTURNED;
    for (Sort sort : sorts) {
      Verdict one = verdict(role, sort);
      if (one == Verdict.CONFIRMED) {
        return one;
      }
      best = one == Verdict.OPEN ? one : best;
    }
    return best;
  }

  private static Verdict verdict(Kind role, Sort sort) {
    return switch (role) {
      case TYPE_NAME, TYPE_MACRO ->
          switch (sort) {
            case TYPE -> Verdict.CONFIRMED;
            case OTHER_MACRO, EMPTY -> Verdict.OPEN;
            default -> Verdict.OVERTURNED;
          };
      case ATTR, ATTR_CALL ->
          switch (sort) {
            case ATTRIBUTE, EMPTY -> Verdict.CONFIRMED;
            case OTHER_MACRO -> Verdict.OPEN;
            default -> Verdict.OVERTURNED;
          };
      case BLOCK_MACRO, IF_MACRO ->
          switch (sort) {
            case HEAD -> Verdict.CONFIRMED;
            case OTHER_MACRO, EMPTY -> Verdict.OPEN;
            default -> Verdict.OVERTURNED;
          };
      case MACRO_STATEMENT ->
          switch (sort) {
            case STATEMENTS, EMPTY, OTHER_MACRO -> Verdict.CONFIRMED;
            case VALUE, STRING, ATTRIBUTE -> Verdict.OPEN;
            default -> Verdict.OVERTURNED;
          };
      case DECLARATOR_MACRO ->
          switch (sort) {
            case STATEMENTS, EMPTY, OTHER_MACRO -> Verdict.CONFIRMED;
            case VALUE, STRING, TYPE -> Verdict.OPEN;
            default -> Verdict.OVERTURNED;
          };
      case INFIX_MACRO ->
          switch (sort) {
            case OTHER_MACRO -> Verdict.CONFIRMED;
            case EMPTY -> Verdict.OPEN;
            default -> Verdict.OVERTURNED;
          };
      default -> Verdict.OPEN;
    };
  }
}

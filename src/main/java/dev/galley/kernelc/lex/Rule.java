package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.Roles.Certainty;
import dev.galley.kernelc.lex.Roles.Role;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The rules of the position pass, each with how sure it is. */
enum Rule {
  // Types.
  /** The last word of a specifier run that is not the declared name. */
  DECLARED_TYPE(Certainty.SHAPE),
  /** {@code a * b;} as a statement: a product would be lost. */
  POINTER_STATEMENT(Certainty.GUESS),
  /** A parameter with a type alone. */
  PARAMETER_TYPE(Certainty.GUESS),
  WELL_KNOWN_TYPE(Certainty.KNOWN),
  /** {@code (x *)}: nothing else ends with a star. */
  POINTER_CAST(Certainty.SHAPE),
  /** {@code (x)y}: two operands side by side. */
  CAST(Certainty.SHAPE),
  /** {@code (x)(y)}, {@code (x)-1}: x is written like a type. */
  CAST_BY_NAME(Certainty.GUESS),
  /** The type of {@code sizeof}, {@code typeof} or another operator that takes one. */
  TYPE_OPERAND(Certainty.GUESS),
  /** An argument of a macro that takes a type there. */
  TYPE_ARGUMENT(Certainty.KNOWN),
  /** An argument that is written like a type: {@code T *}, {@code T x}. */
  TYPE_SHAPED_ARGUMENT(Certainty.GUESS),
  /** A macro call where a type stands. */
  TYPE_CALL(Certainty.GUESS),
  /** A macro call after struct, union or enum. */
  TAG_CALL(Certainty.SHAPE),

  // Attributes.
  WELL_KNOWN_ATTRIBUTE(Certainty.KNOWN),
  /** A word too many among the specifiers. */
  SPARE_SPECIFIER(Certainty.GUESS),
  /** A word between a declarator and its end. */
  AFTER_DECLARATOR(Certainty.SHAPE),
  /** A word in the brackets of an array before its length. */
  IN_BRACKETS(Certainty.SHAPE),

  // Macros that are statements.
  /** Arguments, then a brace, where a statement begins. */
  BLOCK_AFTER(Certainty.SHAPE),
  ITERATOR_NAME(Certainty.KNOWN),
  /** The next line is a statement that is indented below it. */
  INDENTED_BELOW(Certainty.GUESS),
  /** A statement follows without a semicolon. */
  NO_SEMICOLON(Certainty.GUESS),
  /** Closes a do. */
  ENDS_DO(Certainty.SHAPE),
  /** A macro at file level. */
  FILE_LEVEL(Certainty.SHAPE),
  /** A macro among members, enumerators or initialisers. */
  LIST_ITEM(Certainty.GUESS),

  // Macros that declare.
  GUARD_NAME(Certainty.KNOWN),
  /** A call that is initialised by a list. */
  INITIALISED_CALL(Certainty.SHAPE),
  /** A call in the place of a declarator. */
  DECLARING_CALL(Certainty.GUESS),
  /** Storage class or type, then a macro call, then a body. */
  MACRO_HEADER(Certainty.SHAPE),

  // The rest.
  /** Beside a string. */
  BESIDE_STRING(Certainty.SHAPE),
  /** Between two operands. */
  BETWEEN_OPERANDS(Certainty.GUESS),
  /** A macro in the place of an assembler operand's constraint. */
  CONSTRAINT(Certainty.SHAPE),
  /** What a macro makes an assembler template of. */
  ASSEMBLER_TEXT(Certainty.SHAPE),
  /** Statements or worse as arguments. */
  NO_ARGUMENTS(Certainty.SHAPE);

  /** One role for each kind that a rule gives, made once. */
  private static final Map<Rule, Map<Kind, Role>> ROLES = roles();

  private final Certainty certainty;

  Rule(Certainty certainty) {
    this.certainty = certainty;
  }

  private static Map<Rule, Map<Kind, Role>> roles() {
    Map<Rule, Map<Kind, Role>> all = new EnumMap<>(Rule.class);
    for (Rule rule : values()) {
      String id = rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Map<Kind, Role> roles = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.values()) {
        if (kind.isRole()) {
          roles.put(kind, new Role(kind, id, rule.certainty, ""));
        }
      }
      all.put(rule, roles);
    }
    return all;
  }

  Certainty certainty() {
    return certainty;
  }

  /** The one role that this rule gives as a kind. */
  Role role(Kind kind) {
    Map<Kind, Role> roles = ROLES.get(this);
    Role role = roles == null ? null : roles.get(kind);
    if (role == null) {
      throw new IllegalArgumentException(kind + " is no role");
    }
    return role;
  }
}

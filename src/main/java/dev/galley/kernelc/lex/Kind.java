package dev.galley.kernelc.lex;

/**
 * What a token is. The first groups are the lexer's, the last one is given by the position pass.
 *
 * <p>The names are those of the tokens in {@code grammars/dev/galley/grammar/KernelC.g4}.
 */
public enum Kind {
  // Hidden from the parser. Together with the others they cover every octet of a file.
  /** White space, line feeds, form feeds, and a backslash before a line end. */
  SPACE,
  /** One comment, either form. */
  COMMENT,
  /**
   * One preprocessor line with its continuations and comments, without the line feed that ends it.
   */
  DIRECTIVE,

  ID,
  NUMBER,
  CHARACTER,
  STRING,
  /**
   * An octet that starts no token: NUL, a lone backslash, a lone quote that no line end closes, `.
   */
  OTHER,

  LPAREN,
  RPAREN,
  LBRACE,
  RBRACE,
  LBRACKET,
  RBRACKET,
  SEMI,
  COMMA,
  COLON,
  QUESTION,
  ELLIPSIS,
  DOT,
  ARROW,
  /**
   * {@code #} and {@code ##} inside a macro body, or by mistake in the middle of a line: at the
   * start of a line they open a directive.
   */
  HASH,
  HASHHASH,

  ASSIGN,
  /** {@code += -= *= /= %= <<= >>= &= ^= |=}. */
  OP_ASSIGN,
  STAR,
  PLUS,
  MINUS,
  SLASH,
  PERCENT,
  SHIFT_LEFT,
  SHIFT_RIGHT,
  LESS,
  GREATER,
  LESS_EQUAL,
  GREATER_EQUAL,
  EQUAL,
  NOT_EQUAL,
  AMP,
  CARET,
  PIPE,
  AND,
  OR,
  NOT,
  TILDE,
  INC,
  DEC,

  IF,
  ELSE,
  WHILE,
  DO,
  FOR,
  SWITCH,
  CASE,
  DEFAULT,
  BREAK,
  CONTINUE,
  RETURN,
  GOTO,
  STRUCT,
  UNION,
  ENUM,
  TYPEDEF,
  EXTERN,
  STATIC,
  REGISTER,
  /** {@code inline __inline __inline__ _Noreturn}. */
  INLINE,
  /** {@code _Thread_local __thread}. */
  THREAD_LOCAL,
  /** {@code const __const __const__}. */
  CONST,
  /** {@code volatile __volatile __volatile__}. */
  VOLATILE,
  /** {@code restrict __restrict __restrict__}. */
  RESTRICT,
  /**
   * {@code signed __signed__ unsigned char short int long float double void _Bool _Complex
   * __int128}.
   */
  BASIC_TYPE,
  /** {@code auto __auto_type}. */
  AUTO,
  /** {@code _Atomic}. */
  ATOMIC,
  /** {@code typeof __typeof __typeof__ typeof_unqual}. */
  TYPEOF,
  SIZEOF,
  /** {@code _Alignof __alignof __alignof__}. */
  ALIGNOF,
  /** {@code asm __asm __asm__}, and the kernel's name for asm inline: {@code asm_inline}. */
  ASM,
  /** {@code __attribute __attribute__}. */
  ATTRIBUTE,
  /** {@code __extension__}. */
  EXTENSION,
  /** {@code _Static_assert static_assert}. */
  STATIC_ASSERT,
  GENERIC,
  /** {@code __label__}. */
  LABEL,

  // Roles of identifiers, given by the position pass.
  /**
   * An identifier where a type stands: {@code u32}, {@code irqreturn_t}, {@code T} in {@code (T)x}.
   */
  TYPE_NAME,
  /**
   * A macro in the place of an attribute or storage class: {@code __init}, {@code __iomem}, {@code
   * noinline}.
   */
  ATTR,
  /**
   * The same with arguments: {@code __printf(1, 2)}, {@code __free(kfree)}, {@code
   * __releases(&x->lock)}.
   */
  ATTR_CALL,
  /**
   * A macro whose arguments are followed by the statement it guards: {@code list_for_each_entry},
   * {@code scoped_guard}.
   */
  BLOCK_MACRO,
  /**
   * The same where the macro hides an {@code if}, so that an {@code else} after the statement is
   * its own: {@code IF_X(a)}.
   */
  IF_MACRO,
  /**
   * A macro that is a whole statement or file-level item without semicolon, with or without
   * arguments.
   */
  MACRO_STATEMENT,
  /** A macro call in the place of a type: {@code struct_size_t(x) v;}, {@code __TYPEOF(x) y}. */
  TYPE_MACRO,
  /**
   * A macro call that declares: {@code CLASS(fd, f)(n)}, {@code DECLARE_X(flags) = { }}, {@code
   * static DEFINE_MUTEX(m);}.
   */
  DECLARATOR_MACRO,
  /** A macro call that is a function's header: {@code SYSCALL_DEFINE2(x, …) { … }}. */
  HEADER_MACRO,
  /** An identifier in a string concatenation: {@code KERN_ERR "…" PRIu64 "…"}. */
  STRING_MACRO,
  /**
   * A macro in the place of a binary or postfix operator: {@code 1 KB}, glue in assembler strings.
   */
  INFIX_MACRO,
  /** A {@code (} whose balanced contents are neither expressions nor types: kept as tokens. */
  SOUP;

  private static final Kind[] ALL = values();

  /** The kind with a {@link #code}. */
  static Kind of(int code) {
    return ALL[code];
  }

  /** One octet for the kind, for arrays of millions. */
  // The code lives in memory only, and the order of the kinds is their ranges.
  @SuppressWarnings("EnumOrdinal")
  byte code() {
    return (byte) ordinal();
  }

  /** Whether the parser never sees it. */
  public boolean isHidden() {
    return compareTo(DIRECTIVE) <= 0;
  }

  /** Whether the position pass gives it, never the lexer. */
  public boolean isRole() {
    return compareTo(TYPE_NAME) >= 0;
  }

  /** Whether it is one of C's words, so that no name of the program is meant. */
  public boolean isKeyword() {
    return compareTo(IF) >= 0 && compareTo(LABEL) <= 0;
  }
}

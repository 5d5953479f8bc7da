package dev.galley.kernelc.lex;

import dev.galley.text.Span;

/**
 * One external declaration, or one preprocessor line, cut out of a file without being parsed.
 *
 * @param what its kind, by its shape
 * @param name the name it declares: function, tag, macro, first declarator; of a macro call the
 *     macro; empty where there is none
 * @param nameToken the token of the name; -1 where there is none. The name of a macro that a {@code
 *     #define} defines has the line's own token
 * @param firstToken its first token that is not hidden, or the directive
 * @param endToken one past its last token: {@code ;}, <code>}</code>, or the directive
 * @param bodyToken the <code>{</code> of a function's or an aggregate's body; -1 where there is
 *     none
 * @param span its octets
 */
public record External(
    What what, String name, int nameToken, int firstToken, int endToken, int bodyToken, Span span) {

  /** The kinds of external declarations. */
  public enum What {
    /** A function definition; its header may be alternatives of a group. */
    FUNCTION,
    /** A definition of a struct or union, maybe with declarators or as part of a typedef. */
    RECORD,
    /** A definition of an enum, named or not. */
    ENUM,
    /** A typedef without such a body. */
    TYPEDEF,
    /** Variables or prototypes, with or without initialiser. */
    DECLARATION,
    /** A file-level macro call, with or without semicolon, initialiser or braced body of data. */
    MACRO_CALL,
    /** {@code #define NAME} or {@code #define NAME(…)}. */
    DEFINE,
    /** {@code #include}. */
    INCLUDE,
    /**
     * {@code asm("…");}, {@code static_assert(…);}, a lone {@code ;}, the braces of {@code extern
     * "C"}.
     */
    OTHER,
    /** Tokens that no rule of the cutter fits, up to the next place where it can go on. */
    UNKNOWN
  }
}

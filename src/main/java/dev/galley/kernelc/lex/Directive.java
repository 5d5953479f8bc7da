package dev.galley.kernelc.lex;

/**
 * One preprocessor line.
 *
 * @param token the {@link Kind#DIRECTIVE} token
 * @param word what stands after {@code #}: {@code if}, {@code define}, {@code include}, …; empty
 *     for a lone {@code #}
 * @param rest the text after the word, comments and splices turned into a space, trimmed
 */
public record Directive(int token, String word, String rest) {

  /** {@code if}, {@code ifdef} or {@code ifndef}. */
  public boolean opensGroup() {
    return word.equals("if") || word.equals("ifdef") || word.equals("ifndef");
  }

  /** {@code else}, {@code elif}, {@code elifdef} or {@code elifndef}. */
  public boolean continuesGroup() {
    return word.startsWith("el");
  }
}

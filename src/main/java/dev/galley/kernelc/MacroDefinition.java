package dev.galley.kernelc;

import dev.galley.kernelc.internal.MacroBody;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.syntax.Name;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code #define} defines. Positions are those of the file.
 *
 * @param functionLike whether it has a parameter list, maybe an empty one
 * @param parameters their names; of {@code ...} {@code __VA_ARGS__}
 * @param variadic whether the last parameter takes all further arguments
 * @param bodySpan octets of the body, without the blanks around it
 * @param body its tree: an expression, statements or declarations, whatever its tokens allow; an
 *     empty body is no statements
 */
public record MacroDefinition(
    Name name,
    boolean functionLike,
    List<String> parameters,
    boolean variadic,
    Span bodySpan,
    Reading body) {

  public MacroDefinition {
    parameters = List.copyOf(parameters);
  }

  /** The definition in a preprocessor line's token; empty if the line defines nothing. */
  public static Optional<MacroDefinition> of(CTokens tokens, int line) {
    return Directives.define(tokens, line)
        .map(
            define ->
                new MacroDefinition(
                    new Name(define.name(), define.nameSpan()),
                    define.isFunctionLike(),
                    define.parameters(),
                    define.isVariadic(),
                    define.body(),
                    MacroBody.read(tokens.source(), define.body(), CLimits.DEFAULT)));
  }
}

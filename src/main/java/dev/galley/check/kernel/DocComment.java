package dev.galley.check.kernel;

import dev.galley.kernelc.MacroDefinition;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel-doc comment of a function or function-like macro, with the header that it stands over.
 *
 * @param span comment and header, octets of the text
 * @param named the function that the comment names
 * @param described the parameters it describes, with the octet where each is named
 * @param saysReturn whether it says what is returned
 * @param function the name of the function or macro below
 * @param parameters the parameters of that, {@code ...} for further ones
 * @param returns whether it returns a value to other files; false of a macro
 * @see <a href="https://docs.kernel.org/doc-guide/kernel-doc.html">the form of the comments</a>
 */
record DocComment(
    Span span,
    String named,
    Map<String, Integer> described,
    boolean saysReturn,
    String function,
    List<String> parameters,
    boolean returns) {

  private static final int LONGEST_HEADER = 400;
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:function\\s+)?([A-Za-z_][A-Za-z0-9_]{0,200})\\s{0,8}(?:\\(\\s{0,8}\\))?\\s{0,8}(?:[-:].*)?");
  private static final Pattern PARAMETER =
      Pattern.compile("@([A-Za-z_][A-Za-z0-9_]{0,200}(?:\\.\\.\\.)?|\\.\\.\\.)\\s{0,8}:.*");
  private static final Pattern RETURN = Pattern.compile("(?i)@?returns?\\s{0,8}:.*");

  /** What does not fit: a line of words, where, and whether it is a nit. */
  record Defect(String message, int at, boolean isNit) {}

  /** The comments of a text that stand over a function or function-like macro. */
  static List<DocComment> in(ShownText text) {
    CTokens tokens = Lexer.lex(text.text());
    List<DocComment> found = new ArrayList<>();
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.is(token, Kind.COMMENT)) {
        String comment = tokens.text(token);
        if (comment.startsWith("/**") && comment.length() > 3 && comment.charAt(3) <= ' ') {
          read(tokens, token).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Optional<DocComment> read(CTokens tokens, int comment) {
    int next = comment + 1;
    while (next < tokens.count() && tokens.is(next, Kind.SPACE)) {
      next++;
    }
    if (next == tokens.count() || tokens.is(next, Kind.COMMENT)) {
      return Optional.empty();
    }
    Optional<Header> header =
        tokens.is(next, Kind.DIRECTIVE) ? macro(tokens, next) : function(tokens, next);
    return header.flatMap(found -> join(tokens, comment, found));
  }

  /** What stands below a comment. */
  private record Header(String name, List<String> parameters, boolean returns, int end) {}

  private static Optional<Header> macro(CTokens tokens, int line) {
    return MacroDefinition.of(tokens, line)
        .filter(MacroDefinition::functionLike)
        .map(
            macro ->
                new Header(
                    macro.name().text(),
                    macro.parameters().stream()
                        .map(name -> name.equals("__VA_ARGS__") ? "..." : name)
                        .toList(),
                    false,
                    tokens.end(line)));
  }

  private static Optional<Header> function(CTokens tokens, int first) {
    int depth = 0;
    for (int token = first; token < Math.min(tokens.count(), first + LONGEST_HEADER); token++) {
      if (tokens.is(token, Kind.DIRECTIVE)) {
        return Optional.empty();
      }
      depth += tokens.is(token, Kind.LPAREN) ? 1 : tokens.is(token, Kind.RPAREN) ? -1 : 0;
      if (depth == 0 && (tokens.is(token, Kind.SEMI) || tokens.is(token, Kind.LBRACE))) {
        int end = tokens.start(token);
        Bytes header = tokens.source().slice(tokens.start(first), end);
        return parse(Bytes.concat(List.of(header, Bytes.utf8(";"))), end);
      }
      if (depth == 0 && tokens.is(token, Kind.ASSIGN)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Header> parse(Bytes prototype, int end) {
    if (Snippet.declarations(prototype) instanceof Reading.Tree tree
        && tree.unit() instanceof Unit.Declarations items
        && items.items().size() == 1
        && items.items().get(0) instanceof Decl.Declaration declaration
        && declaration.declared().size() == 1
        && !declaration.specifiers().isTypedef()) {
      TypeSyntax.Declarator declarator = declaration.declared().get(0).declarator();
      if (declarator.name().isPresent()
          && !declarator.derivations().isEmpty()
          && declarator.derivations().get(0) instanceof TypeSyntax.Function function) {
        return parameters(function)
            .map(
                names ->
                    new Header(
                        declarator.name().get().text(),
                        names,
                        returns(declaration, declarator),
                        end));
      }
    }
    return Optional.empty();
  }

  private static boolean returns(Decl.Declaration declaration, TypeSyntax.Declarator declarator) {
    boolean isVoid =
        declaration.specifiers().types().stream()
            .anyMatch(
                type -> type instanceof TypeSyntax.Basic basic && basic.word().equals("void"));
    return !declaration.specifiers().storage().contains("static")
        && (!isVoid || declarator.derivations().size() > 1);
  }

  /** Empty where a parameter has no plain name. */
  private static Optional<List<String>> parameters(TypeSyntax.Function function) {
    List<String> names = new ArrayList<>();
    for (Decl decl : function.parameters()) {
      if (!(decl instanceof Decl.Parameter parameter)) {
        return Optional.empty();
      }
      if (parameter.declarator().name().isPresent()) {
        names.add(parameter.declarator().name().get().text());
      } else if (function.parameters().size() > 1
          || !parameter.declarator().derivations().isEmpty()) {
        return Optional.empty();
      }
    }
    if (function.variadic()) {
      names.add("...");
    }
    return Optional.of(names);
  }

  private static Optional<DocComment> join(CTokens tokens, int comment, Header header) {
    int at = tokens.start(comment);
    Span span = new Span(at, header.end());
    String named = "";
    Map<String, Integer> described = new LinkedHashMap<>();
    boolean saysReturn = false;
    String text = tokens.text(comment);
    for (String line : text.substring(0, text.length() - 2).split("\n", -1)) {
      String words = line.strip().replaceFirst("^/?\\*+", "").strip();
      Matcher parameter = PARAMETER.matcher(words);
      if (named.isEmpty() && !words.isEmpty()) {
        Matcher name = NAMED.matcher(words);
        if (!name.matches() || isOther(words)) {
          return Optional.empty();
        }
        named = name.group(1);
      } else if (RETURN.matcher(words).matches()) {
        saysReturn = true;
      } else if (parameter.matches()) {
        described.put(parameter.group(1), at + line.indexOf('@'));
      }
      saysReturn |= words.toLowerCase(Locale.ROOT).startsWith("return");
      at += line.length() + 1;
    }
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DocComment(
                span,
                named,
                described,
                saysReturn,
                header.name(),
                header.parameters(),
                header.returns()));
  }

  private static boolean isOther(String words) {
    return words.startsWith("DOC:")
        || words.startsWith("struct ")
        || words.startsWith("union ")
        || words.startsWith("enum ")
        || words.startsWith("typedef ");
  }

  /** What does not fit, in the order of the comment, then of the parameters. */
  List<Defect> defects() {
    List<Defect> defects = new ArrayList<>();
    if (!named.equals(function)) {
      defects.add(
          new Defect(
              "the comment is for " + named + "(), the function below is " + function + "()",
              span.start(),
              false));
      return defects;
    }
    described.forEach(
        (name, at) -> {
          if (!isParameter(name)) {
            defects.add(
                new Defect(
                    "the comment describes @" + name + ", which " + function + "() has not",
                    at,
                    false));
          }
        });
    if (described.isEmpty() && !parameters.isEmpty()) {
      return defects;
    }
    for (String name : parameters) {
      boolean isSaid =
          described.containsKey(name)
              || described.containsKey(name + "...")
              || (name.equals("...")
                  && described.keySet().stream().anyMatch(one -> one.endsWith("...")));
      if (!isSaid) {
        defects.add(
            new Defect(
                "parameter " + name + " of " + function + "() is not described",
                span.start(),
                false));
      }
    }
    if (returns && !saysReturn) {
      defects.add(
          new Defect(
              function + "() returns a value that the comment does not tell of",
              span.start(),
              true));
    }
    return defects;
  }

  private boolean isParameter(String name) {
    String bare = name.endsWith("...") ? name.substring(0, name.length() - 3) : name;
    return parameters.contains(name)
        || parameters.contains(bare)
        || (bare.isEmpty() && parameters.contains("..."))
        || (name.endsWith("...") && parameters.contains("..."));
  }
}

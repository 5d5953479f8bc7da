package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.MacroDefinition;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.search.Surroundings;
import dev.galley.text.Bytes;
import dev.galley.text.LineIndex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads definitions of functions and macros. */
final class DefinitionReader {

  private static final int LONGEST = 4_000;

  private DefinitionReader() {}

  /**
   * What was read.
   *
   * @param definition empty where it cannot stand for anything
   * @param remark why nobody can say what it stands for; empty where there is nothing to tell
   */
  record Read(Optional<Definition> definition, String remark) {
    static Read none() {
      return new Read(Optional.empty(), "");
    }

    static Read of(Definition definition) {
      return new Read(Optional.of(definition), "");
    }

    static Read unreadable(String remark) {
      return new Read(Optional.empty(), remark);
    }
  }

  /** Reads an external declaration; nothing where it is neither function nor macro. */
  static Read read(CFile file, External external, int patch) {
    if (external.span().length() > LONGEST) {
      return Read.none();
    }
    if (external.what() == External.What.DEFINE) {
      return file.macro(external).map(macro -> macro(file, macro, patch)).orElseGet(Read::none);
    }
    if (external.what() != External.What.FUNCTION) {
      return Read.none();
    }
    List<Reading> readings = file.readings(external);
    if (readings.get(0) instanceof Reading.Unknown unknown) {
      return Read.unreadable(external.name() + " does not parse: " + unknown.reason());
    }
    if (readings.size() == 1
        && readings.get(0) instanceof Reading.Tree tree
        && tree.unit() instanceof Unit.Declarations declarations) {
      for (Decl item : declarations.items()) {
        if (item instanceof Decl.FunctionDefinition function) {
          return function(file, function, patch);
        }
      }
    }
    return Read.none();
  }

  private static int line(CFile file, int offset) {
    return LineIndex.of(file.bytes()).lineAt(offset);
  }

  private static Read function(CFile file, Decl.FunctionDefinition function, int patch) {
    Optional<Name> name = function.declarator().name();
    List<TypeSyntax.Derivation> derivations = function.declarator().derivations();
    if (name.isEmpty()
        || derivations.isEmpty()
        || !function.oldStyle().isEmpty()
        || !(derivations.get(0) instanceof TypeSyntax.Function header)
        || header.variadic()) {
      return Read.none();
    }
    List<Definition.Parameter> parameters = new ArrayList<>();
    for (Decl decl : header.parameters()) {
      if (!(decl instanceof Decl.Parameter parameter)) {
        return Read.none();
      }
      Optional<Name> own = parameter.declarator().name();
      if (own.isPresent()) {
        parameters.add(
            new Definition.Parameter(own.get().text(), declaration(file.bytes(), parameter)));
      } else if (header.parameters().size() > 1) {
        return Read.none();
      }
    }
    boolean pointer = derivations.size() > 1;
    Definition.Result result = result(function, pointer);
    return Read.of(
        new Definition(
            name.get().text(),
            file.bytes(),
            file.path(),
            line(file, name.get().span().start()),
            patch,
            parameters,
            true,
            new Definition.Body.Statements(function.body().items(), result)));
  }

  private static Definition.Result result(Decl.FunctionDefinition function, boolean pointer) {
    if (pointer || function.specifiers().isEmpty()) {
      return Definition.Result.VALUE;
    }
    TypeSyntax.Specifiers specifiers = function.specifiers().get();
    if (Surroundings.isBool(specifiers)) {
      return Definition.Result.TRUTH;
    }
    return specifiers.types().stream()
            .anyMatch(type -> type instanceof TypeSyntax.Basic basic && basic.word().equals("void"))
        ? Definition.Result.NOTHING
        : Definition.Result.VALUE;
  }

  /** A parameter without attributes. */
  private static String declaration(Bytes source, Decl.Parameter parameter) {
    StringBuilder text = new StringBuilder();
    int at = parameter.span().start();
    List<TypeSyntax.Attribute> attributes = new ArrayList<>();
    parameter.specifiers().ifPresent(own -> attributes.addAll(own.attributes()));
    attributes.addAll(parameter.declarator().attributes());
    attributes.sort(java.util.Comparator.comparingInt(each -> each.span().start()));
    for (TypeSyntax.Attribute attribute : attributes) {
      if (attribute.span().start() >= at) {
        text.append(source.slice(at, attribute.span().start()).utf8());
        at = attribute.span().end();
      }
    }
    text.append(source.slice(at, parameter.span().end()).utf8());
    return CodeText.oneLine(text.toString());
  }

  private static Read macro(CFile file, MacroDefinition macro, int patch) {
    String body = CodeText.oneLine(file.bytes().slice(macro.bodySpan()).utf8());
    String open = body.replaceAll(",\\s*(##\\s*)?__VA_ARGS__", ", ...");
    if (open.isEmpty() || open.contains("#") || open.contains("__VA_ARGS__")) {
      return Read.none();
    }
    Bytes source = Bytes.utf8(open);
    List<Definition.Parameter> parameters = new ArrayList<>();
    Optional<Definition.Body> read = body(source, open);
    if (read.isEmpty()) {
      return Read.none();
    }
    Set<String> members = members(read.get());
    for (String parameter : macro.parameters()) {
      if (!parameter.equals("__VA_ARGS__")) {
        String sort = members.contains(parameter) ? "identifier " : "expression ";
        parameters.add(new Definition.Parameter(parameter, sort + parameter));
      }
    }
    if (macro.variadic() && parameters.size() == macro.parameters().size()) {
      return Read.none();
    }
    return Read.of(
        new Definition(
            macro.name().text(),
            source,
            file.path(),
            line(file, macro.name().span().start()),
            patch,
            variadic(parameters, macro.variadic()),
            macro.functionLike(),
            read.get()));
  }

  private static List<Definition.Parameter> variadic(
      List<Definition.Parameter> parameters, boolean isVariadic) {
    if (isVariadic) {
      parameters.add(new Definition.Parameter("...", ""));
    }
    return parameters;
  }

  private static Optional<Definition.Body> body(Bytes source, String text) {
    if ((text.startsWith("for ") || text.startsWith("for(") || text.startsWith("while"))
        && text.endsWith(")")) {
      return Optional.of(new Definition.Body.Loop(text));
    }
    if (Snippet.expression(source) instanceof Reading.Tree tree
        && tree.unit() instanceof Unit.Expression value) {
      Expr expr = CodeText.bare(value.expression());
      return Optional.of(
          expr instanceof Expr.StatementExpr block
              ? new Definition.Body.Statements(
                  returning(block.body().items()), Definition.Result.MACRO_VALUE)
              : new Definition.Body.Value(expr));
    }
    if (Snippet.statements(source) instanceof Reading.Tree tree
        && tree.unit() instanceof Unit.Statements statements) {
      List<Stmt> items = statements.items();
      if (items.size() == 1 && items.get(0) instanceof Stmt.DoWhile once) {
        items = once.body() instanceof Stmt.Compound block ? block.items() : List.of(once.body());
      }
      return Optional.of(new Definition.Body.Statements(items, Definition.Result.NOTHING));
    }
    return Optional.empty();
  }

  /** Statements whose last one is the value, as those of a function. */
  private static List<Stmt> returning(List<Stmt> items) {
    List<Stmt> all = new ArrayList<>(items);
    if (!all.isEmpty() && all.get(all.size() - 1) instanceof Stmt.Evaluate last) {
      all.set(all.size() - 1, new Stmt.Return(last.span(), Optional.of(last.expression())));
    }
    return all;
  }

  private static Set<String> members(Definition.Body body) {
    Set<String> members = new HashSet<>();
    List<? extends CNode> roots =
        body instanceof Definition.Body.Value value
            ? List.of(value.expr())
            : body instanceof Definition.Body.Statements statements
                ? statements.items()
                : List.of();
    roots.forEach(
        root ->
            root.walk(
                node -> {
                  if (node instanceof Expr.Member member) {
                    members.add(member.name().text());
                  }
                }));
    return members;
  }
}

package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.Symbols;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.kernelc.types.CType;
import dev.galley.kernelc.types.Typed;
import dev.galley.kernelc.types.Types;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads shapes, as the body of a function of no tree. */
final class ShapeReader {

  private static final String PATH = "the rule";
  private static final String HEAD = "void rule(void) { ";
  private static final int LONGEST = 100_000;
  private static final TypeSources TYPES = new TreeTypes(new Types(new NoSymbols()));

  /** Compares pieces of programs. */
  static final Unifier SAME =
      new Unifier(
          new Pattern("", 0, new Expr.Nothing(Span.at(0)), Map.of(), "", new NoTypes(), true),
          new NoProgram(),
          Sense.VALUE);

  private ShapeReader() {}

  /** A shape's pattern, and its statements where it is no expression. */
  record Parts(Pattern pattern, List<Stmt> statements) {}

  static Parts read(String text, Collection<String> declarations, boolean expression)
      throws PatternException {
    StringBuilder source = new StringBuilder(HEAD);
    for (String declaration : declarations) {
      source.append(declaration).append("; ");
    }
    if (expression) {
      source.append("return ");
    }
    int offset = Bytes.utf8(source.toString()).length();
    source.append(text).append(expression ? ";\n}" : "\n}");
    if (source.length() > LONGEST) {
      throw new PatternException(
          "it has " + source.length() + " characters; at most " + LONGEST + " are allowed");
    }
    CFile file = CFile.of(PATH, Bytes.utf8(source.toString()));
    List<External> externals = file.outline().externals();
    if (externals.size() != 1) {
      throw new PatternException("its braces do not pair: " + text);
    }
    Reading reading = file.readings(externals.get(0)).get(0);
    if (reading instanceof Reading.Unknown unknown) {
      throw new PatternException(unknown.reason());
    }
    Unit unit = ((Reading.Tree) reading).unit();
    TypeSource types = TYPES.of(file, externals.get(0), unit);
    return parts(text, offset, items(unit, text), types, declarations.size(), expression);
  }

  private static List<Stmt> items(Unit unit, String text) throws PatternException {
    if (unit instanceof Unit.Declarations declarations
        && declarations.items().size() == 1
        && declarations.items().get(0) instanceof Decl.FunctionDefinition function) {
      return function.body().items();
    }
    throw new PatternException("it is no piece of a function: " + text);
  }

  private static Parts parts(
      String text, int offset, List<Stmt> items, TypeSource types, int declared, boolean expression)
      throws PatternException {
    Map<String, MetaVariable> variables = new LinkedHashMap<>();
    if (items.size() <= declared) {
      throw new PatternException("it is empty");
    }
    for (Stmt item : items.subList(0, declared)) {
      if (!(item instanceof Stmt.Declare declare)
          || !(declare.declaration() instanceof Decl.Declaration declaration)) {
        throw new PatternException("one of its variables is no declaration");
      }
      Variables.declare(declaration, types, false, variables);
    }
    List<Stmt> rest = items.subList(declared, items.size());
    if (!expression) {
      Expr none = new Expr.Nothing(Span.at(offset));
      return new Parts(new Pattern(text, offset, none, variables, "", types, false), rest);
    }
    if (rest.size() != 1 || !(rest.get(0) instanceof Stmt.Return back) || back.value().isEmpty()) {
      throw new PatternException("it is no single expression: " + text);
    }
    Expr shape = Shapes.bare(back.value().get());
    String owner = PatternReader.owner(shape, types);
    return new Parts(new Pattern(text, offset, shape, variables, owner, types, false), List.of());
  }

  /** The names of no tree. */
  private static final class NoSymbols implements Symbols {

    @Override
    public List<Symbol> find(SymbolKind kind, String name, String from) {
      return List.of();
    }

    @Override
    public Optional<CFile> file(String path) {
      return Optional.empty();
    }

    @Override
    public boolean reaches(String from, String definer) {
      return false;
    }
  }

  private static final Typed UNKNOWN =
      new Typed(new CType.Unknown("nobody asked for types"), List.of());

  private static final class NoTypes implements TypeSource {

    @Override
    public Typed typeOf(Expr expr) {
      return UNKNOWN;
    }

    @Override
    public CType declared(Decl.Declaration declaration, Decl.Declared declared) {
      return UNKNOWN.type();
    }

    @Override
    public boolean isLocal(Expr.Ident ident) {
      return false;
    }

    @Override
    public CType initialised(Expr.Designated designated, Usage usage) {
      return UNKNOWN.type();
    }
  }

  private static final class NoProgram implements Program {

    @Override
    public Typed typeOf(Expr expression) {
      return UNKNOWN;
    }

    @Override
    public boolean isLocal(Expr.Ident ident) {
      return false;
    }

    @Override
    public String text(CNode node) {
      return "";
    }
  }
}

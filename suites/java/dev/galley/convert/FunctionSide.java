package dev.galley.convert;

import dev.galley.finding.Place;
import dev.galley.finding.Side;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.kernelc.types.MemberFound;
import dev.galley.kernelc.types.Typed;
import dev.galley.kernelc.types.Types;
import dev.galley.kernelc.types.UnitTypes;
import dev.galley.testkit.MemorySymbols;
import dev.galley.text.LineIndex;
import java.util.List;
import java.util.Optional;

/** The last function of a text, typed by what stands before it. */
final class FunctionSide implements CodeSide {

  private static final String PATH = "drivers/pci/x.c";

  private final CFile file;
  private final Unit unit;
  private final UnitTypes types;

  FunctionSide(String text) {
    MemorySymbols symbols = MemorySymbols.of(PATH, text);
    this.file = symbols.file(PATH).orElseThrow();
    List<External> externals = file.outline().externals();
    External last = externals.get(externals.size() - 1);
    if (!(file.readings(last).get(0) instanceof Reading.Tree tree)) {
      throw new IllegalArgumentException("the test's code does not parse: " + text);
    }
    this.unit = tree.unit();
    this.types = new Types(symbols).in(file, last, unit);
  }

  @Override
  public List<CNode> roots() {
    return unit.children();
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<String> unread() {
    return List.of();
  }

  @Override
  public Typed typeOf(Expr expression) {
    return types.typeOf(expression);
  }

  @Override
  public boolean isLocal(Expr.Ident ident) {
    return types.isLocal(ident);
  }

  @Override
  public Optional<MemberFound> memberOf(Expr.Member member) {
    return types.memberOf(member);
  }

  @Override
  public String text(CNode node) {
    return file.bytes().slice(node.span()).utf8();
  }

  @Override
  public int line(CNode node) {
    return LineIndex.of(file.bytes()).lineAt(node.span().start());
  }

  @Override
  public Place place(CNode node) {
    return Place.line(1, PATH, Side.NEW, line(node));
  }

  @Override
  public List<String> conditions(CNode node) {
    return List.of();
  }
}

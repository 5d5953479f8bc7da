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

/** The last external declaration of a text as a side; those before it give the types. */
final class TestSide implements CodeSide {

  private static final String PATH = "test.c";

  private final CFile file;
  private final Unit unit;
  private final UnitTypes types;
  private final Side side;

  TestSide(String text, Side side) {
    MemorySymbols symbols = MemorySymbols.of(PATH, text);
    this.file = symbols.file(PATH).orElseThrow();
    List<External> externals = file.outline().externals();
    External last = externals.get(externals.size() - 1);
    Reading reading = file.readings(last).get(0);
    if (reading instanceof Reading.Unknown unknown) {
      throw new IllegalArgumentException(unknown.reason() + ": " + text);
    }
    this.unit = ((Reading.Tree) reading).unit();
    this.types = new Types(symbols).in(file, last, unit);
    this.side = side;
  }

  /** The side after, where only one is wanted. */
  static TestSide of(String text) {
    return new TestSide(text, Side.NEW);
  }

  /** A change of the last external declaration; what is before it in both texts is {@code head}. */
  static CodeChange change(String head, String before, String after) {
    return new CodeChange(
        1,
        PATH,
        "f",
        Optional.of(new TestSide(head + "\n" + before, Side.OLD)),
        Optional.of(new TestSide(head + "\n" + after, Side.NEW)));
  }

  @Override
  public List<CNode> roots() {
    return List.of(unit.children().get(0));
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
    return file.bytes().slice(node.span().start(), node.span().end()).utf8();
  }

  @Override
  public int line(CNode node) {
    return LineIndex.of(file.bytes()).lineAt(node.span().start());
  }

  @Override
  public Place place(CNode node) {
    return Place.line(1, PATH, side, line(node));
  }

  @Override
  public List<String> conditions(CNode node) {
    return List.of();
  }
}

package dev.galley.convert;

import dev.galley.finding.Place;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.kernelc.types.MemberFound;
import dev.galley.kernelc.types.Typed;
import dev.galley.kernelc.types.UnitTypes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a whole external declaration in one state of a tree. */
final class WholeSide implements CodeSide {

  private final WholeFile file;
  private final External external;
  private final Optional<Unit> unit;
  private final List<String> readAs;
  private final List<String> unread;
  private @Nullable UnitTypes types;

  /**
   * A side.
   *
   * @param unit its tree; empty where it does not parse
   * @param readAs the choice of branches that the tree is a reading of
   * @param unread why readings are missing
   */
  WholeSide(
      WholeFile file,
      External external,
      Optional<Unit> unit,
      List<String> readAs,
      List<String> unread) {
    this.file = file;
    this.external = external;
    this.unit = unit;
    this.readAs = List.copyOf(readAs);
    this.unread = List.copyOf(unread);
  }

  @Override
  public Optional<CFile> file() {
    return Optional.of(file.file());
  }

  @Override
  public Optional<External> external() {
    return Optional.of(external);
  }

  @Override
  public List<CNode> roots() {
    return unit.map(Unit::children).orElse(List.of());
  }

  @Override
  public List<String> readAs() {
    return readAs;
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<String> unread() {
    return unread;
  }

  @Override
  public synchronized Typed typeOf(Expr expression) {
    return types().typeOf(expression);
  }

  @Override
  public synchronized boolean isLocal(Expr.Ident ident) {
    return types().isLocal(ident);
  }

  @Override
  public synchronized Optional<MemberFound> memberOf(Expr.Member member) {
    return types().memberOf(member);
  }

  private UnitTypes types() {
    UnitTypes known = types;
    if (known == null) {
      Unit tree =
          unit.orElseThrow(() -> new IllegalArgumentException("no node of this side: no tree"));
      known = file.types().get().in(file.file(), external, tree);
      types = known;
    }
    return known;
  }

  @Override
  public String text(CNode node) {
    return file.file().bytes().slice(node.span()).utf8();
  }

  @Override
  public int line(CNode node) {
    return file.line(node.span().start());
  }

  @Override
  public Place place(CNode node) {
    return file.lines().place(line(node), function());
  }

  private String function() {
    return external.what() == External.What.FUNCTION ? external.name() : "";
  }

  @Override
  public List<String> conditions(CNode node) {
    return file.conditions(node.span().start());
  }
}

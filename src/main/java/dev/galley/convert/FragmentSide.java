package dev.galley.convert;

import dev.galley.finding.Place;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Fragment;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.kernelc.types.MemberFound;
import dev.galley.kernelc.types.Typed;
import dev.galley.kernelc.types.Types;
import dev.galley.kernelc.types.UnitTypes;
import dev.galley.text.Bytes;
import dev.galley.text.LineIndex;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A part of one side of a hunk. */
final class FragmentSide implements CodeSide {

  private final FragmentLines lines;
  private final String function;
  private final Supplier<Types> types;
  private final boolean isWhole;
  private final List<CNode> roots = new ArrayList<>();
  private final List<String> unread = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private @Nullable IdentityHashMap<CNode, Source> owners;

  /** A side of which nothing could be told from the rest of the hunk. */
  static FragmentSide unknown(FragmentSide other) {
    FragmentSide side = new FragmentSide(other.lines, other.function, other.types, false);
    side.unread.add("the lines of this side do not show where it begins");
    return side;
  }

  /** A text that was read, and one tree of it. */
  private static final class Source {
    final CFile file;
    final External external;
    final Unit unit;
    final List<CNode> roots;
    final Optional<Fragment.Piece> piece;
    @Nullable UnitTypes types;

    Source(
        CFile file,
        External external,
        Unit unit,
        List<CNode> roots,
        Optional<Fragment.Piece> piece) {
      this.file = file;
      this.external = external;
      this.unit = unit;
      this.roots = roots;
      this.piece = piece;
    }
  }

  FragmentSide(FragmentLines lines, String function, Supplier<Types> types, boolean isWhole) {
    this.lines = lines;
    this.function = function;
    this.types = types;
    this.isWhole = isWhole;
  }

  /** Adds what was read of a piece. */
  void add(Fragment.Piece piece, Fragment.Part part, List<CNode> nodes) {
    if (part.external().isPresent() && part.around() instanceof Reading.Tree around) {
      sources.add(
          new Source(
              piece.source(), part.external().get(), around.unit(), nodes, Optional.of(piece)));
      roots.addAll(nodes);
      nodes.forEach(node -> words(piece.file().slice(node.span())));
    }
  }

  /** Adds the body of a macro that stands in the lines themselves. */
  void macro(CFile file, External define) {
    words(file.bytes().slice(define.span()));
    for (Reading reading : file.readings(define)) {
      if (reading instanceof Reading.Tree tree) {
        sources.add(
            new Source(file, define, tree.unit(), tree.unit().children(), Optional.empty()));
        roots.addAll(tree.unit().children());
      } else if (reading instanceof Reading.Unknown unknown) {
        unread.add(unknown.reason());
      }
    }
  }

  /** Adds lines that could not be read. */
  void unread(String reason, Bytes text) {
    unread.add(reason);
    words(text);
  }

  private void words(Bytes text) {
    CTokens tokens = Lexer.lex(text);
    for (int at = 0; at < tokens.count(); at++) {
      if (!tokens.isHidden(at)) {
        words.add(tokens.text(at));
      }
    }
  }

  boolean isEmpty() {
    return words.isEmpty() && unread.isEmpty();
  }

  /** Whether the patch itself adds or removes its first line; without a tree that is not known. */
  boolean beginsInPatch() {
    if (sources.isEmpty()) {
      return false;
    }
    Source first = sources.get(0);
    int start = first.external.span().start();
    if (first.piece.isEmpty()) {
      return lines.isTouchedAt(LineIndex.of(first.file.bytes()).lineAt(start) - 1);
    }
    return first.piece.get().inDiff(Span.at(start)).filter(this::isTouched).isPresent();
  }

  private boolean isTouched(Span place) {
    return lines.isTouched(place.start());
  }

  /** Its tokens, to see whether two sides are the same. */
  List<String> words() {
    return words;
  }

  @Override
  public Optional<CFile> file() {
    return sources.stream().findFirst().map(source -> source.file);
  }

  @Override
  public Optional<External> external() {
    return sources.stream().findFirst().map(source -> source.external);
  }

  @Override
  public List<CNode> roots() {
    return List.copyOf(roots);
  }

  @Override
  public boolean isWhole() {
    return isWhole;
  }

  @Override
  public List<String> unread() {
    return List.copyOf(unread);
  }

  private synchronized Source source(CNode node) {
    IdentityHashMap<CNode, Source> known = owners;
    if (known == null) {
      IdentityHashMap<CNode, Source> fresh = new IdentityHashMap<>();
      for (Source source : sources) {
        source.unit.walk(each -> fresh.put(each, source));
        source.roots.forEach(root -> root.walk(each -> fresh.put(each, source)));
      }
      known = fresh;
      owners = fresh;
    }
    Source found = known.get(node);
    for (CNode part : found == null ? node.children() : List.<CNode>of()) {
      found = found == null ? known.get(part) : found;
    }
    if (found == null && !sources.isEmpty()) {
      found = sources.get(0);
    }
    if (found == null) {
      throw new IllegalArgumentException("no node of this side");
    }
    return found;
  }

  private synchronized UnitTypes types(Source source) {
    UnitTypes known = source.types;
    if (known == null) {
      known = types.get().in(source.file, source.external, source.unit);
      source.types = known;
    }
    return known;
  }

  @Override
  public synchronized Typed typeOf(Expr expression) {
    return types(source(expression)).typeOf(expression);
  }

  @Override
  public synchronized boolean isLocal(Expr.Ident ident) {
    return types(source(ident)).isLocal(ident);
  }

  @Override
  public synchronized Optional<MemberFound> memberOf(Expr.Member member) {
    return types(source(member)).memberOf(member);
  }

  @Override
  public String text(CNode node) {
    return source(node).file.bytes().slice(node.span()).utf8();
  }

  @Override
  public int line(CNode node) {
    Source source = source(node);
    if (source.piece.isPresent()) {
      Optional<Span> place = source.piece.get().inDiff(Span.at(node.span().start()));
      return lines.line(place.map(Span::start).orElse(0));
    }
    return lines.lineAt(LineIndex.of(source.file.bytes()).lineAt(node.span().start()) - 1);
  }

  @Override
  public Place place(CNode node) {
    return lines.place(line(node), function);
  }

  @Override
  public List<String> conditions(CNode node) {
    return WholeFile.conditions(source(node).file, node.span().start());
  }
}

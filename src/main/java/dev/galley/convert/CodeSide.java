package dev.galley.convert;

import dev.galley.finding.Place;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.MemberFound;
import dev.galley.kernelc.types.Typed;
import java.util.List;
import java.util.Optional;

/**
 * One side, before or after, of a piece of C that a patch changes: its trees, with types and
 * places.
 *
 * <p>With a base it is a whole external declaration, typed by the tree of that state. Without one
 * it is a side of a hunk as far as that parses, typed by what the hunk and the series' own lines
 * show.
 */
public interface CodeSide {

  /**
   * The trees: one external declaration, or the statements and declarations of a hunk, in order.
   */
  List<CNode> roots();

  /**
   * The file that the nodes' octets count in: with a base, or of a file that the series adds, the
   * whole file. Else the lines of one hunk, with what it took to make C of them around; then of
   * several texts the first node's.
   */
  default Optional<CFile> file() {
    return Optional.empty();
  }

  /** What the outline of {@link #file} has; empty where nothing could be read. */
  default Optional<External> external() {
    return Optional.empty();
  }

  /**
   * The choice of branches that this is a reading of, as {@link
   * dev.galley.kernelc.Reading#conditions}; empty where all branches are in the tree. A function
   * with several readings has a change for each that has changed lines which no earlier one has;
   * what such changes have in common stands in the same octets.
   */
  default List<String> readAs() {
    return List.of();
  }

  /** Whether the whole external declaration is there; else lines of one hunk. */
  boolean isWhole();

  /** Why parts of it have no tree, each for people; empty when all was read. */
  List<String> unread();

  /** The type of an expression of these trees; unknown with a reason where it cannot be said. */
  Typed typeOf(Expr expression);

  /** Whether a name means something declared inside the function, or a macro's parameter. */
  boolean isLocal(Expr.Ident ident);

  /** The declaration of the member that an expression names; empty where it is not known. */
  Optional<MemberFound> memberOf(Expr.Member member);

  /** A node as written, comments and white space included. */
  String text(CNode node);

  /** The line of the file, counted from 1, on which a node begins. */
  int line(CNode node);

  /** Where a finding about a node belongs: in the patch, else in the tree of this side. */
  Place place(CNode node);

  /**
   * The {@code #if} lines around a node as written, outermost first; include guards left out. Of an
   * {@code #else} what it is the other side of: {@code #else of #ifdef CONFIG_PCI}.
   */
  List<String> conditions(CNode node);
}

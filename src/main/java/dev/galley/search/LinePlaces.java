package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Group;
import dev.galley.text.LineIndex;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/** Turns octets of a file into what people call a place. */
final class LinePlaces {

  private final CFile file;
  private final LineIndex lines;

  LinePlaces(CFile file) {
    this.file = file;
    this.lines = LineIndex.of(file.bytes());
  }

  /**
   * A site.
   *
   * @param wordAt the first octet of the word that names what is searched for: line and column are
   *     its
   */
  Site site(Span span, int wordAt, SiteKind kind, External external, List<String> evidence) {
    int line = lines.lineAt(wordAt);
    int start = lines.startOf(line);
    int end = file.bytes().nextLine(start);
    boolean isMacro = external.what() == External.What.DEFINE;
    return new Site(
        file.path(),
        line,
        wordAt - start + 1,
        span,
        file.bytes().slice(start, end).utf8().stripTrailing(),
        kind,
        external.what() == External.What.FUNCTION ? Optional.of(external.name()) : Optional.empty(),
        isMacro ? Optional.of(external.name()) : Optional.empty(),
        condition(span.start()),
        evidence);
  }

  /** A place that is certainly something else; a member's word is the end of its expression. */
  Elsewhere elsewhere(Span span, String what) {
    return new Elsewhere(file.path(), lines.lineAt(Math.max(span.end() - 1, span.start())), what);
  }

  /**
   * The innermost conditional line around some octets; an {@code #else} names what it is the other
   * side of.
   */
  private Optional<String> condition(int offset) {
    int token = file.outline().tokens().at(offset);
    Optional<String> found = Optional.empty();
    for (Group group : file.outline().groupsAround(token)) {
      if (!group.isIncludeGuard()) {
        found = group.branchAt(token).map(branch -> text(group, branch));
      }
    }
    return found;
  }

  /** Whether octets stand in an {@code #if 0}, never compiled. */
  boolean isDead(int offset) {
    int token = file.outline().tokens().at(offset);
    return file.outline().branchesAround(token).stream().anyMatch(Branch::isDead);
  }

  private static String text(Group group, Branch branch) {
    return branch.opening().word().equals("else")
        ? "#else of " + group.branches().get(0).text()
        : branch.text();
  }
}

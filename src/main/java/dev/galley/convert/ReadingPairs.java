package dev.galley.convert;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The changes of one external declaration: one for each reading that has changed lines which no
 * earlier one has, or for the first.
 */
final class ReadingPairs {

  private final int patch;
  private final String path;
  private final ExternalPairs.Pair pair;
  private final Optional<WholeFile> before;
  private final Optional<WholeFile> after;

  ReadingPairs(
      int patch,
      String path,
      ExternalPairs.Pair pair,
      Optional<WholeFile> before,
      Optional<WholeFile> after) {
    this.patch = patch;
    this.path = path;
    this.pair = pair;
    this.before = before;
    this.after = after;
  }

  /** Trees of one external declaration, and why others are missing. */
  private record Side(List<Reading.Tree> trees, List<String> unread) {

    static Side of(Optional<WholeFile> file, Optional<External> external) {
      List<Reading.Tree> trees = new ArrayList<>();
      Set<String> unread = new LinkedHashSet<>();
      if (file.isPresent() && external.isPresent()) {
        for (Reading reading : file.get().file().readings(external.get())) {
          if (reading instanceof Reading.Tree tree) {
            trees.add(tree);
          } else if (reading instanceof Reading.Unknown unknown) {
            unread.add(reason(unknown));
          }
        }
      }
      return new Side(trees, List.copyOf(unread));
    }

    private static String reason(Reading.Unknown unknown) {
      return unknown.conditions().isEmpty()
          ? unknown.reason()
          : unknown.reason() + " (" + String.join(", ", unknown.conditions()) + ")";
    }

    /** The reading under the same conditions, else the first. */
    Optional<Reading.Tree> like(Reading.Tree other) {
      return trees.stream()
          .filter(tree -> tree.conditions().equals(other.conditions()))
          .findFirst()
          .or(() -> trees.stream().findFirst());
    }
  }

  List<CodeChange> changes() {
    Side old = Side.of(before, pair.before());
    Side now = Side.of(after, pair.after());
    List<CodeChange> changes = new ArrayList<>();
    BitSet oldSeen = new BitSet();
    BitSet nowSeen = new BitSet();
    for (Reading.Tree tree : now.trees()) {
      Optional<Reading.Tree> partner = old.like(tree);
      boolean hasNew = take(after, Optional.of(tree), nowSeen);
      boolean hasOld = take(before, partner, oldSeen);
      if (hasNew || hasOld) {
        changes.add(change(partner, Optional.of(tree), old, now));
      }
    }
    for (Reading.Tree tree : old.trees()) {
      if (take(before, Optional.of(tree), oldSeen)) {
        changes.add(change(Optional.of(tree), now.like(tree), old, now));
      }
    }
    if (changes.isEmpty()) {
      // Only what is in no tree changed, comments, or where is not known.
      Optional<Reading.Tree> first = now.trees().stream().findFirst();
      Optional<Reading.Tree> partner =
          first.flatMap(old::like).or(() -> old.trees().stream().findFirst());
      changes.add(change(partner, first, old, now));
    }
    return changes;
  }

  /** Marks the changed lines that a tree has; whether there are new ones among them. */
  private static boolean take(Optional<WholeFile> file, Optional<Reading.Tree> tree, BitSet seen) {
    if (file.isEmpty() || tree.isEmpty()) {
      return false;
    }
    int before = seen.cardinality();
    tree.get().unit().walk(node -> mark(file.get(), node, seen));
    return seen.cardinality() > before;
  }

  private static void mark(WholeFile file, CNode node, BitSet seen) {
    int first = file.line(node.span().start());
    int last = file.line(Math.max(node.span().start(), node.span().end() - 1));
    if (file.lines().isTouched(first)) {
      seen.set(first);
    }
    if (file.lines().isTouched(last)) {
      seen.set(last);
    }
  }

  private CodeChange change(
      Optional<Reading.Tree> oldTree, Optional<Reading.Tree> nowTree, Side old, Side now) {
    return new CodeChange(
        patch,
        path,
        pair.after().or(pair::before).map(External::name).orElse(""),
        side(before, pair.before(), oldTree, old),
        side(after, pair.after(), nowTree, now));
  }

  private static Optional<CodeSide> side(
      Optional<WholeFile> file,
      Optional<External> external,
      Optional<Reading.Tree> tree,
      Side side) {
    return file.isEmpty() || external.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WholeSide(
                file.get(),
                external.get(),
                tree.map(Reading.Tree::unit),
                tree.map(Reading.Tree::conditions).orElse(List.of()),
                side.unread()));
  }
}

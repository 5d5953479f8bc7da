package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A variable whose assignment goes while what reads it stays. */
@CheckInfo(
    id = "convert/lost-assignment",
    severity = Severity.WARNING,
    summary = "Variable no longer assigned, but still read",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.3.2.1: the value of an object that was not given one is indeterminate")
public final class LostAssignment implements PatchCheck {

  /** An assignment that a patch takes out. */
  private record Removed(Expr.Assign assign, Part part, int at, int blockEnd) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean any = false;
    for (ChangedFunction function : SeriesHunks.of(patch)) {
      any = true;
      List<Removed> removed = new ArrayList<>();
      function.before().forEach(part -> collect(part.items(), part, Optional.empty(), removed));
      Set<String> names = new TreeSet<>();
      removed.forEach(one -> Trees.identifier(one.assign.target()).ifPresent(names::add));
      names.forEach(name -> check(function, name, removed, out));
    }
    if (!any) {
      out.notApplicable();
    }
  }

  /** Assignments that stand by themselves, not under a condition that goes with them. */
  private static void collect(
      List<Stmt> items, Part part, Optional<Stmt> block, List<Removed> into) {
    for (Stmt item : items) {
      if (item instanceof Stmt.Evaluate evaluate
          && evaluate.expression() instanceof Expr.Assign assign
          && assign.op().equals("=")
          && Trees.bare(assign.target()) instanceof Expr.Ident
          && part.isNew(item)) {
        Optional<Span> place = part.piece().inDiff(item.span());
        int end =
            block
                .flatMap(b -> part.piece().inDiff(b.span()))
                .map(Span::end)
                .orElse(Integer.MAX_VALUE);
        place.ifPresent(span -> into.add(new Removed(assign, part, span.start(), end)));
      } else if (isLoop(item) || !headIsTouched(item, part)) {
        for (CNode child : item.children()) {
          if (child instanceof Stmt.Compound compound) {
            collect(compound.items(), part, Optional.of(compound), into);
          }
        }
      }
    }
  }

  private static boolean isLoop(Stmt item) {
    return item instanceof Stmt.MacroBlock
        || item instanceof Stmt.For
        || item instanceof Stmt.While
        || item instanceof Stmt.DoWhile;
  }

  private static boolean headIsTouched(Stmt item, Part part) {
    var lines = part.lines(item);
    return lines.isEmpty() || lines.get(0).isRemoved();
  }

  private static void check(
      ChangedFunction function, String name, List<Removed> removed, Remarks out) {
    List<Removed> mine =
        removed.stream()
            .filter(one -> Trees.identifier(one.assign.target()).filter(name::equals).isPresent())
            .toList();
    List<Uses.Use> after = Uses.of(function.after(), name);
    for (Removed one : mine) {
      Optional<Uses.Use> read = stillRead(one, after);
      if (read.isEmpty()
          || isParameter(function, name)
          || isAssignedByLine(one, name)
          || isAfterLabel(function, one, read.get())) {
        continue;
      }
      Optional<Uses.Use> other = otherValue(one, after);
      if (other.isPresent() && !differsFromSiblings(one, mine, other.get())) {
        continue;
      }
      out.add(tell(name, one, read.get(), other));
      return;
    }
  }

  /** The first use after the place, where that reads and nothing at the place assigns. */
  private static Optional<Uses.Use> stillRead(Removed one, List<Uses.Use> after) {
    Span block = Blocks.around(one.part.hunk(), one.at).orElse(new Span(one.at, one.at));
    for (Uses.Use use : after) {
      boolean isHere = use.at() >= block.start();
      if (!isHere || (use.at() >= one.blockEnd)) {
        continue;
      }
      if (!use.part().isOfHunk(one.part)) {
        return Optional.empty();
      }
      boolean isResult =
          use.part().lines(use.node()).get(0).text().utf8().strip().startsWith("return");
      return use.kind() == Uses.Kind.READ && !use.isTouched() && !isResult
          ? Optional.of(use)
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether an added line at the place assigns it, readable or not. */
  private static boolean isAssignedByLine(Removed one, String name) {
    Pattern assigns = Pattern.compile("\\b" + name + "\\s*+=(?!=)|&\\s*+" + name + "\\b");
    return one.part.hunk().lines().stream()
        .filter(line -> line.isAdded() && line.span().start() > one.at)
        .anyMatch(line -> assigns.matcher(line.text().utf8()).find());
  }

  private static boolean isParameter(ChangedFunction function, String name) {
    return function.after().stream()
        .flatMap(part -> part.parameters().stream())
        .anyMatch(
            parameter ->
                parameter.declarator().name().filter(n -> n.text().equals(name)).isPresent());
  }

  /** Whether control reaches the reader in another way than past the place. */
  private static boolean isAfterLabel(ChangedFunction function, Removed one, Uses.Use read) {
    for (Part part : function.after()) {
      for (Stmt label : Trees.all(part.items(), Stmt.class)) {
        boolean turns =
            label instanceof Stmt.Label
                || label instanceof Stmt.Case
                || label instanceof Stmt.Default
                || (Trees.leaves(label) && part.items().contains(label));
        int at = part.piece().inDiff(label.span()).map(Span::start).orElse(0);
        if (turns && at > one.at && at < read.at() && !part.text(label).contains("return ")) {
          return true;
        }
      }
    }
    return false;
  }

  /** An assignment above that the patch adds, whose value the reader now gets. */
  private static Optional<Uses.Use> otherValue(Removed one, List<Uses.Use> after) {
    return after.stream()
        .filter(use -> use.at() < one.at && use.kind() != Uses.Kind.READ)
        .filter(use -> use.kind() != Uses.Kind.DECLARED && use.isTouched())
        .reduce((first, second) -> second);
  }

  /** Two values of which the patch makes one. */
  private static boolean differsFromSiblings(Removed one, List<Removed> mine, Uses.Use other) {
    if (!(other.node() instanceof Expr.Assign added)) {
      return false;
    }
    String value = one.part.key(one.assign.value());
    if (value.equals(other.part().key(added.value()))) {
      return false;
    }
    return mine.stream()
        .anyMatch(
            sibling ->
                !sibling.equals(one)
                    && sibling.at < one.at
                    && !sibling.part.key(sibling.assign.value()).equals(value));
  }

  private static Remark tell(String name, Removed one, Uses.Use read, Optional<Uses.Use> other) {
    String was = one.part.text(one.assign.value());
    Remark remark =
        Remark.at(
                read.part().place(read.node()),
                "'" + name + "' is read here, but no longer set to '" + was + "' before")
            .excerpt(one.part.excerpt(one.assign))
            .fact("was assigned", one.part.text(one.assign))
            .fact("still read", line(read));
    return other.isPresent()
        ? remark.fact("value it has now", other.get().part().text(other.get().node()))
        : remark;
  }

  private static String line(Uses.Use read) {
    return read.part().lines(read.node()).get(0).text().utf8().strip();
  }
}

package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A variable that every path assigned, and that only one assigns since the patch. */
@CheckInfo(
    id = "convert/conditional-assignment",
    severity = Severity.WARNING,
    summary = "Variable assigned under a condition only, then read without it",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.3.2.1: the value of an object that was not given one is indeterminate")
public final class ConditionalAssignment implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        List<List<Stmt>> lists = new ArrayList<>();
        lists.add(part.items());
        Trees.all(part.items(), Stmt.Compound.class).forEach(block -> lists.add(block.items()));
        lists.forEach(items -> list(function, part, items, out));
      }
    }
  }

  private static void list(ChangedFunction function, Part part, List<Stmt> items, Remarks out) {
    for (int i = 0; i + 1 < items.size(); i++) {
      if (!(items.get(i) instanceof Stmt.If choice)
          || choice.otherwise().isPresent()
          || !part.isNew(choice)) {
        continue;
      }
      for (Stmt inner : Trees.body(choice.then())) {
        Optional<String> name = assigned(inner);
        if (name.isEmpty() || !wasUnconditional(function, name.get(), part, choice)) {
          continue;
        }
        Optional<Uses.Use> next = next(part, name.get(), items.get(i + 1));
        if (next.isPresent() && next.get().kind() == Uses.Kind.READ) {
          tell(part, choice, name.get(), next.get(), out);
        }
      }
    }
  }

  private static Optional<String> assigned(Stmt statement) {
    return statement instanceof Stmt.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Assign assign
            && assign.op().equals("=")
            && Trees.bare(assign.target()) instanceof Expr.Ident ident
        ? Optional.of(ident.name())
        : Optional.empty();
  }

  /** The first use in the statement behind. */
  private static Optional<Uses.Use> next(Part part, String name, Stmt behind) {
    Span place = part.piece().inDiff(behind.span()).orElse(new Span(0, 0));
    return Uses.of(List.of(part), name).stream()
        .filter(use -> use.at() >= place.start() && use.at() <= place.end())
        .findFirst();
  }

  /** Whether an unconditional assignment goes, and nothing above assigns now. */
  private static boolean wasUnconditional(
      ChangedFunction function, String name, Part part, Stmt.If choice) {
    boolean gone = false;
    for (Part before : function.before()) {
      List<List<Stmt>> lists = new ArrayList<>();
      lists.add(before.items());
      Trees.all(before.items(), Stmt.Compound.class).forEach(block -> lists.add(block.items()));
      for (List<Stmt> items : lists) {
        gone |=
            items.stream()
                .anyMatch(
                    item -> assigned(item).filter(name::equals).isPresent() && before.isNew(item));
      }
    }
    int at = part.piece().inDiff(choice.span()).map(Span::start).orElse(0);
    boolean earlier =
        Uses.of(List.of(part), name).stream()
            .anyMatch(
                use ->
                    use.at() < at
                        && use.kind() != Uses.Kind.READ
                        && use.kind() != Uses.Kind.DECLARED);
    return gone && !earlier;
  }

  private static void tell(Part part, Stmt.If choice, String name, Uses.Use read, Remarks out) {
    out.add(
        Remark.at(
                part.place(read.node()),
                "'"
                    + name
                    + "' is read here also where '"
                    + part.text(choice.condition())
                    + "' is false, which leaves it unassigned")
            .excerpt(part.excerpt(choice))
            .fact("assigned only under", part.text(choice.condition()))
            .fact("before the patch", "assigned without a condition"));
  }
}

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A warning that stood under a condition and now stands under none of it. */
@CheckInfo(
    id = "convert/wider-warning",
    severity = Severity.NOTE,
    summary = "WARN now reached without the condition that it stood under",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "include/asm-generic/bug.h: a warning is for what must not happen")
public final class WiderWarning implements PatchCheck {

  private static final Pattern WARNING =
      Pattern.compile("WARN(?:_ON)?(?:_ONCE)?|BUG_ON|VM_\\w*ON\\w*");

  /**
   * A warning.
   *
   * @param under the words of the conditions around it
   */
  private record Found(Expr.Call call, Part part, Set<String> members, Set<String> under) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      List<Found> before = new java.util.ArrayList<>();
      function
          .before()
          .forEach(part -> part.items().forEach(i -> collect(i, part, Set.of(), before)));
      List<Found> after = new java.util.ArrayList<>();
      function
          .after()
          .forEach(part -> part.items().forEach(i -> collect(i, part, Set.of(), after)));
      for (Found now : after) {
        if (now.part.isNew(now.call) && now.under.isEmpty() && !now.members.isEmpty()) {
          narrower(before, now)
              .filter(was -> was.under.stream().noneMatch(word -> isLeft(function, word)))
              .ifPresent(was -> tell(was, now, out));
        }
      }
    }
  }

  private static boolean isLeft(ChangedFunction function, String word) {
    return ChangedFunction.mentions(function.after(), word);
  }

  private static void collect(CNode node, Part part, Set<String> under, List<Found> into) {
    if (node instanceof Expr.Call call
        && call.name().filter(name -> WARNING.matcher(name).matches()).isPresent()) {
      into.add(new Found(call, part, members(call), under));
      return;
    }
    if (node instanceof Stmt.If choice) {
      collect(choice.condition(), part, under, into);
      Set<String> inner = new LinkedHashSet<>(under);
      inner.addAll(members(choice.condition()));
      collect(choice.then(), part, inner, into);
      choice.otherwise().ifPresent(otherwise -> collect(otherwise, part, under, into));
      return;
    }
    node.children(child -> collect(child, part, under, into));
  }

  private static Set<String> members(CNode node) {
    Set<String> members = new LinkedHashSet<>();
    Trees.all(node, Expr.Member.class).forEach(member -> members.add(member.name().text()));
    return members;
  }

  private static Optional<Found> narrower(List<Found> before, Found now) {
    return before.stream()
        .filter(was -> was.part.isNew(was.call) && !was.under.isEmpty())
        .filter(was -> was.members.containsAll(now.members))
        .findFirst();
  }

  private static void tell(Found was, Found now, Remarks out) {
    out.add(
        Remark.at(
                now.part.place(now.call),
                "'"
                    + now.part.text(now.call)
                    + "' is reached without '"
                    + String.join("', '", was.under)
                    + "' now")
            .excerpt(
                "-" + was.part.lines(was.call).get(0).text().utf8(),
                "+" + now.part.lines(now.call).get(0).text().utf8())
            .fact("before only under", String.join(", ", was.under)));
  }
}

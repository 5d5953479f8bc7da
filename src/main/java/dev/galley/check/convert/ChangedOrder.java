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

/** A call that moves past a statement which reads what the call may set. */
@CheckInfo(
    id = "convert/changed-order",
    severity = Severity.WARNING,
    summary = "Object read before the call that ran before it",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 5.1.2.3 (program execution)")
public final class ChangedOrder implements PatchCheck {

  private record Found(Expr.Call call, Part part, Stmt statement, int at) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      List<Found> removed = new ArrayList<>();
      function.before().forEach(part -> collect(part, removed));
      List<Found> added = new ArrayList<>();
      function.after().forEach(part -> collect(part, added));
      for (Found was : removed) {
        List<Found> now =
            added.stream()
                .filter(one -> one.part.isOfHunk(was.part))
                .filter(one -> one.part.key(one.call).equals(was.part.key(was.call)))
                .toList();
        boolean once = removed.stream().filter(one -> sameCall(one, was)).count() == 1;
        if (now.size() == 1 && once && now.get(0).at > was.at) {
          between(function, was, now.get(0))
              .ifPresent(reader -> tell(was, now.get(0), reader, out));
        }
      }
    }
  }

  private static boolean sameCall(Found one, Found other) {
    return one.part.key(one.call).equals(other.part.key(other.call));
  }

  private static void collect(Part part, List<Found> into) {
    for (Stmt item : part.items()) {
      Optional<Expr> value = Optional.empty();
      if (item instanceof Stmt.Evaluate evaluate) {
        value = Optional.of(evaluate.expression());
      } else if (item instanceof Stmt.Return back) {
        value = back.value();
      }
      if (value.isPresent() && value.get() instanceof Expr.Assign assign) {
        value = Optional.of(assign.value());
      }
      if (value.isPresent() && value.get() instanceof Expr.Call call && part.isNew(item)) {
        part.piece()
            .inDiff(item.span())
            .ifPresent(span -> into.add(new Found(call, part, item, span.start())));
      }
    }
  }

  private record Reader(Part part, Stmt statement, Expr.Member member) {}

  /** A statement that stays, between the two places, and reads a member of an argument. */
  private static Optional<Reader> between(ChangedFunction function, Found was, Found now) {
    int from = Math.min(was.at, now.at);
    int to = Math.max(was.at, now.at);
    for (Part part : function.after()) {
      for (Stmt item : part.items()) {
        int at = part.piece().inDiff(item.span()).map(Span::start).orElse(0);
        boolean stays =
            at > from && at < to && !part.isTouched(item) && item instanceof Stmt.Evaluate;
        if (!part.isOfHunk(was.part) || !stays) {
          continue;
        }
        for (Expr.Member member : Trees.all(item, Expr.Member.class)) {
          if (isRead(item, member, part) && isArgument(was, part.key(Trees.core(member.base())))) {
            return Optional.of(new Reader(part, item, member));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a member is an argument of a call, as a value. */
  private static boolean isRead(Stmt item, Expr.Member member, Part part) {
    return member.arrow()
        && Trees.all(item, Expr.Call.class).stream()
            .flatMap(call -> call.arguments().stream())
            .anyMatch(argument -> Trees.core(argument) == member)
        && !part.key(member).isEmpty();
  }

  private static boolean isArgument(Found was, String object) {
    for (CNode argument : was.call.arguments()) {
      if (was.part.key(argument).equals(object)) {
        return true;
      }
    }
    return false;
  }

  private static void tell(Found was, Found now, Reader reader, Remarks out) {
    out.add(
        Remark.at(
                reader.part.place(reader.statement),
                "'"
                    + reader.part.text(reader.member)
                    + "' is now read before "
                    + was.call.name().orElse("the call")
                    + "(), which gets its object")
            .excerpt(
                "-" + was.part.lines(was.statement).get(0).text().utf8(),
                " " + reader.part.lines(reader.statement).get(0).text().utf8(),
                "+" + now.part.lines(now.statement).get(0).text().utf8())
            .fact("call", was.part.text(was.call)));
  }
}

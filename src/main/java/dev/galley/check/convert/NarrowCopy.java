package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A copy of a whole object that becomes the copy of one element of it. */
@CheckInfo(
    id = "convert/narrow-copy",
    severity = Severity.WARNING,
    summary = "Helper copies one element where the whole object was copied",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "include/linux/uaccess.h: get_user() copies as much as its variable holds")
public final class NarrowCopy implements PatchCheck {

  private static final Pattern BULK =
      Pattern.compile("(?:__|raw_|unsafe_)?(?:copy_(?:from|to)_user|memcpy|memmove)\\w*");
  private static final Pattern ONE = Pattern.compile("(?:__|unsafe_)?(?:get|put)_user\\w*");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Set<String> told = new HashSet<>();
    for (ChangedFunction function : functions) {
      for (Pair pair : function.pairs()) {
        boolean bulk =
            pair.isSingle()
                && Trees.core(pair.before().get(0)) instanceof Expr.Call was
                && was.name().filter(name -> BULK.matcher(name).matches()).isPresent()
                && was.arguments().size() == 3
                && Trees.core(was.arguments().get(2)) instanceof Expr.SizeOf;
        if (bulk && Trees.core(pair.after().get(0)) instanceof Expr.Call now) {
          element(functions, now.name().orElse(""))
              .filter(found -> told.add(found.part.function()))
              .ifPresent(found -> tell(pair, found, out));
        }
      }
    }
  }

  private record Element(Part part, Expr.Call call, Expr.Index index) {}

  /** The place in the helper's body where one element is copied, when that is all it copies. */
  private static Optional<Element> element(List<ChangedFunction> functions, String helper) {
    for (ChangedFunction function : functions) {
      for (Part part : function.after()) {
        if (!part.function().equals(helper) || !part.whole()) {
          continue;
        }
        List<Expr.Call> copies =
            Trees.all(part.items(), Expr.Call.class).stream()
                .filter(call -> call.name().filter(name -> ONE.matcher(name).matches()).isPresent())
                .toList();
        boolean loops = !Trees.all(part.items(), Stmt.For.class).isEmpty();
        if (copies.size() == 1
            && !loops
            && !copies.get(0).arguments().isEmpty()
            && Trees.core(copies.get(0).arguments().get(0)) instanceof Expr.Index index
            && Trees.core(index.index()) instanceof Expr.Constant) {
          return Optional.of(new Element(part, copies.get(0), index));
        }
      }
    }
    return Optional.empty();
  }

  private static void tell(Pair pair, Element found, Remarks out) {
    out.add(
        Remark.at(
                found.part.place(found.call),
                "only '"
                    + found.part.text(found.index)
                    + "' is copied, as much as its type holds, where '"
                    + pair.beforeText()
                    + "' copied the whole object")
            .excerpt(
                "-" + pair.beforePart().lines(pair.before().get(0)).get(0).text().utf8(),
                "+" + found.part.lines(found.call).get(0).text().utf8())
            .fact(
                "called in",
                pair.afterPart().path() + ":" + pair.afterPart().line(pair.after().get(0))));
  }
}

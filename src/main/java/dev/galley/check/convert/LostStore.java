package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Members of an object that were set and are not any more, while others of it still are. */
@CheckInfo(
    id = "convert/lost-store",
    severity = Severity.NOTE,
    summary = "Member no longer set, while others of the object still are",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.5.16 (assignment operators)")
public final class LostStore implements PatchCheck {

  private record Store(Expr.Assign assign, Expr.Member member, Part part, String base) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      List<Store> before = stores(function.before());
      List<Store> after = stores(function.after());
      Set<String> now = new TreeSet<>();
      after.forEach(store -> now.add(store.part.key(store.member)));
      Set<String> told = new TreeSet<>();
      for (Store was : before) {
        String key = was.part.key(was.member);
        boolean renamed =
            after.stream()
                .anyMatch(
                    store ->
                        store.base.equals(was.base)
                            && store.part.isTouched(store.assign)
                            && !isAmong(before, store));
        Optional<Store> sibling =
            after.stream()
                .filter(store -> store.base.equals(was.base) && store.part.isTouched(store.assign))
                .filter(store -> store.part.isOfHunk(was.part))
                .findFirst();
        if (!renamed
            && !isDropped(functions, was.member.name().text())
            && was.part.isNew(was.assign)
            && !now.contains(key)
            && sibling.isPresent()
            && was.member.arrow()
            && told.add(was.base)) {
          tell(function, was, sibling.get(), before, now, out);
        }
      }
    }
  }

  /** Whether the patch takes the member out of its struct. */
  private static boolean isDropped(List<ChangedFunction> functions, String member) {
    Pattern declared = Pattern.compile("^[^=>.(]*\\b" + member + "\\s*+(?:\\[|;|:|,)");
    return functions.stream()
        .flatMap(function -> function.lines().stream())
        .anyMatch(line -> line.isRemoved() && declared.matcher(line.text().utf8()).find());
  }

  private static boolean isAmong(List<Store> stores, Store store) {
    String key = store.part.key(store.member);
    return stores.stream().anyMatch(other -> other.part.key(other.member).equals(key));
  }

  private static List<Store> stores(List<Part> parts) {
    List<Store> stores = new ArrayList<>();
    for (Part part : parts) {
      for (Stmt.Evaluate item : Trees.all(part.items(), Stmt.Evaluate.class)) {
        if (item.expression() instanceof Expr.Assign assign
            && Trees.bare(assign.target()) instanceof Expr.Member member) {
          stores.add(new Store(assign, member, part, part.key(member.base())));
        }
      }
    }
    return stores;
  }

  private static void tell(
      ChangedFunction function,
      Store was,
      Store sibling,
      List<Store> before,
      Set<String> now,
      Remarks out) {
    List<String> lost = new ArrayList<>();
    for (Store store : before) {
      String key = store.part.key(store.member);
      boolean gone = store.base.equals(was.base) && !now.contains(key);
      if (gone && store.part.isNew(store.assign) && !lost.contains(key)) {
        lost.add(key);
      }
    }
    out.add(
        Remark.at(
                sibling.part.place(sibling.assign),
                String.join(", ", lost)
                    + (lost.size() == 1 ? " is" : " are")
                    + " no longer set in "
                    + function.name()
                    + "()")
            .excerpt(
                "-" + was.part.lines(was.assign).get(0).text().utf8(),
                "+" + sibling.part.lines(sibling.assign).get(0).text().utf8())
            .fact("still set", sibling.part.text(sibling.member)));
  }
}

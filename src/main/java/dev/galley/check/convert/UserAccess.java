package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An access to user memory that begins or ceases to check the address when it is converted. */
@CheckInfo(
    id = "convert/user-access",
    severity = Severity.NOTE,
    summary = "Conversion adds or drops the check of a user address",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "include/linux/uaccess.h, mm/maccess.c")
public final class UserAccess implements PatchCheck {

  private static final Set<String> CHECKED =
      Set.of(
          "copy_from_user",
          "copy_to_user",
          "get_user",
          "put_user",
          "probe_user_read",
          "probe_user_write",
          "copy_from_user_nofault",
          "copy_to_user_nofault",
          "clear_user",
          "strncpy_from_user",
          "memdup_user",
          "probe_user_address");
  private static final Set<String> UNCHECKED =
      Set.of(
          "__copy_from_user",
          "__copy_to_user",
          "raw_copy_from_user",
          "raw_copy_to_user",
          "__get_user",
          "__put_user",
          "__copy_from_user_inatomic",
          "__copy_to_user_inatomic",
          "__get_user_inatomic",
          "__put_user_inatomic",
          "__clear_user",
          "unsafe_get_user",
          "unsafe_put_user",
          "unsafe_copy_to_user",
          "unsafe_copy_from_user");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Set<String> told = new HashSet<>();
    for (ChangedFunction function : functions) {
      for (Pair pair : function.pairs()) {
        Optional<Expr.Call> was = call(pair.before());
        Optional<Expr.Call> now = call(pair.after());
        if (was.isEmpty() || now.isEmpty()) {
          continue;
        }
        String old = was.get().name().orElse("");
        String fresh = now.get().name().orElse("");
        boolean adds = UNCHECKED.contains(old) && CHECKED.contains(fresh);
        boolean drops = CHECKED.contains(old) && UNCHECKED.contains(fresh);
        if ((adds || drops) && told.add(function.name())) {
          out.add(
              Remark.at(
                      pair.afterPart().place(now.get()),
                      fresh
                          + (adds ? "() checks" : "() does not check")
                          + " the address with access_ok(), "
                          + old
                          + (adds ? "() did not" : "() did"))
                  .excerpt(
                      "-" + pair.beforePart().lines(was.get()).get(0).text().utf8(),
                      "+" + pair.afterPart().lines(now.get()).get(0).text().utf8()));
        }
      }
    }
  }

  private static Optional<Expr.Call> call(List<Expr> side) {
    return side.size() == 1 && Trees.positive(side.get(0)) instanceof Expr.Call call
        ? Optional.of(call)
        : Optional.empty();
  }
}

package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A function that takes another's place and calls what that one did not; both bodies are shown. */
@CheckInfo(
    id = "convert/more-effects",
    severity = Severity.NOTE,
    summary = "Replacement calls what the function before it did not",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "the two bodies as the series shows them")
public final class MoreEffects implements PatchCheck {

  private static final Pattern PURE =
      Pattern.compile(
          "likely|unlikely|static_branch_\\w+|READ_ONCE|WARN_ON\\w*|BUG_ON|BUILD_BUG_ON\\w*|container_of|to_\\w+|IS_ENABLED"
              + "|pr_\\w+|dev_\\w+|pci_(?:info|dbg|warn|err)|lockdep_\\w+|min\\w*|max\\w*|[A-Z][A-Z0-9_]*");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Map<String, List<Pair>> exchanged = new LinkedHashMap<>();
    for (ChangedFunction function : functions) {
      for (Pair pair : function.pairs()) {
        String was = pair.isSingle() ? callee(pair.before().get(0)) : "";
        String now = pair.isSingle() ? callee(pair.after().get(0)) : "";
        if (!was.isEmpty() && !now.isEmpty() && !was.equals(now)) {
          exchanged.computeIfAbsent(was + " " + now, x -> new ArrayList<>()).add(pair);
        }
      }
    }
    exchanged.forEach((names, pairs) -> check(patch, functions, names, pairs, out));
  }

  private static String callee(Expr expression) {
    return Trees.positive(expression) instanceof Expr.Call call ? call.name().orElse("") : "";
  }

  private static void check(
      PatchSubject patch,
      List<ChangedFunction> functions,
      String names,
      List<Pair> pairs,
      Remarks out) {
    String was = names.substring(0, names.indexOf(' '));
    String now = names.substring(names.indexOf(' ') + 1);
    Optional<Set<String>> named = calls(functions, was, true);
    // A hunk that renames the function has its body under the new name.
    Optional<Set<String>> old = named.isPresent() ? named : calls(functions, now, true);
    Optional<Set<String>> fresh = calls(functions, now, false);
    if (old.isEmpty() || fresh.isEmpty()) {
      return;
    }
    Set<String> more = new LinkedHashSet<>(fresh.get());
    more.removeAll(old.get());
    more.remove(was);
    boolean doesTheRest = fresh.get().containsAll(old.get());
    if (!more.isEmpty() && doesTheRest) {
      Pair first = pairs.get(0);
      out.add(
          Remark.at(
                  first.afterPart().place(first.after().get(0)),
                  now
                      + "() also calls "
                      + String.join("(), ", more)
                      + "(), which "
                      + was
                      + "() did not")
              .excerpt(
                  "-" + first.beforePart().lines(first.before().get(0)).get(0).text().utf8(),
                  "+" + first.afterPart().lines(first.after().get(0)).get(0).text().utf8())
              .fact("places in this patch", pairs.size())
              .fact("bodies", "patch " + patch.number()));
    }
  }

  /** What a function calls, where the patch shows its body. */
  private static Optional<Set<String>> calls(
      List<ChangedFunction> functions, String name, boolean old) {
    Optional<Set<String>> calls = Optional.empty();
    for (ChangedFunction function : functions) {
      for (Part part : old ? function.before() : function.after()) {
        boolean shown = part.function().equals(name) && (part.whole() || startsWithBody(part));
        if (shown) {
          Set<String> found = calls.orElseGet(LinkedHashSet::new);
          Trees.all(part.items(), Expr.Call.class).stream()
              .map(call -> call.name().orElse(""))
              .filter(callee -> !callee.isEmpty() && !PURE.matcher(callee).matches())
              .forEach(found::add);
          calls = Optional.of(found);
        }
      }
    }
    return calls;
  }

  /** Whether the hunk begins at the opening brace or above it, and ends with the body. */
  private static boolean startsWithBody(Part part) {
    return part.hunk().lines().stream()
            .limit(4)
            .anyMatch(line -> line.text().utf8().startsWith("{"))
        && part.hunk().lines().stream().anyMatch(line -> line.text().utf8().startsWith("}"));
  }
}

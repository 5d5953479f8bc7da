package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An accessor of another member than the one it replaces, among accessors that are named after
 * their members.
 */
@CheckInfo(
    id = "convert/other-member",
    severity = Severity.WARNING,
    summary = "Accessor named after another member than the one it replaces",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "the other places of the same patch")
public final class OtherMember implements PatchCheck {

  private static final int SUPPORT = 3;

  /**
   * An accessor for a member.
   *
   * @param form the accessor's name with {@code #} for the member's
   */
  private record Accessor(Pair pair, Expr.Call call, String member, String form) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    List<Pair> all = new ArrayList<>();
    functions.forEach(function -> all.addAll(function.pairs()));
    Map<String, List<Accessor>> forms = new TreeMap<>();
    for (Pair pair : all) {
      accessor(pair)
          .ifPresent(one -> forms.computeIfAbsent(one.form, x -> new ArrayList<>()).add(one));
    }
    for (Pair pair : all) {
      if (accessor(pair).isEmpty()) {
        forms.entrySet().stream()
            .filter(form -> members(form.getValue()).size() >= SUPPORT)
            .forEach(form -> odd(pair, form.getKey(), form.getValue(), out));
      }
    }
  }

  private static List<String> members(List<Accessor> accessors) {
    return accessors.stream().map(Accessor::member).distinct().toList();
  }

  private static Optional<String> member(Pair pair) {
    if (pair.before().size() != 1) {
      return Optional.empty();
    }
    Expr was = Trees.core(pair.before().get(0));
    if (was instanceof Expr.Assign assign) {
      was = Trees.core(assign.target());
    }
    if (was instanceof Expr.Index index) {
      was = Trees.core(index.base());
    }
    return was instanceof Expr.Member member ? Optional.of(member.name().text()) : Optional.empty();
  }

  private static Optional<Expr.Call> call(Pair pair) {
    return pair.after().size() == 1
            && Trees.core(pair.after().get(0)) instanceof Expr.Call call
            && call.name().isPresent()
        ? Optional.of(call)
        : Optional.empty();
  }

  private static Optional<Accessor> accessor(Pair pair) {
    Optional<String> member = member(pair);
    Optional<Expr.Call> call = call(pair);
    if (member.isEmpty() || call.isEmpty()) {
      return Optional.empty();
    }
    Pattern token = Pattern.compile("(?<![a-z0-9])" + Pattern.quote(member.get()) + "(?![a-z0-9])");
    Matcher matcher = token.matcher(call.get().name().orElse(""));
    return matcher.find()
        ? Optional.of(new Accessor(pair, call.get(), member.get(), matcher.replaceFirst("#")))
        : Optional.empty();
  }

  private static void odd(Pair pair, String form, List<Accessor> usual, Remarks out) {
    Optional<String> member = member(pair);
    Optional<Expr.Call> call = call(pair);
    if (member.isEmpty() || call.isEmpty()) {
      return;
    }
    String name = call.get().name().orElse("");
    for (String other : members(usual)) {
      if (name.equals(form.replace("#", other))) {
        out.add(
            Remark.at(
                    pair.afterPart().place(call.get()),
                    name
                        + "() replaces an access of '"
                        + member.get()
                        + "', not of '"
                        + other
                        + "'")
                .excerpt(
                    "-" + pair.beforePart().lines(pair.before().get(0)).get(0).text().utf8(),
                    "+" + pair.afterPart().lines(call.get()).get(0).text().utf8())
                .fact("named after their members", members(usual).size() + " others")
                .fix(form.replace("#", member.get())));
        return;
      }
    }
  }
}

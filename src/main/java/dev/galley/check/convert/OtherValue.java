package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Arithmetic behind a known macro that gives another value than what it replaces.
 *
 * <p>Both sides are computed for numbers; a finding names the numbers.
 */
@CheckInfo(
    id = "convert/value",
    severity = Severity.WARNING,
    summary = "Converted arithmetic gives another value",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "include/linux/bitfield.h, include/linux/bits.h, include/linux/align.h")
public final class OtherValue implements PatchCheck {

  private static final int SUPPORT = 2;

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Definitions definitions = Definitions.of(patch.review());
    List<Pair> all = new ArrayList<>();
    functions.forEach(function -> all.addAll(function.pairs()));
    Map<String, Pair> stands = observed(all);
    for (Pair pair : all) {
      if (pair.isSingle()) {
        Optional<Trials.Difference> difference = new Trials(definitions, stands, pair).run();
        difference.ifPresent(found -> tell(pair, found, definitions, out));
      }
    }
  }

  /** Names for which two places of the patch show what they stand for. */
  private static Map<String, Pair> observed(List<Pair> pairs) {
    Map<String, List<Pair>> byName = new TreeMap<>();
    for (Pair pair : pairs) {
      boolean named =
          pair.isSingle()
              && (pair.after().get(0) instanceof Expr.Ident
                  || pair.after().get(0) instanceof Expr.Member)
              && pair.before().get(0) instanceof Expr.Call;
      if (named) {
        byName
            .computeIfAbsent(pair.afterPart().key(pair.after().get(0)), x -> new ArrayList<>())
            .add(pair);
      }
    }
    Map<String, Pair> stands = new HashMap<>();
    byName.forEach(
        (name, all) -> {
          Function<Pair, String> key = pair -> pair.beforePart().key(pair.before().get(0));
          boolean agree = all.stream().map(key).distinct().count() == 1;
          if (agree && all.size() >= SUPPORT) {
            stands.put(name, all.get(0));
          }
        });
    return stands;
  }

  private static void tell(
      Pair pair, Trials.Difference found, Definitions definitions, Remarks out) {
    Part after = pair.afterPart();
    CNode now = pair.after().get(0);
    if (found.overflow()) {
      Optional<String> wider = widerMask(pair, definitions);
      if (wider.isEmpty()) {
        return;
      }
      out.add(
          remark(pair, found, "drops bits that '" + pair.beforeText() + "' kept")
              .fact("the same call names also", wider.get()));
      return;
    }
    String message =
        "'" + shortened(after.text(now)) + "' is not '" + shortened(pair.beforeText()) + "'";
    out.add(remark(pair, found, message));
  }

  private static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }

  private static Remark remark(Pair pair, Trials.Difference found, String message) {
    Part after = pair.afterPart();
    CNode now = pair.after().get(0);
    boolean isSentence = message.startsWith("'");
    Remark remark =
        Remark.at(after.place(now), isSentence ? message : "'" + after.text(now) + "' " + message)
            .excerpt(
                "-" + pair.beforePart().lines(pair.before().get(0)).get(0).text().utf8(),
                "+" + after.lines(now).get(0).text().utf8())
            .fact("for", found.inputs())
            .fact("before", found.before())
            .fact("now", found.now());
    return found.observed().isEmpty()
        ? remark
        : remark.fact("elsewhere in the patch", found.observed());
  }

  /** A constant in the same call that has more bits than the field that is filled. */
  private static Optional<String> widerMask(Pair pair, Definitions definitions) {
    Part part = pair.afterPart();
    if (!(Trees.core(pair.after().get(0)) instanceof Expr.Call prep)
        || prep.name().filter("FIELD_PREP"::equals).isEmpty()) {
      return Optional.empty();
    }
    Evaluator evaluator = new Evaluator(definitions, Map.of(), Map.of(), part::key);
    var mask = evaluator.value(prep.arguments().get(0), part::key);
    for (Expr.Call outer : Trees.all(pair.aroundAfter(), Expr.Call.class)) {
      boolean isAround = outer.arguments().stream().anyMatch(one -> Trees.core(one) == prep);
      for (Expr argument : isAround ? outer.arguments() : List.<Expr>of()) {
        Evaluator other = new Evaluator(definitions, Map.of(), Map.of(), part::key);
        var value = other.value(argument, part::key);
        boolean wider =
            value.isPresent()
                && mask.isPresent()
                && other.leaves().isEmpty()
                && (value.getAsLong() & mask.getAsLong()) == mask.getAsLong()
                && value.getAsLong() != mask.getAsLong();
        if (wider) {
          return Optional.of(part.text(argument));
        }
      }
    }
    return Optional.empty();
  }
}

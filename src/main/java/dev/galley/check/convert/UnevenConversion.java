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
import java.util.Map;
import java.util.TreeMap;

/**
 * A helper that stands for one thing at some places of a patch and for another at one: both cannot
 * be what it means.
 */
@CheckInfo(
    id = "convert/uneven",
    severity = Severity.WARNING,
    summary = "Helper replaces different expressions at different places",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "the other places of the same patch")
public final class UnevenConversion implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    Map<String, List<Helped>> byHelper = new TreeMap<>();
    for (Helped helped : Helped.of(functions)) {
      byHelper.computeIfAbsent(helped.helper(), x -> new ArrayList<>()).add(helped);
    }
    for (List<Helped> places : byHelper.values()) {
      moreTested(places, out);
      otherOperand(places, out);
    }
    siblings(Helped.of(functions), out);
  }

  /** {@code x && A} at one place, {@code A} at others: is x part of the helper or not? */
  private static void moreTested(List<Helped> places, Remarks out) {
    for (Helped wide : places) {
      if (wide.operands().size() < 2) {
        continue;
      }
      List<Helped> narrow =
          places.stream()
              .filter(one -> one.operands().size() == 1)
              .filter(one -> wide.operands().contains(one.shape()))
              .toList();
      if (narrow.isEmpty()) {
        continue;
      }
      Helped bare = weakest(narrow);
      List<String> extra = new ArrayList<>(wide.operands());
      extra.remove(bare.shape());
      out.add(
          Remark.at(
                  bare.pair().afterPart().place(bare.call()),
                  wide.helper()
                      + "() replaces '"
                      + bare.pair().beforeText()
                      + "' here, but '"
                      + wide.pair().beforeText()
                      + "' elsewhere in the patch")
              .excerpt(bare.pair().afterPart().excerpt(bare.call()))
              .fact("elsewhere", wide.place())
              .fact(
                  "tested there and not here",
                  String.join(", ", extra).replace("$0", "the argument")));
      return;
    }
  }

  /** The place where nothing else is tested beside the helper. */
  private static Helped weakest(List<Helped> narrow) {
    return narrow.stream()
        .filter(one -> Trees.positive(one.pair().aroundAfter()) == Trees.bare(one.call()))
        .findFirst()
        .orElse(narrow.get(0));
  }

  /** The helper's argument is no part of what it replaces, as it is everywhere else. */
  private static void otherOperand(List<Helped> places, Remarks out) {
    Map<String, Integer> counts = new TreeMap<>();
    places.forEach(one -> counts.merge(one.shape(), 1, Integer::sum));
    for (Helped odd : places) {
      boolean fresh =
          !odd.shape().contains("$0")
              && odd.call().arguments().size() == 1
              && Trees.core(odd.call().arguments().get(0)) instanceof Expr.Member
              && odd.operands().size() == 1
              && !isGuarded(odd);
      if (!fresh) {
        continue;
      }
      for (Map.Entry<String, Integer> usual : counts.entrySet()) {
        if (usual.getValue() >= 2
            && usual.getKey().contains("$0")
            && alike(usual.getKey(), odd.shape())) {
          Pair pair = odd.pair();
          String argument = pair.afterPart().text(odd.call().arguments().get(0));
          out.add(
              Remark.at(
                      pair.afterPart().place(odd.call()),
                      "'"
                          + argument
                          + "' is no part of '"
                          + pair.beforeText()
                          + "', which "
                          + odd.helper()
                          + "("
                          + argument
                          + ") replaces")
                  .excerpt(
                      "-" + pair.beforePart().lines(pair.before().get(0)).get(0).text().utf8(),
                      "+" + pair.afterPart().lines(odd.call()).get(0).text().utf8())
                  .fact(
                      "elsewhere the helper replaces",
                      usual.getKey().replace("$0", "ARG").replace("$v", "…"))
                  .fact("times", usual.getValue()));
          return;
        }
      }
    }
  }

  /** Whether the helper has sent away, above, what the argument is reached through. */
  private static boolean isGuarded(Helped odd) {
    Part part = odd.pair().afterPart();
    Expr.Member argument = (Expr.Member) Trees.core(odd.call().arguments().get(0));
    String through = part.key(argument.base());
    for (Stmt.If guard : Trees.all(part.items(), Stmt.If.class)) {
      if (guard.span().start() < odd.call().span().start()
          && Trees.leaves(guard.then())
          && Trees.bare(guard.condition()) instanceof Expr.Call call
          && call.name().filter(odd.helper()::equals).isPresent()
          && call.arguments().stream().anyMatch(one -> part.key(one).equals(through))) {
        return true;
      }
    }
    return false;
  }

  /** Two comparisons with one operand in common. */
  private static boolean alike(String usual, String odd) {
    for (String op : List.of("==", "!=", "<", ">", "&")) {
      if (usual.contains(op) && odd.contains(op)) {
        List<String> mine = List.of(strip(odd).split(java.util.regex.Pattern.quote(op), 2));
        for (String operand : strip(usual).split(java.util.regex.Pattern.quote(op), 2)) {
          if (mine.contains(operand)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static String strip(String shape) {
    return shape.startsWith("(") ? shape.substring(1, shape.length() - 1) : shape;
  }

  /** One thing that three places hand to one helper, and one place to another or turned round. */
  private static void siblings(List<Helped> places, Remarks out) {
    Map<String, List<Helped>> byShape = new TreeMap<>();
    for (Helped helped : places) {
      if (helped.shape().contains("$0")) {
        byShape.computeIfAbsent(helped.positive(), x -> new ArrayList<>()).add(helped);
      }
    }
    for (List<Helped> same : byShape.values()) {
      Map<String, List<Helped>> byMeaning = new TreeMap<>();
      for (Helped helped : same) {
        boolean turned = !helped.shape().equals(helped.positive());
        byMeaning
            .computeIfAbsent((turned ? "!" : "") + helped.helper(), x -> new ArrayList<>())
            .add(helped);
      }
      if (byMeaning.size() != 2) {
        continue;
      }
      List<List<Helped>> meanings = new ArrayList<>(byMeaning.values());
      List<Helped> a = meanings.get(0);
      List<Helped> b = meanings.get(1);
      boolean firstIsOdd = a.size() == 1 && b.size() >= 3;
      if (firstIsOdd || (b.size() == 1 && a.size() >= 3)) {
        tell(firstIsOdd ? a.get(0) : b.get(0), firstIsOdd ? b : a, out);
      }
    }
  }

  private static void tell(Helped odd, List<Helped> usual, Remarks out) {
    Pair pair = odd.pair();
    String was = pair.beforeText();
    out.add(
        Remark.at(
                pair.afterPart().place(odd.call()),
                "'"
                    + was
                    + "' becomes '"
                    + pair.afterText()
                    + "' here, and '"
                    + usual.get(0).pair().afterText()
                    + "' stands for the like of it elsewhere")
            .excerpt(
                "-" + pair.beforePart().lines(pair.before().get(0)).get(0).text().utf8(),
                "+" + pair.afterPart().lines(odd.call()).get(0).text().utf8())
            .fact("elsewhere", usual.get(0).place())
            .fact("times", usual.size()));
  }
}

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test that is turned round while it guards the same statements as before.
 *
 * <p>Names that the patch exchanges, {@code entry->x} for {@code desc.x}, count as the same.
 */
@CheckInfo(
    id = "convert/turned-condition",
    severity = Severity.ERROR,
    summary = "Condition inverted, while what it guards stays",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "ISO C, 6.8.4.1 (the if statement)")
public final class TurnedCondition implements PatchCheck {

  private static final Pattern WORD = Pattern.compile("[A-Za-z_]\\w*+");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    for (ChangedFunction function : functions) {
      for (Part after : function.after()) {
        for (Stmt.If now : Trees.all(after.items(), Stmt.If.class)) {
          if (after.lines(now.condition()).stream().allMatch(line -> line.isAdded())
              && now.otherwise().isEmpty()) {
            check(function, after, now, out);
          }
        }
      }
    }
  }

  private static void check(ChangedFunction function, Part after, Stmt.If now, Remarks out) {
    for (Part before : function.before()) {
      if (!before.isOfHunk(after)) {
        continue;
      }
      List<Stmt.If> same = new ArrayList<>();
      for (Stmt.If was : Trees.all(before.items(), Stmt.If.class)) {
        boolean removed = before.lines(was.condition()).stream().allMatch(line -> line.isRemoved());
        if (removed && was.otherwise().isEmpty() && isSame(before, was.then(), after, now.then())) {
          same.add(was);
        }
      }
      for (Stmt.If was : same) {
        boolean turned = Trees.isNot(was.condition()) != Trees.isNot(now.condition());
        Expr old = Trees.positive(was.condition());
        Expr fresh = Trees.positive(now.condition());
        if (turned
            && isTest(old)
            && callees(old).equals(callees(fresh))
            && isSame(before, old, after, fresh)
            && same.size() == 1) {
          out.add(
              Remark.at(
                      after.place(now.condition()),
                      "'"
                          + after.text(now.condition())
                          + "' guards what '"
                          + before.text(was.condition())
                          + "' guarded")
                  .excerpt(
                      "-" + before.lines(was).get(0).text().utf8(),
                      "+" + after.lines(now).get(0).text().utf8())
                  .fact("guarded before", shortened(before.text(was.then())))
                  .fact("guarded now", shortened(after.text(now.then()))));
        }
      }
    }
  }

  private static boolean isTest(Expr expression) {
    return expression instanceof Expr.Member
        || expression instanceof Expr.Call
        || expression instanceof Expr.Ident
        || expression instanceof Expr.Index
        || expression instanceof Expr.Binary;
  }

  /** A test by another function may be the opposite one. */
  private static List<String> callees(Expr expression) {
    return Trees.all(expression, Expr.Call.class).stream()
        .map(call -> call.name().orElse(""))
        .toList();
  }

  private static String shortened(String text) {
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }

  /** Whether two nodes are the same but for names that stand for each other throughout. */
  private static boolean isSame(
      Part before,
      dev.galley.kernelc.syntax.CNode was,
      Part after,
      dev.galley.kernelc.syntax.CNode now) {
    String old = plain(before.key(was));
    String fresh = plain(after.key(now));
    Matcher a = WORD.matcher(old);
    Matcher b = WORD.matcher(fresh);
    Map<String, String> pairs = new TreeMap<>();
    int renamed = 0;
    int words = 0;
    int endA = 0;
    int endB = 0;
    while (a.find()) {
      if (!b.find() || !old.substring(endA, a.start()).equals(fresh.substring(endB, b.start()))) {
        return false;
      }
      endA = a.end();
      endB = b.end();
      words++;
      String before1 = pairs.putIfAbsent(a.group(), b.group());
      if (before1 != null && !before1.equals(b.group())) {
        return false;
      }
      renamed += before1 == null && !a.group().equals(b.group()) ? 1 : 0;
    }
    return !b.find() && old.substring(endA).equals(fresh.substring(endB)) && words >= renamed * 2;
  }

  /** {@code a->b}, {@code a.b} and {@code (&a)->b} alike; braces around one statement left out. */
  private static String plain(String key) {
    return key.replace("->", ".").replace("&", "").replaceAll("[{}]", "");
  }
}

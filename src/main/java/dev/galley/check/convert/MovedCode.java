package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Code that moves from one function to another and loses a test, or starts its counter elsewhere.
 */
@CheckInfo(
    id = "convert/moved-code",
    severity = Severity.WARNING,
    summary = "Code moved to another function without its test, or with another start",
    nature = CheckInfo.Nature.SUBSTANCE,
    followsLines = true,
    source = "what the patch removes against what it adds")
public final class MovedCode implements PatchCheck {

  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]{3,}");
  private static final Pattern COMMON =
      Pattern.compile(
          "E[A-Z]+|GFP_\\w+|IS_ERR\\w*|PTR_ERR\\w*|NULL|ARRAY_SIZE|IORESOURCE_\\w+|THIS_MODULE");
  private static final int CALLS = 2;

  /** Code that is one side of a move: what a patch takes out of a function, or puts into one. */
  private record Moved(ChangedFunction function, Part part, List<Stmt> items) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    List<Moved> gone = new ArrayList<>();
    List<Moved> come = new ArrayList<>();
    for (ChangedFunction function : functions) {
      function.before().forEach(part -> side(function, part, gone));
      function.after().forEach(part -> side(function, part, come));
    }
    Set<String> everywhere = new LinkedHashSet<>();
    come.forEach(to -> to.items.forEach(item -> everywhere.addAll(words(item))));
    for (Moved from : gone) {
      for (Moved to : come) {
        if (!from.function.name().equals(to.function.name())) {
          lostTest(from, to, everywhere, out);
        }
      }
    }
    for (ChangedFunction from : functions) {
      for (ChangedFunction to : functions) {
        if (!from.equals(to) && from.path().equals(to.path())) {
          otherStart(from, to, out);
        }
      }
    }
  }

  private static void side(ChangedFunction function, Part part, List<Moved> into) {
    List<Stmt> items = part.items().stream().filter(part::isNew).toList();
    if (items.size() > 1) {
      into.add(new Moved(function, part, items));
    }
  }

  /** Calls with constants among their arguments, by which they are known again. */
  private static Set<String> signatures(Moved side) {
    Set<String> signatures = new LinkedHashSet<>();
    for (Expr.Call call : Trees.all(side.items, Expr.Call.class)) {
      signature(call).ifPresent(signatures::add);
    }
    return signatures;
  }

  private static Optional<String> signature(Expr.Call call) {
    Set<String> constants = new LinkedHashSet<>();
    for (Expr argument : call.arguments()) {
      Trees.names(argument).stream()
          .filter(name -> CONSTANT.matcher(name).matches() && !COMMON.matcher(name).matches())
          .forEach(constants::add);
    }
    return call.name().isEmpty() || constants.isEmpty()
        ? Optional.empty()
        : Optional.of(call.name().get() + " " + constants);
  }

  private static Set<String> words(CNode node) {
    Set<String> words = new LinkedHashSet<>(Trees.names(node));
    Trees.all(node, Expr.Member.class).forEach(member -> words.add(member.name().text()));
    return words;
  }

  private static void lostTest(Moved from, Moved to, Set<String> everywhere, Remarks out) {
    Set<String> common = signatures(from);
    common.retainAll(signatures(to));
    if (common.size() < CALLS) {
      return;
    }
    boolean inMove = false;
    for (Stmt item : from.items) {
      inMove |=
          Trees.all(item, Expr.Call.class).stream()
              .anyMatch(call -> signature(call).filter(common::contains).isPresent());
      if (!inMove || !(item instanceof Stmt.If test)) {
        continue;
      }
      List<String> lost =
          words(test.condition()).stream()
              .filter(word -> !everywhere.contains(word) && isTelling(word, from))
              .toList();
      if (!lost.isEmpty()) {
        Stmt first = to.items.get(0);
        out.add(
            Remark.at(
                    to.part.place(first),
                    "what moves here from "
                        + from.function.name()
                        + "() comes without the test '"
                        + from.part.text(test.condition())
                        + "'")
                .excerpt(from.part.excerpt(test))
                .fact("moved", String.join(", ", common))
                .fact("nowhere in what the patch adds", String.join(", ", lost)));
      }
    }
  }

  /** A constant, or a member: a local variable may have another name now. */
  private static boolean isTelling(String word, Moved from) {
    return CONSTANT.matcher(word).matches()
        || Trees.all(from.items, Expr.Member.class).stream()
            .anyMatch(member -> member.name().text().equals(word));
  }

  private record Start(Decl.Declared declared, Part part, String name, String value) {}

  /** A counter with the same use that begins with another number. */
  private static void otherStart(ChangedFunction from, ChangedFunction to, Remarks out) {
    for (Start was : starts(from.before())) {
      for (Start now : starts(to.after())) {
        if (was.name.equals(now.name)
            && !was.value.equals(now.value)
            && was.part.isTouched(was.declared)
            && now.part.isTouched(now.declared)
            && usedAlike(from, to, was.name)) {
          out.add(
              Remark.at(
                      now.part.place(now.declared),
                      "'"
                          + now.name
                          + "' starts with "
                          + now.value
                          + " here, and with "
                          + was.value
                          + " in "
                          + from.name()
                          + "(), where the code comes from")
                  .excerpt(
                      "-" + was.part.lines(was.declared).get(0).text().utf8(),
                      "+" + now.part.lines(now.declared).get(0).text().utf8()));
        }
      }
    }
  }

  private static List<Start> starts(List<Part> parts) {
    List<Start> starts = new ArrayList<>();
    for (Part part : parts) {
      for (Decl.Declared declared : Trees.declared(part.items())) {
        Optional<Expr> value = declared.initializer().filter(Expr.Constant.class::isInstance);
        if (value.isPresent()) {
          String name = Trees.name(declared).orElse("");
          starts.add(new Start(declared, part, name, part.key(value.get())));
        }
      }
    }
    return starts;
  }

  /** Whether two or more statements that use the variable are the same on both sides. */
  private static boolean usedAlike(ChangedFunction from, ChangedFunction to, String name) {
    Set<String> uses = statements(from.before(), name);
    uses.retainAll(statements(to.after(), name));
    return uses.size() >= 2;
  }

  private static Set<String> statements(List<Part> parts, String name) {
    Set<String> uses = new LinkedHashSet<>();
    for (Part part : parts) {
      for (Stmt.Evaluate item : Trees.all(part.items(), Stmt.Evaluate.class)) {
        if (Trees.names(item).contains(name) && part.isNew(item)) {
          uses.add(part.key(item));
        }
      }
    }
    return uses;
  }
}

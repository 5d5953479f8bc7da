package dev.galley.check.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.patch.HunkLine;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lays what a patch takes out beside what it puts there: expressions, down to what differs. */
final class Pairs {

  /** An expression that is a whole part of a statement. */
  private record Unit(String kind, String target, Expr expression, Part part, Set<String> words) {}

  private static final double ALIKE = 0.3;

  private final List<Pair> pairs = new ArrayList<>();
  private final Unit old;
  private final Unit now;
  private boolean isSameTarget = true;

  private Pairs(Unit old, Unit now) {
    this.old = old;
    this.now = now;
  }

  static List<Pair> of(ChangedFunction function) {
    List<Pair> pairs = new ArrayList<>();
    for (Part before : function.before()) {
      for (Part after : function.after()) {
        if (before.isOfHunk(after)) {
          List<List<HunkLine>> blocks = Blocks.of(before.hunk());
          List<List<Unit>> old = units(before, blocks);
          List<List<Unit>> now = units(after, blocks);
          for (int i = 0; i < blocks.size(); i++) {
            pairs.addAll(of(old.get(i), now.get(i)));
          }
        }
      }
    }
    return pairs;
  }

  private static List<Pair> of(List<Unit> old, List<Unit> now) {
    List<Pair> pairs = new ArrayList<>();
    int next = 0;
    for (Unit was : old) {
      for (int i = next; i < now.size(); i++) {
        Unit is = now.get(i);
        boolean fits = was.kind.equals(is.kind) && alike(was.words, is.words) >= ALIKE;
        if (fits || (old.size() == 1 && now.size() == 1 && was.kind.equals(is.kind))) {
          Pairs run = new Pairs(was, is);
          run.isSameTarget = was.target.equals(is.target);
          run.diff(was.expression, is.expression);
          pairs.addAll(run.pairs);
          next = i + 1;
          break;
        }
      }
    }
    return pairs;
  }

  private static double alike(Set<String> a, Set<String> b) {
    Set<String> common = new HashSet<>(a);
    common.retainAll(b);
    int least = Math.min(a.size(), b.size());
    return least == 0 ? 0 : (double) common.size() / least;
  }

  /** The expressions of changed lines, by the block that they stand in; blocks are in order. */
  private static List<List<Unit>> units(Part part, List<List<HunkLine>> blocks) {
    List<List<Unit>> units = new ArrayList<>();
    blocks.forEach(block -> units.add(new ArrayList<>()));
    for (Stmt item : part.items()) {
      item.walk(
          node -> {
            if (!isCollected(node) || !part.isTouched(node)) {
              return;
            }
            List<Unit> here = new ArrayList<>();
            collect(node, part, here);
            here.stream()
                .filter(unit -> part.isTouched(unit.expression))
                .forEach(unit -> place(unit, blocks, units));
          });
    }
    return units;
  }

  private static boolean isCollected(CNode node) {
    return node instanceof Stmt || node instanceof Decl.Declared;
  }

  private static void place(Unit unit, List<List<HunkLine>> blocks, List<List<Unit>> units) {
    Span place = unit.part.piece().inDiff(unit.expression.span()).orElse(new Span(0, 0));
    int low = 0;
    int high = blocks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      List<HunkLine> block = blocks.get(middle);
      if (block.get(block.size() - 1).span().end() > place.start()) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    for (int i = low; i < blocks.size() && blocks.get(i).get(0).span().start() < place.end(); i++) {
      units.get(i).add(unit);
    }
  }

  private static void collect(CNode node, Part part, List<Unit> into) {
    if (node instanceof Stmt.If choice) {
      into.add(unit("test", choice.condition(), part));
    } else if (node instanceof Stmt.While loop) {
      into.add(unit("test", loop.condition(), part));
    } else if (node instanceof Stmt.Evaluate evaluate) {
      into.add(unit("value", evaluate.expression(), part));
    } else if (node instanceof Stmt.Return back) {
      back.value().ifPresent(value -> into.add(unit("return", value, part)));
    } else if (node instanceof Stmt.For loop) {
      loop.condition().ifPresent(condition -> into.add(unit("loop", condition, part)));
    } else if (node instanceof Stmt.MacroBlock block) {
      block.arguments().forEach(argument -> into.add(unit("macro", argument, part)));
    } else if (node instanceof Decl.Declared declared) {
      String name = Trees.name(declared).orElse("");
      declared
          .initializer()
          .map(value -> unit("value", value, part))
          .ifPresent(
              unit -> into.add(new Unit(unit.kind, name, unit.expression, part, unit.words)));
    }
  }

  private static Unit unit(String kind, Expr expression, Part part) {
    Set<String> words =
        new HashSet<>(Arrays.asList(part.key(expression).split("[^A-Za-z0-9_]+", -1)));
    words.remove("");
    return new Unit(kind, "", expression, part, words);
  }

  private boolean same(CNode a, CNode b) {
    return old.part.key(a).equals(now.part.key(b));
  }

  private void diff(Expr was, Expr is) {
    Expr a = Trees.bare(was);
    Expr b = Trees.bare(is);
    if (same(a, b)) {
      return;
    }
    if (a instanceof Expr.Assign x && b instanceof Expr.Assign y && x.op().equals(y.op())) {
      if (same(x.target(), y.target())) {
        diff(x.value(), y.value());
      } else {
        isSameTarget = false;
        diff(x.target(), y.target());
        diff(x.value(), y.value());
      }
    } else if (a instanceof Expr.Binary x && b instanceof Expr.Binary y && isChain(x, y)) {
      chains(x, y);
    } else if (isChainOf(a, "&&") != isChainOf(b, "&&")
        || isChainOf(a, "||") != isChainOf(b, "||")) {
      chainAndOne(a, b);
    } else if (a instanceof Expr.Binary x && b instanceof Expr.Binary y && x.op().equals(y.op())) {
      binaries(x, y);
    } else if (a instanceof Expr.Unary x && b instanceof Expr.Unary y && x.op() == y.op()) {
      diff(x.operand(), y.operand());
    } else if (a instanceof Expr.Call x && b instanceof Expr.Call y && isSameCall(x, y)) {
      for (int i = 0; i < x.arguments().size(); i++) {
        diff(x.arguments().get(i), y.arguments().get(i));
      }
    } else if (a instanceof Expr.Conditional x
        && b instanceof Expr.Conditional y
        && x.yes().isPresent()
        && y.yes().isPresent()) {
      diff(x.condition(), y.condition());
      diff(x.yes().get(), y.yes().get());
      diff(x.no(), y.no());
    } else if (a instanceof Expr.Index x && b instanceof Expr.Index y && same(x.base(), y.base())) {
      diff(x.index(), y.index());
    } else {
      add(List.of(a), "", List.of(b));
    }
  }

  private void add(List<Expr> before, String op, List<Expr> after) {
    boolean isTest = now.kind.equals("test") || now.kind.equals("loop");
    pairs.add(
        new Pair(
            before,
            op,
            after,
            old.part,
            now.part,
            old.expression,
            now.expression,
            isTest,
            isSameTarget));
  }

  private static boolean isChain(Expr.Binary a, Expr.Binary b) {
    return a.op().equals(b.op()) && (a.op().equals("&&") || a.op().equals("||"));
  }

  private static boolean isChainOf(Expr expression, String op) {
    return expression instanceof Expr.Binary binary && binary.op().equals(op);
  }

  /** {@code a && (b || c)} against {@code f(x)}, {@code a && b || c} against {@code a && f(x)}. */
  private void chainAndOne(Expr a, Expr b) {
    String op = isChainOf(a, "&&") || isChainOf(b, "&&") ? "&&" : "||";
    List<Expr> before = new ArrayList<>(Trees.chain(a, op));
    List<Expr> after = new ArrayList<>(Trees.chain(b, op));
    int all = before.size();
    strike(before, after);
    if (before.isEmpty() || after.isEmpty() || before.size() == all) {
      add(List.of(a), "", List.of(b));
    } else {
      add(before, before.size() + after.size() > 2 ? op : "", after);
    }
  }

  private void chains(Expr.Binary a, Expr.Binary b) {
    List<Expr> before = new ArrayList<>(Trees.chain(a, a.op()));
    List<Expr> after = new ArrayList<>(Trees.chain(b, b.op()));
    boolean aligned = before.size() == after.size();
    if (aligned) {
      for (int i = 0; i < before.size(); i++) {
        diff(before.get(i), after.get(i));
      }
      return;
    }
    strike(before, after);
    if (before.size() == 1 && after.size() == 1) {
      diff(before.get(0), after.get(0));
    } else if (!before.isEmpty() && !after.isEmpty()) {
      add(before, a.op(), after);
    } else {
      add(List.of(a), "", List.of(b));
    }
  }

  /** Takes out what is on both sides. */
  private void strike(List<Expr> before, List<Expr> after) {
    before.removeIf(
        one -> {
          for (Expr other : after) {
            if (same(one, other)) {
              after.remove(other);
              return true;
            }
          }
          return false;
        });
  }

  private void binaries(Expr.Binary x, Expr.Binary y) {
    if (same(x.left(), y.left())) {
      diff(x.right(), y.right());
    } else if (same(x.right(), y.right())) {
      diff(x.left(), y.left());
    } else {
      add(List.of(x), "", List.of(y));
    }
  }

  private boolean isSameCall(Expr.Call x, Expr.Call y) {
    return same(x.callee(), y.callee()) && x.arguments().size() == y.arguments().size();
  }
}

package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the code behind one test uses, each with the words that show it.
 *
 * @param members members of the tested object, and members of these: {@code sriov} of {@code
 *     dev->sriov->offset}
 * @param calls functions that get the object or what one of its members points to
 * @param names constants, functions and members by name
 * @param outside members of the object that code uses for which the test is false
 */
record KindUse(
    Map<String, String> members,
    Map<String, String> calls,
    Map<String, String> names,
    Set<String> outside) {

  /** Reads the code that a test decides about. */
  static KindUse of(SiteTree tree, Expr test, Guarded.Regions regions) {
    Optional<Expr> operand = operand(test);
    Map<String, String> members = new LinkedHashMap<>();
    Map<String, String> calls = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> outside = new LinkedHashMap<>();
    if (operand.isPresent()) {
      String object = tree.text(operand.get());
      Map<String, List<String>> aliases = aliases(tree, object);
      Reader inside = new Reader(tree, object, aliases, members, calls, names);
      regions.inside().forEach(node -> node.walk(inside::node));
      Reader other = new Reader(tree, object, aliases, outside, new HashMap<>(), new HashMap<>());
      regions.outside().forEach(node -> node.walk(other::node));
    }
    return new KindUse(members, calls, names, outside.keySet());
  }

  /** The object that a test asks about. */
  static Optional<Expr> operand(Expr place) {
    Expr at = place;
    while (true) {
      if (at instanceof Expr.Paren paren) {
        at = paren.inner();
      } else if (at instanceof Expr.Member member) {
        return Optional.of(member.base());
      } else if (at instanceof Expr.Unary unary) {
        at = unary.operand();
      } else if (at instanceof Expr.Binary binary) {
        at = binary.left();
      } else if (at instanceof Expr.Call call && !call.arguments().isEmpty()) {
        return Optional.of(call.arguments().get(0));
      } else {
        return Optional.empty();
      }
    }
  }

  /** Local names for what the object's members point to: {@code iov = dev->sriov}. */
  private static Map<String, List<String>> aliases(SiteTree tree, String object) {
    Map<String, List<String>> aliases = new HashMap<>();
    tree.root()
        .walk(
            node -> {
              if (node instanceof Decl.Declared declared
                  && declared.declarator().name().isPresent()
                  && declared.initializer().isPresent()) {
                String name = declared.declarator().name().get().text();
                chain(tree, declared.initializer().get(), object, Map.of())
                    .filter(steps -> !steps.isEmpty())
                    .ifPresent(steps -> aliases.put(name, steps));
              } else if (node instanceof Expr.Assign assign
                  && assign.op().equals("=")
                  && assign.target() instanceof Expr.Ident ident) {
                chain(tree, assign.value(), object, Map.of())
                    .filter(steps -> !steps.isEmpty())
                    .ifPresent(steps -> aliases.put(ident.name(), steps));
              }
            });
    return aliases;
  }

  /** The members from the object to an expression; empty where it does not begin there. */
  private static Optional<List<String>> chain(
      SiteTree tree, Expr expr, String object, Map<String, List<String>> aliases) {
    List<String> steps = new ArrayList<>();
    Expr at = expr;
    while (true) {
      if (tree.text(at).equals(object)) {
        return Optional.of(steps);
      }
      if (at instanceof Expr.Paren paren) {
        at = paren.inner();
      } else if (at instanceof Expr.Conditional choice && choice.yes().isPresent()) {
        at = choice.yes().get();
      } else if (at instanceof Expr.Member member) {
        steps.add(0, member.name().text());
        at = member.base();
      } else if (at instanceof Expr.Index index) {
        at = index.base();
      } else if (at instanceof Expr.Ident ident && aliases.containsKey(ident.name())) {
        List<String> all = new ArrayList<>(aliases.getOrDefault(ident.name(), List.of()));
        all.addAll(steps);
        return Optional.of(all);
      } else {
        return Optional.empty();
      }
    }
  }

  /** Whether a name has a word among its parts: {@code PCI_SRIOV_CTRL} has {@code sriov}. */
  static boolean hasPart(String name, String word) {
    for (String part : name.toLowerCase(Locale.ROOT).split("_", 40)) {
      if (part.equals(word)) {
        return true;
      }
    }
    return false;
  }

  private record Reader(
      SiteTree tree,
      String object,
      Map<String, List<String>> aliases,
      Map<String, String> members,
      Map<String, String> calls,
      Map<String, String> names) {

    void node(CNode node) {
      if (node instanceof Expr.Member member) {
        names.putIfAbsent(member.name().text(), tree.text(member));
        chain(tree, member, object, aliases)
            .ifPresent(
                steps -> steps.forEach(step -> members.putIfAbsent(step, tree.text(member))));
      } else if (node instanceof Expr.Ident ident) {
        names.putIfAbsent(ident.name(), ident.name());
      } else if (node instanceof Expr.Call call && call.name().isPresent()) {
        call(call.name().get(), call.arguments(), call);
      } else if (node instanceof Stmt.MacroBlock block) {
        call(block.macro().text(), block.arguments(), block);
      }
    }

    private void call(String name, List<Expr> arguments, CNode call) {
      for (Expr argument : arguments) {
        if (chain(tree, argument, object, aliases).isPresent()
            || (argument instanceof Expr.Call inner
                && inner.arguments().stream()
                    .anyMatch(one -> chain(tree, one, object, aliases).isPresent()))) {
          String text = tree.text(call);
          calls.putIfAbsent(name, text.length() > 80 ? text.substring(0, 79) + "…" : text);
        }
      }
    }
  }
}

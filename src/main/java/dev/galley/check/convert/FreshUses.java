package dev.galley.check.convert;

import dev.galley.convert.CodeChange;
import dev.galley.convert.CodeSide;
import dev.galley.convert.SeriesCode;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names that a patch uses in a file more often than the file did before. */
final class FreshUses {

  /**
   * A use.
   *
   * @param path the file after the patch
   * @param name what is named
   * @param node the expression or statement that names it
   * @param isCall whether it is called
   * @param isMember whether it is a member of something
   */
  record Use(
      int patch,
      String path,
      String name,
      CodeChange change,
      CodeSide side,
      CNode node,
      boolean isCall,
      boolean isMember) {

    /** Whether it stands in the body of a macro, which means something only where it is used. */
    boolean isInMacro() {
      return side.external().filter(each -> each.what() == External.What.DEFINE).isPresent();
    }
  }

  private FreshUses() {}

  /** The first use of each name that has become more frequent in a file, in the order of places. */
  static List<Use> of(SeriesCode code, int patch) {
    Map<String, Map<String, List<Use>>> after = new LinkedHashMap<>();
    Map<String, Map<String, Integer>> before = new HashMap<>();
    for (CodeChange change : code.changes(patch)) {
      change
          .after()
          .ifPresent(
              side ->
                  uses(change, side)
                      .forEach(
                          use ->
                              after
                                  .computeIfAbsent(change.path(), path -> new LinkedHashMap<>())
                                  .computeIfAbsent(use.name(), name -> new ArrayList<>())
                                  .add(use)));
      change
          .before()
          .ifPresent(
              side ->
                  uses(change, side)
                      .forEach(
                          use ->
                              before
                                  .computeIfAbsent(change.path(), path -> new HashMap<>())
                                  .merge(use.name(), 1, Integer::sum)));
    }
    List<Use> fresh = new ArrayList<>();
    after.forEach(
        (path, names) ->
            names.forEach(
                (name, uses) -> {
                  int had = before.getOrDefault(path, Map.of()).getOrDefault(name, 0);
                  if (uses.size() > had) {
                    fresh.add(shown(uses));
                  }
                }));
    return fresh;
  }

  /** One that the mail shows, where there is one. */
  private static Use shown(List<Use> uses) {
    return uses.stream()
        .filter(use -> use.side().place(use.node()).mailLine() > 0)
        .findFirst()
        .orElse(uses.get(0));
  }

  static List<Use> uses(CodeChange change, CodeSide side) {
    List<Use> found = new ArrayList<>();
    for (CNode root : side.roots()) {
      root.walk(node -> use(change, side, node, found));
    }
    return found;
  }

  private static void use(CodeChange change, CodeSide side, CNode node, List<Use> found) {
    if (node instanceof Expr.Call call && call.name().isPresent()) {
      add(change, side, node, call.name().get(), true, false, found);
    } else if (node instanceof Expr.Ident ident) {
      add(change, side, node, ident.name(), false, false, found);
    } else if (node instanceof Expr.Member member) {
      add(change, side, node, member.name().text(), false, true, found);
    } else if (node instanceof Stmt.MacroBlock block) {
      add(change, side, node, text(block.macro()), true, false, found);
    } else if (node instanceof Stmt.MacroStatement macro) {
      add(change, side, node, text(macro.macro()), true, false, found);
    }
  }

  private static String text(Name name) {
    return name.text();
  }

  private static void add(
      CodeChange change,
      CodeSide side,
      CNode node,
      String name,
      boolean isCall,
      boolean isMember,
      List<Use> found) {
    found.add(new Use(change.patch(), change.path(), name, change, side, node, isCall, isMember));
  }
}

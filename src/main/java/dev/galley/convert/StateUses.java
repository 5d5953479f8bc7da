package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.search.PatternException;
import dev.galley.search.Site;
import dev.galley.search.SiteKind;
import dev.galley.search.StateSearch;
import dev.galley.text.LineIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which uses of a helper run after a write: later in the same function, in its callers after the
 * call, and in functions that these call with the same object, two levels down. A call through a
 * member leads to the functions that an initialiser puts there, in files that use the helper.
 */
final class StateUses {

  private static final int CALLERS = 3;
  private static final int MOST = 20;

  private final CodeState last;
  private final MeaningChange change;
  private final FunctionTrees functions;

  /** The files that use the helper: the names of the functions that do. */
  private final TreeMap<String, Set<String>> users = new TreeMap<>();

  private final Set<String> found = new LinkedHashSet<>();

  /**
   * @param paths where uses can be: the files that the series touches or accounts for
   */
  StateUses(CodeState last, MeaningChange change, Set<String> paths, FunctionTrees functions) {
    this.last = last;
    this.change = change;
    this.functions = functions;
    try {
      String pattern =
          change.after().variables().get(0).declaration() + "; " + change.after().right().text();
      for (Site site :
          new StateSearch(last.symbols(), last.types()).run(pattern, paths::contains).sites()) {
        if (site.kind() == SiteKind.CALL && site.function().isPresent()) {
          users
              .computeIfAbsent(site.path(), key -> new TreeSet<>())
              .add(site.function().orElse(""));
        }
      }
    } catch (PatternException | IOException e) {
      users.clear();
    }
  }

  /** A function from some statement on. */
  private record Level(SiteTree tree, List<? extends CNode> rest, String object, String way) {}

  /** The uses, each with the way that leads to it; none where none is found. */
  List<String> after(FlagWrite write) {
    List<Level> levels = new ArrayList<>();
    Following following = new Following(write.tree());
    levels.add(
        new Level(
            write.tree(),
            following.after(write.statement()),
            write.object(),
            "after " + write.function() + "() line " + write.line()));
    callers(write.tree(), write.object(), CALLERS, levels, new HashSet<>());
    Set<String> names = new TreeSet<>();
    for (Level level : levels) {
      for (Expr.Call call : calls(level)) {
        call.name().ifPresent(names::add);
      }
    }
    names.remove(change.helper());
    functions.prepare(names);
    Set<String> seen = new HashSet<>();
    for (Level level : levels) {
      uses(level);
      for (Level below : below(level, true)) {
        if (seen.add(below.tree().file().path() + ":" + below.tree().external().name())) {
          uses(below);
          below(below, false).forEach(this::uses);
        }
      }
    }
    return found.stream().limit(MOST).toList();
  }

  private void callers(
      SiteTree function, String object, int depth, List<Level> levels, Set<String> seen) {
    int parameter = FunctionTrees.parameters(function.root()).indexOf(object);
    if (depth == 0 || parameter < 0) {
      return;
    }
    String name = function.external().name();
    for (FunctionTrees.Caller caller : functions.callers(function)) {
      Optional<Stmt> statement = new Following(caller.tree()).statementOf(caller.call());
      if (parameter < caller.call().arguments().size()
          && statement.isPresent()
          && seen.add(caller.path() + ":" + caller.name())) {
        String passed = caller.tree().text(caller.call().arguments().get(parameter));
        levels.add(
            new Level(
                caller.tree(),
                new Following(caller.tree()).after(statement.get()),
                passed,
                caller.name() + "() after " + name + "()"));
        callers(caller.tree(), passed, depth - 1, levels, seen);
      }
    }
  }

  private static List<Expr.Call> calls(Level level) {
    List<Expr.Call> calls = new ArrayList<>();
    for (CNode statement : level.rest()) {
      for (Expr.Call call : Following.all(statement, Expr.Call.class)) {
        if (argument(level, call) >= 0) {
          calls.add(call);
        }
      }
    }
    return calls;
  }

  private static int argument(Level level, Expr.Call call) {
    for (int i = 0; i < call.arguments().size(); i++) {
      if (level.tree().text(call.arguments().get(i)).equals(level.object())) {
        return i;
      }
    }
    return -1;
  }

  /** What a function calls with the object; where that is the last step, only users are wanted. */
  private List<Level> below(Level level, boolean any) {
    List<Level> below = new ArrayList<>();
    for (Expr.Call call : calls(level)) {
      int argument = argument(level, call);
      for (SiteTree callee : callees(level, call, any)) {
        List<String> parameters = FunctionTrees.parameters(callee.root());
        if (argument < parameters.size()) {
          below.add(
              new Level(
                  callee,
                  List.of(callee.root()),
                  parameters.get(argument),
                  callee.external().name() + "(), called by " + level.way()));
        }
      }
    }
    return below;
  }

  private List<SiteTree> callees(Level level, Expr.Call call, boolean any) {
    CFile file = level.tree().file();
    if (call.name().isPresent()) {
      String name = call.name().get();
      if (any) {
        return functions.definitions(name, file);
      }
      return users.entrySet().stream()
          .filter(user -> user.getValue().contains(name))
          .flatMap(user -> last.symbols().file(user.getKey()).stream())
          .flatMap(user -> FunctionTrees.in(user, name).stream())
          .filter(
              callee ->
                  callee.file().path().equals(file.path())
                      || !FunctionTrees.isStatic(callee.root()))
          .toList();
    }
    List<SiteTree> found = new ArrayList<>();
    if (call.callee() instanceof Expr.Member member) {
      String name = member.name().text();
      for (String path : users.keySet()) {
        last.symbols()
            .file(path, Set.of(name))
            .ifPresent(user -> found.addAll(FunctionTrees.assigned(user, name)));
      }
    }
    return found;
  }

  private void uses(Level level) {
    for (Expr.Call call : calls(level)) {
      if (call.name().filter(change.helper()::equals).isPresent()) {
        SiteTree tree = level.tree();
        int line = LineIndex.of(tree.file().bytes()).lineAt(call.span().start());
        String text = new Following(tree).statementOf(call).map(tree::text).orElse(tree.text(call));
        found.add(
            tree.file().path()
                + ":"
                + line
                + ": "
                + (text.length() <= 100 ? text : text.substring(0, 99) + "…")
                + " ("
                + level.way()
                + ")");
      }
    }
  }

  /** Whether a function is called only where another helper is true of the object. */
  boolean isGuardedByOther(FlagWrite write, Set<String> others) {
    int parameter = FunctionTrees.parameters(write.tree().root()).indexOf(write.object());
    boolean isGuarded = false;
    for (FunctionTrees.Caller caller :
        parameter < 0 ? List.<FunctionTrees.Caller>of() : functions.callers(write.tree())) {
      if (parameter >= caller.call().arguments().size()) {
        continue;
      }
      String passed = caller.tree().text(caller.call().arguments().get(parameter));
      for (Expr.Call test : Following.all(caller.tree().root(), Expr.Call.class)) {
        boolean isSame =
            test.arguments().size() == 1
                && caller.tree().text(test.arguments().get(0)).equals(passed);
        if (isSame && test.name().isPresent() && isBehind(caller, test)) {
          if (test.name().get().equals(change.helper())) {
            return false;
          }
          isGuarded |= others.contains(test.name().get());
        }
      }
    }
    return isGuarded;
  }

  private static boolean isBehind(FunctionTrees.Caller caller, Expr.Call test) {
    boolean[] found = new boolean[1];
    for (CNode node : Guarded.of(caller.tree(), test, expr -> false).inside()) {
      node.walk(one -> found[0] |= one == caller.call());
    }
    return found[0];
  }
}

package dev.galley.convert;

import dev.galley.convert.Alignment.Difference;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Explains the differences of one change. */
final class ChangeExplainer {

  /** How far outwards from an edit a rule may reach. */
  private static final int MOST_LEVELS = 12;

  /** Larger parts are no conversion of one place. */
  private static final int LARGEST = 1_000;

  private final CodeSide before;
  private final CodeSide after;
  private final Alignment alignment;
  private final List<Rule> candidates;
  private final RuleMatcher matcher;
  private final NearMisses nearMisses;
  private final Set<Level> explained = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Difference, List<Explanation>> found = new IdentityHashMap<>();

  ChangeExplainer(
      CodeSide before, CodeSide after, Alignment alignment, List<Rule> rules, RuleMatcher matcher) {
    this.before = before;
    this.after = after;
    this.alignment = alignment;
    this.matcher = matcher;
    Set<String> words = RuleWords.in(after.roots());
    this.candidates =
        rules.stream().filter(rule -> words.containsAll(RuleWords.right(rule))).toList();
    this.nearMisses = new NearMisses(before, after, alignment.shapes(), rules, candidates, matcher);
  }

  List<Explanation> explain() {
    if (!candidates.isEmpty()) {
      alignment.differences().forEach(this::convert);
    }
    List<Explanation> all = new ArrayList<>();
    Set<Level> told = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Difference difference : alignment.differences()) {
      if (found.containsKey(difference)) {
        all.addAll(found.get(difference));
      } else if (!isExplained(difference.level())) {
        all.addAll(rest(difference, told));
      }
    }
    return all;
  }

  private boolean isExplained(Level level) {
    Optional<Level> at = Optional.of(level);
    while (at.isPresent()) {
      if (explained.contains(at.get())) {
        return true;
      }
      at = at.get().outer();
    }
    return false;
  }

  /** Looks for a rule at the edit and at the levels around it, the smallest first. */
  private void convert(Difference difference) {
    if (isExplained(difference.level())) {
      return;
    }
    Level level = difference.level();
    for (int i = 0; i < MOST_LEVELS && reaches(level); i++) {
      if (!level.before().isEmpty() && !level.after().isEmpty()) {
        List<Explanation> conversions = conversions(level, difference.edit());
        if (!conversions.isEmpty()) {
          explained.add(level);
          found.put(difference, conversions);
          return;
        }
      }
      if (level.outer().isEmpty()) {
        return;
      }
      level = level.outer().get();
    }
  }

  private boolean reaches(Level level) {
    int size = 0;
    for (CNode node : level.after()) {
      if (node instanceof Decl.FunctionDefinition) {
        return false;
      }
      size += alignment.shapes().size(node);
    }
    return size <= LARGEST;
  }

  private List<Explanation> conversions(Level level, Edit edit) {
    for (Rule rule : candidates) {
      Optional<Match> right = matcher.right(rule, level.after(), after);
      if (right.isEmpty()) {
        continue;
      }
      Optional<Match> left = matcher.left(rule, level.before(), before);
      if (left.isPresent() && Bindings.agree(left.get(), right.get())) {
        Edit at = edit(level, edit);
        return List.of(nearMisses.direct(at, level, left.get(), right.get()));
      }
    }
    return List.of();
  }

  /** The edit of a level: the difference's own, or all that the level has. */
  private static Edit edit(Level level, Edit inner) {
    if (Nodes.areOne(level.before(), inner.before())
        && Nodes.areOne(level.after(), inner.after())) {
      return inner;
    }
    Level around = level.outer().orElse(level);
    return new Edit(inner.change(), level.before(), level.after(), around.before(), around.after());
  }

  /** What no rule explains outright. */
  private List<Explanation> rest(Difference difference, Set<Level> told) {
    Level level = raised(difference.level());
    if (told.contains(level)) {
      return List.of();
    }
    told.add(level);
    Edit edit = edit(level, difference.edit());
    boolean isOne = level.before().size() == 1 && level.after().size() == 1;
    if (candidates.isEmpty()) {
      return List.of(new Explanation.Leftover(edit, Optional.empty()));
    }
    if (isOne
        && level.before().get(0) instanceof Expr left
        && level.after().get(0) instanceof Expr right) {
      return nearMisses.judge(edit, level, left, right);
    }
    return nearMisses.blocks(edit);
  }

  /** Of a callee that changed the call. */
  // A tree's nodes are told apart by what they are, not by what they say.
  @SuppressWarnings("ReferenceEquality")
  private static Level raised(Level level) {
    Optional<Level> outer = level.outer();
    boolean isCall =
        outer.isPresent()
            && outer.get().after().size() == 1
            && outer.get().before().size() == 1
            && outer.get().after().get(0) instanceof Expr.Call
            && outer.get().before().get(0) instanceof Expr.Call;
    if (!isCall) {
      return level;
    }
    Expr.Call call = (Expr.Call) outer.get().after().get(0);
    Expr.Call old = (Expr.Call) outer.get().before().get(0);
    boolean calleeChanged =
        call.name().isPresent() && old.name().isPresent() && !call.name().equals(old.name());
    return calleeChanged ? outer.get() : level;
  }
}

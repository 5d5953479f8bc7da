package dev.galley.kernelc.lex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the combinations of branches that do not contradict themselves. */
final class Choices {

  /** The most steps of the search: contradictions may leave little of many combinations. */
  private static final int STEPS = 4_000;

  private final List<Group> split;
  private final Conditions around = new Conditions();
  private int steps;

  /**
   * A search.
   *
   * @param split the groups to choose in, outer before inner
   * @param around branches that hold everything: their conditions are true
   */
  Choices(List<Group> split, List<Held> around) {
    this.split = split;
    around.forEach(held -> this.around.take(held.group(), held.branch()));
  }

  /** A group of which one branch holds everything. */
  record Held(Group group, int branch) {}

  /** The branch chosen of each group; the number of branches stands for none of them. */
  record Choice(BitSet inactive, List<String> conditions) {}

  /** All combinations, or {@code most} + 1 of them where there are more. */
  List<Choice> all(int most) {
    List<Choice> found = new ArrayList<>();
    steps = 0;
    search(0, new int[split.size()], around, -1, -1, most + 1, found);
    return found;
  }

  /** The first combination, and for each other branch of each group the first that has it. */
  List<Choice> oneAtATime(int most) {
    List<Choice> found = new ArrayList<>();
    steps = 0;
    search(0, new int[split.size()], around, -1, -1, 1, found);
    for (int group = 0; group < split.size(); group++) {
      for (int branch = 1; branch < alternatives(split.get(group)); branch++) {
        if (found.size() < most) {
          steps = 0;
          search(0, new int[split.size()], around, group, branch, found.size() + 1, found);
        }
      }
    }
    return found;
  }

  private static int alternatives(Group group) {
    return group.branches().size() + (group.hasElse() ? 0 : 1);
  }

  private void search(
      int at,
      int[] chosen,
      Conditions known,
      int fixed,
      int fixedTo,
      int most,
      List<Choice> found) {
    if (found.size() >= most || steps++ > STEPS) {
      return;
    }
    if (at == split.size()) {
      found.add(choice(chosen));
      return;
    }
    Group group = split.get(at);
    if (isHidden(group, at, chosen)) {
      if (at != fixed) {
        chosen[at] = -1;
        search(at + 1, chosen, known, fixed, fixedTo, most, found);
      }
      return;
    }
    Conditions here = inside(group, known);
    for (int branch = 0; branch < alternatives(group); branch++) {
      boolean dead = branch < group.branches().size() && group.branches().get(branch).isDead();
      if (dead || (at == fixed && branch != fixedTo) || !here.allows(group, branch)) {
        continue;
      }
      chosen[at] = branch;
      Conditions next = new Conditions(known);
      next.take(group, branch);
      search(at + 1, chosen, next, fixed, fixedTo, most, found);
    }
  }

  /** Whether a group lies in a branch that is not chosen. */
  private boolean isHidden(Group group, int at, int[] chosen) {
    for (int i = 0; i < at; i++) {
      Group outer = split.get(i);
      if (outer.firstToken() < group.firstToken()
          && group.firstToken() < outer.endToken()
          && (chosen[i] < 0 || branchOf(outer, group.firstToken()) != chosen[i])) {
        return true;
      }
    }
    return false;
  }

  private static int branchOf(Group group, int token) {
    for (int i = 0; i < group.branches().size(); i++) {
      if (token < group.branches().get(i).endToken()) {
        return i;
      }
    }
    return -1;
  }

  /** What is known at a group: also the conditions of the branches around it, visible or chosen. */
  private static Conditions inside(Group group, Conditions known) {
    Conditions here = new Conditions(known);
    Group inner = group;
    while (inner.parent().isPresent()) {
      Group outer = inner.parent().get();
      here.take(outer, branchOf(outer, inner.firstToken()));
      inner = outer;
    }
    return here;
  }

  private Choice choice(int[] chosen) {
    BitSet inactive = new BitSet();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      List<Branch> branches = split.get(i).branches();
      for (int branch = 0; branch < branches.size(); branch++) {
        Branch one = branches.get(branch);
        if (branch != chosen[i]) {
          inactive.set(one.firstToken(), one.endToken());
        }
        if (chosen[i] >= branch && !one.opening().word().equals("else")) {
          conditions.add(branch == chosen[i] ? one.text() : "not " + one.text());
        }
      }
    }
    return new Choice(inactive, conditions);
  }
}

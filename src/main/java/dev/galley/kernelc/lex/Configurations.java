package dev.galley.kernelc.lex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The ways to read one external declaration: one where no group cuts through it, else one for each
 * combination of branches that its own groups name.
 *
 * <p>Branches of groups for which {@link Group.Shape#keepsAll} holds stay visible together in every
 * reading. Conditions are told apart by their text alone: the same text has the same value in all
 * of a reading, and {@code !X} the opposite one of {@code X}; what two different texts have to do
 * with each other is not known.
 *
 * @param readings at least one, the one with the first branches first
 * @param isComplete whether all combinations are there; else one group at a time is varied, the
 *     others having their first branch
 * @param split the groups that cut through, in order
 * @param dead the {@code #if 0} branches, hidden in every reading
 */
public record Configurations(
    List<Reading> readings, boolean isComplete, List<Group> split, List<Branch> dead) {

  /** The most readings of one external declaration. */
  public static final int MOST = 16;

  public Configurations {
    readings = List.copyOf(readings);
    split = List.copyOf(split);
    dead = List.copyOf(dead);
  }

  /**
   * One combination of branches.
   *
   * @param inactive tokens of the file that it hides; not to be changed
   * @param conditions what it takes for true, as the lines are written: {@code #ifdef CONFIG_X}, or
   *     {@code not #ifdef CONFIG_X} where another branch or none is read
   */
  public record Reading(BitSet inactive, List<String> conditions) {

    public Reading {
      conditions = List.copyOf(conditions);
    }
  }

  /** The ways to read a declaration of a file. */
  public static Configurations of(Outline outline, External external) {
    List<Group> split = new ArrayList<>();
    List<Branch> dead = new ArrayList<>();
    List<Choices.Held> around = new ArrayList<>();
    List<Group> groups = new ArrayList<>(outline.groupsAround(external.firstToken()));
    groups.addAll(outline.groupsIn(external.firstToken(), external.endToken()));
    for (Group group : groups) {
      Optional<Branch> holder = holder(group, external);
      if (holder.isPresent()) {
        around.add(new Choices.Held(group, group.branches().indexOf(holder.get())));
        continue;
      }
      group.branches().stream().filter(Branch::isDead).forEach(dead::add);
      if (!group.shape().keepsAll() && !within(group.firstToken(), dead)) {
        split.add(group);
      }
    }
    Choices choices = new Choices(split, around);
    List<Choices.Choice> found = choices.all(MOST);
    boolean complete = found.size() <= MOST;
    if (!complete) {
      found = choices.oneAtATime(MOST);
    }
    List<Reading> readings = new ArrayList<>();
    for (Choices.Choice choice : found) {
      BitSet inactive = choice.inactive();
      dead.forEach(branch -> inactive.set(branch.firstToken(), branch.endToken()));
      readings.add(new Reading(inactive, choice.conditions()));
    }
    return new Configurations(readings, complete, split, dead);
  }

  /** The branch of a group that holds all of a declaration. */
  private static Optional<Branch> holder(Group group, External external) {
    return group.branches().stream()
        .filter(
            branch ->
                branch.firstToken() <= external.firstToken()
                    && external.endToken() <= branch.endToken())
        .findFirst();
  }

  private static boolean within(int token, List<Branch> branches) {
    return branches.stream()
        .anyMatch(branch -> branch.firstToken() <= token && token < branch.endToken());
  }
}

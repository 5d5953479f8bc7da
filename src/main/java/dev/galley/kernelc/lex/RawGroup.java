package dev.galley.kernelc.lex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group while the file is being read, with what its shape is told by. */
final class RawGroup {

  final int number;
  final @Nullable RawGroup parent;
  final CutState before;
  final List<Directive> lines = new ArrayList<>();
  final List<End> ends = new ArrayList<>();
  int endToken = -1;

  /**
   * How a branch ended.
   *
   * @param line the line that ends it
   * @param state the cutter's state there
   */
  record End(int line, CutState state) {}

  RawGroup(int number, @Nullable RawGroup parent, Directive line, CutState before) {
    this.number = number;
    this.parent = parent;
    this.before = before;
    lines.add(line);
  }

  /** The state with which the program goes on: that of the first branch that is not dead. */
  CutState after() {
    for (End end : ends) {
      if (!branch(ends.indexOf(end)).isDead()) {
        return end.state();
      }
    }
    return before;
  }

  Branch branch(int index) {
    return new Branch(lines.get(index), lines.get(index).token() + 1, ends.get(index).line());
  }

  List<Branch> branches() {
    List<Branch> branches = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      branches.add(branch(i));
    }
    return branches;
  }
}

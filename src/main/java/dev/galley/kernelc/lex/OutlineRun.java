package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.External.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One pass over a file: each branch begins with the state before its group, and after the group the
 * state is that of the first branch that is not {@code #if 0}.
 */
final class OutlineRun {

  private final CTokens tokens;
  private final Cutter cutter;
  private final Deque<RawGroup> stack = new ArrayDeque<>();
  private int dead;

  final Cuts cuts;
  final List<RawGroup> groups = new ArrayList<>();

  OutlineRun(CTokens tokens, Neighbours near, boolean repair) {
    this.tokens = tokens;
    this.cuts = new Cuts(tokens);
    this.cutter = new Cutter(tokens, near, cuts, repair);
  }

  void run() {
    for (int at = 0; at < tokens.count(); at++) {
      if (!tokens.isHidden(at)) {
        cutter.take(at);
      } else if (tokens.is(at, Kind.DIRECTIVE)) {
        line(at);
      }
    }
    while (!stack.isEmpty()) {
      endGroup(tokens.count());
    }
    cutter.finish();
  }

  private void line(int at) {
    String word = Directives.word(tokens, at);
    switch (word) {
      case "define" -> {
        if (cutter.state.isIdle()) {
          Directives.nameOf(tokens, at).ifPresent(name -> cuts.line(What.DEFINE, at, name));
        }
      }
      case "include", "include_next" -> {
        if (cutter.state.isIdle()) {
          Directives.include(tokens, at)
              .ifPresent(include -> cuts.line(What.INCLUDE, at, include.target()));
        }
      }
      case "endif" -> {
        if (!stack.isEmpty()) {
          endGroup(at);
        }
      }
      default -> {
        if (Conditionals.opens(word)) {
          open(at);
        } else if (Conditionals.continues(word) && !stack.isEmpty()) {
          nextBranch(at);
        }
      }
    }
  }

  private void open(int at) {
    RawGroup group =
        new RawGroup(
            groups.size(), stack.peek(), Directives.read(tokens, at), cutter.state.clone());
    groups.add(group);
    stack.push(group);
    mark(group, 1);
  }

  /** Counts the dead branches around, as the last branch of a group begins or ends. */
  private void mark(RawGroup group, int change) {
    Directive line = group.lines.get(group.lines.size() - 1);
    if (new Branch(line, 0, 0).isDead()) {
      dead += change;
      cuts.dead = dead > 0;
    }
  }

  private void endBranch(RawGroup group, int line) {
    mark(group, -1);
    group.ends.add(new RawGroup.End(line, cutter.state));
  }

  private void nextBranch(int at) {
    RawGroup group = stack.element();
    endBranch(group, at);
    group.lines.add(Directives.read(tokens, at));
    cutter.state = group.before.clone();
    mark(group, 1);
  }

  private void endGroup(int at) {
    RawGroup group = stack.pop();
    endBranch(group, at);
    group.endToken = at;
    cutter.state = group.after().clone();
  }
}

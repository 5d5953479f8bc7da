package dev.galley.kernelc.lex;

import dev.galley.text.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The conditional lines of a file, read beforehand: which of them belong together is needed to look
 * past a group.
 */
final class Conditionals {

  private final CTokens tokens;

  /** See {@link Neighbours}. */
  final int[] jumps;

  final List<Problem> problems = new ArrayList<>();

  private record Opened(int first, List<Integer> lines, boolean dead) {}

  Conditionals(CTokens tokens) {
    this.tokens = tokens;
    this.jumps = new int[tokens.count() + 1];
    Deque<Opened> stack = new ArrayDeque<>();
    for (int at = 0; at < tokens.count(); at++) {
      if (tokens.is(at, Kind.DIRECTIVE)) {
        line(at, stack);
      }
    }
    while (!stack.isEmpty()) {
      Opened open = stack.pop();
      problem(open.first(), "no #endif ends this");
      close(open, tokens.count());
    }
  }

  private void problem(int token, String message) {
    problems.add(Problem.error(tokens.span(token), message));
  }

  private void line(int at, Deque<Opened> stack) {
    String word = Directives.word(tokens, at);
    if (opens(word)) {
      boolean dead = word.equals("if") && Directives.read(tokens, at).rest().equals("0");
      stack.push(new Opened(at, new ArrayList<>(), dead));
    } else if (continues(word)) {
      if (stack.isEmpty()) {
        problem(at, "#" + word + " without #if");
      } else {
        stack.peek().lines().add(at);
      }
    } else if (word.equals("endif")) {
      if (stack.isEmpty()) {
        problem(at, "#endif without #if");
      } else {
        close(stack.pop(), at);
      }
    }
  }

  private void close(Opened group, int end) {
    for (int line : group.lines()) {
      jumps[line] = end;
    }
    if (group.dead()) {
      jumps[group.first()] = group.lines().isEmpty() ? end : group.lines().get(0);
    }
  }

  static boolean opens(String word) {
    return word.equals("if") || word.equals("ifdef") || word.equals("ifndef");
  }

  static boolean continues(String word) {
    return word.equals("else")
        || word.equals("elif")
        || word.equals("elifdef")
        || word.equals("elifndef");
  }
}

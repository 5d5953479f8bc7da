package dev.galley.kernelc.internal;

import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Puts the items of lists that lie in the branches of a conditional group into alternatives.
 *
 * <p>Only groups whose branches are whole items: where an item straddles a group's lines, the items
 * stay flat.
 */
final class Nesting {

  private final CTokens tokens;
  private final List<Group> groups;
  private final int[] starts;

  /** For groups in order of their first line. */
  Nesting(CTokens tokens, List<Group> groups) {
    this.tokens = tokens;
    this.groups = groups;
    this.starts = groups.stream().mapToInt(group -> tokens.start(group.firstToken())).toArray();
  }

  List<Stmt> statements(List<Stmt> items, Span within) {
    return nest(
        items,
        within,
        (span, choices) ->
            new Stmt.Alternatives(
                span,
                choices.stream()
                    .map(choice -> new Stmt.Alternatives.Branch(choice.condition, choice.items))
                    .toList()));
  }

  List<Decl> declarations(List<Decl> items, Span within) {
    return nest(
        items,
        within,
        (span, choices) ->
            new Decl.Alternatives(
                span,
                choices.stream()
                    .map(choice -> new Decl.Alternatives.Branch(choice.condition, choice.items))
                    .toList()));
  }

  List<Expr> expressions(List<Expr> items, Span within) {
    return nest(
        items,
        within,
        (span, choices) ->
            new Expr.Alternatives(
                span,
                choices.stream()
                    .map(choice -> new Expr.Alternatives.Branch(choice.condition, choice.items))
                    .toList()));
  }

  /** The items of one branch. */
  private record Choice<N>(String condition, List<N> items) {}

  /** Nests the items of a list whose brackets, if any, are {@code within}. */
  private <N extends CNode> List<N> nest(
      List<N> items, Span within, BiFunction<Span, List<Choice<N>>, N> alternatives) {
    int group = firstFrom(within.start());
    if (group == starts.length || starts[group] >= within.end() || items.isEmpty()) {
      return items;
    }
    List<N> result = new ArrayList<>();
    int item = 0;
    while (item < items.size()) {
      group = applicable(items, item, group, within.end());
      if (group < 0) {
        result.addAll(items.subList(item, items.size()));
        return result;
      }
      int end = end(groups.get(group));
      while (items.get(item).span().start() < starts[group]) {
        result.add(items.get(item++));
      }
      int last = item;
      while (last < items.size() && items.get(last).span().start() < end) {
        last++;
      }
      List<N> inside = items.subList(item, last);
      result.add(
          alternatives.apply(
              new Span(starts[group], end), choices(groups.get(group), inside, alternatives)));
      item = last;
      group = firstFrom(end);
    }
    return result;
  }

  private <N extends CNode> List<Choice<N>> choices(
      Group group, List<N> items, BiFunction<Span, List<Choice<N>>, N> alternatives) {
    List<Choice<N>> choices = new ArrayList<>();
    int item = 0;
    for (Branch branch : group.branches()) {
      int start = tokens.end(branch.opening().token());
      int end =
          branch.endToken() < tokens.count() ? tokens.start(branch.endToken()) : Integer.MAX_VALUE;
      int last = item;
      while (last < items.size() && items.get(last).span().start() < end) {
        last++;
      }
      List<N> own = List.copyOf(items.subList(item, last));
      choices.add(new Choice<>(branch.text(), nest(own, new Span(start, end), alternatives)));
      item = last;
    }
    return choices;
  }

  /**
   * The first group from {@code group} on that starts before {@code end}, holds an item from {@code
   * first} on, and cuts through none; -1 without one.
   */
  private int applicable(List<? extends CNode> items, int first, int group, int end) {
    int item = first;
    for (int i = group; i < starts.length && starts[i] < end; i++) {
      while (item < items.size() && items.get(item).span().end() <= starts[i]) {
        item++;
      }
      if (item == items.size()) {
        return -1;
      }
      if (groups.get(i).shape().keepsAll()
          && end(groups.get(i)) <= end
          && holdsWhole(items, item, groups.get(i), starts[i])) {
        return i;
      }
    }
    return -1;
  }

  private boolean holdsWhole(List<? extends CNode> items, int first, Group group, int start) {
    int item = first;
    int inside = 0;
    int from = start;
    for (Branch branch : group.branches()) {
      int end =
          branch.endToken() < tokens.count() ? tokens.start(branch.endToken()) : Integer.MAX_VALUE;
      while (item < items.size() && items.get(item).span().start() < end) {
        Span span = items.get(item).span();
        if (span.start() < from || span.end() > end) {
          return false;
        }
        inside++;
        item++;
      }
      from = end;
    }
    return inside > 0;
  }

  private int end(Group group) {
    return group.endToken() < tokens.count()
        ? tokens.end(group.endToken())
        : tokens.end(tokens.count() - 1);
  }

  /** The first group that starts at or after an octet. */
  private int firstFrom(int octet) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < octet) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

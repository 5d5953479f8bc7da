package dev.galley.kernelc.lex;

import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A file cut into external declarations.
 *
 * @param tokens all tokens
 * @param externals in order, not overlapping; what lies between them is hidden tokens and
 *     conditional lines
 * @param groups every {@code #if … #endif}, outer before inner, in order of their first line
 * @param problems what does not balance, with its place
 */
public record Outline(
    CTokens tokens, List<External> externals, List<Group> groups, List<Problem> problems) {

  public Outline {
    externals = List.copyOf(externals);
    groups = List.copyOf(groups);
    problems = List.copyOf(problems);
  }

  /** Lexes and cuts a file. Total: what cannot be cut is {@link External.What#UNKNOWN}. */
  public static Outline of(Bytes source) {
    return new Outliner(Lexer.lex(source)).outline();
  }

  /** The external declaration that holds an octet. */
  public Optional<External> at(int offset) {
    for (External external : externals) {
      if (external.span().start() <= offset && offset < external.span().end()) {
        return Optional.of(external);
      }
    }
    return Optional.empty();
  }

  /** The {@code #define} lines inside an external declaration, as if they stood outside. */
  public List<External> definesInside(External external) {
    List<External> defines = new ArrayList<>();
    for (int at = external.firstToken(); at < external.endToken(); at++) {
      if (tokens.is(at, Kind.DIRECTIVE) && external.what() != External.What.DEFINE) {
        int line = at;
        Directives.nameOf(tokens, at)
            .ifPresent(name -> defines.add(Cuts.line(tokens, External.What.DEFINE, line, name)));
      }
    }
    return defines;
  }

  /** The groups around a token, outermost first; their own lines are not inside. */
  public List<Group> groupsAround(int token) {
    Deque<Group> around = new ArrayDeque<>();
    int before = groupFrom(token) - 1;
    Optional<Group> at = before < 0 ? Optional.empty() : Optional.of(groups.get(before));
    while (at.isPresent()) {
      Group group = at.get();
      if (token < group.endToken()) {
        around.addFirst(group);
      }
      at = group.parent();
    }
    return List.copyOf(around);
  }

  /** The groups that begin in a range of tokens, end exclusive, outer before inner. */
  public List<Group> groupsIn(int first, int end) {
    return groups.subList(groupFrom(first), Math.max(groupFrom(end), groupFrom(first)));
  }

  /** The number of groups that begin before a token. */
  private int groupFrom(int token) {
    int low = 0;
    int high = groups.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (groups.get(middle).firstToken() < token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The branches around a token, outermost first. */
  public List<Branch> branchesAround(int token) {
    return groupsAround(token).stream().flatMap(group -> group.branchAt(token).stream()).toList();
  }
}

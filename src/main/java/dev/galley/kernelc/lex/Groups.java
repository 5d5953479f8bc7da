package dev.galley.kernelc.lex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes groups of what a pass over the file has seen at its conditional lines. */
final class Groups {

  private final CTokens tokens;
  private final Shapes shapes;

  Groups(CTokens tokens, Neighbours near, List<External> externals) {
    this.tokens = tokens;
    this.shapes = new Shapes(tokens, near, externals);
  }

  List<Group> of(List<RawGroup> raw) {
    List<Group> groups = new ArrayList<>();
    for (RawGroup group : raw) {
      Optional<Group> parent =
          Optional.ofNullable(group.parent).map(outer -> groups.get(outer.number));
      boolean guard = groups.isEmpty() && isIncludeGuard(group);
      Group.Shape shape = guard ? Group.Shape.WHOLE : shapes.of(group);
      groups.add(new Group(group.branches(), group.endToken, parent, shape, guard));
    }
    return groups;
  }

  /** {@code #ifndef X}, {@code #define X} as the first lines and {@code #endif} as the last. */
  private boolean isIncludeGuard(RawGroup group) {
    Directive opening = group.lines.get(0);
    String rest = opening.rest().replace(" ", "");
    String name;
    if (opening.word().equals("ifndef")) {
      name = rest;
    } else if (opening.word().equals("if") && rest.startsWith("!defined")) {
      name = rest.substring("!defined".length()).replace("(", "").replace(")", "");
    } else {
      return false;
    }
    int end = group.endToken;
    if (group.lines.size() != 1 || end >= tokens.count()) {
      return false;
    }
    return nothing(0, opening.token())
        && nothing(end + 1, tokens.count())
        && definesFirst(opening.token() + 1, end, name);
  }

  /** Whether there is nothing but comments, and {@code #pragma once}. */
  private boolean nothing(int from, int to) {
    for (int at = from; at < to; at++) {
      boolean pragma =
          tokens.is(at, Kind.DIRECTIVE) && Directives.word(tokens, at).equals("pragma");
      if (!tokens.is(at, Kind.SPACE) && !tokens.is(at, Kind.COMMENT) && !pragma) {
        return false;
      }
    }
    return true;
  }

  private boolean definesFirst(int from, int to, String name) {
    for (int at = from; at < to; at++) {
      if (tokens.is(at, Kind.DIRECTIVE)) {
        return Directives.nameOf(tokens, at).filter(name::equals).isPresent();
      }
      if (!tokens.isHidden(at)) {
        return false;
      }
    }
    return false;
  }
}

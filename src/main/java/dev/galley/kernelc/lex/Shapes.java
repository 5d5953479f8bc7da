package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.Group.Shape;
import dev.galley.kernelc.lex.RawGroup.End;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a group cuts the program: by the brackets open before and after each branch, by the
 * token before the group, the first and last of each branch, and the one after it.
 */
final class Shapes {

  private final CTokens tokens;
  private final Neighbours near;
  private final StatementEnds ends;
  private final List<External> externals;

  Shapes(CTokens tokens, Neighbours near, List<External> externals) {
    this.tokens = tokens;
    this.near = near;
    this.ends = new StatementEnds(tokens, near);
    this.externals = externals;
  }

  /** A branch with at least one token of C. */
  private record Part(int first, int last, CutState end) {}

  Shape of(RawGroup group) {
    List<Part> parts = new ArrayList<>();
    boolean dead = false;
    for (int i = 0; i < group.ends.size(); i++) {
      Branch branch = group.branch(i);
      End end = group.ends.get(i);
      if (end.state().last == group.before.last) {
        continue;
      }
      if (branch.isDead()) {
        dead = true;
      } else {
        parts.add(new Part(near.next(branch.firstToken()), end.state().last, end.state()));
      }
    }
    if (parts.isEmpty()) {
      return dead ? Shape.WHOLE : Shape.ONLY_DIRECTIVES;
    }
    return shape(group, parts);
  }

  private Shape shape(RawGroup group, List<Part> parts) {
    CutState before = group.before;
    boolean header = inHeader(group);
    for (Part part : parts) {
      Open top = part.end().top;
      if (top != before.top) {
        boolean brace = brace(top) != brace(before.top);
        return brace ? Shape.BRACE : header ? Shape.HEADER : Shape.EXPRESSION;
      }
    }
    if (before.isIdle() && parts.stream().allMatch(part -> part.end().isIdle())) {
      return Shape.WHOLE;
    }
    if (header) {
      return Shape.HEADER;
    }
    int next = near.next(group.endToken + 1);
    if (before.top == null) {
      return between(before, parts);
    }
    return switch (before.top.role) {
      case ARGUMENTS -> arguments(before, parts, next);
      case LIST -> list(before, parts, next);
      case STATEMENTS, MEMBERS -> statements(before, parts, next);
    };
  }

  private static int brace(@Nullable Open open) {
    return open == null || open.brace == null ? -1 : open.brace.token;
  }

  private boolean inHeader(RawGroup group) {
    int token = group.lines.get(0).token();
    int low = 0;
    int high = externals.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (externals.get(middle).endToken() <= token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == externals.size()) {
      return false;
    }
    External external = externals.get(low);
    return external.what() == External.What.FUNCTION
        && token < external.bodyToken()
        && group.endToken > external.firstToken();
  }

  private boolean is(int token, Kind kind) {
    return token >= 0 && token < tokens.count() && tokens.is(token, kind);
  }

  private Shape arguments(CutState before, List<Part> parts, int next) {
    int previous = before.last;
    boolean statements =
        is(previous, Kind.LPAREN)
            || is(previous, Kind.COMMA)
            || is(previous, Kind.SEMI)
            || is(previous, Kind.RBRACE);
    if (statements
        && parts.stream().allMatch(p -> is(p.last(), Kind.SEMI) || is(p.last(), Kind.RBRACE))) {
      return Shape.WHOLE;
    }
    if (parts.size() > 1) {
      return Shape.EXPRESSION;
    }
    Part part = parts.get(0);
    boolean begins = is(previous, Kind.LPAREN) || is(previous, Kind.COMMA);
    if (begins && is(part.last(), Kind.COMMA)) {
      return Shape.LIST;
    }
    boolean leading = !begins && is(part.first(), Kind.COMMA) && !is(part.last(), Kind.COMMA);
    return leading && (is(next, Kind.RPAREN) || is(next, Kind.COMMA))
        ? Shape.LIST
        : Shape.EXPRESSION;
  }

  private Shape list(CutState before, List<Part> parts, int next) {
    int previous = before.last;
    boolean begins = is(previous, Kind.LBRACE) || is(previous, Kind.COMMA);
    boolean ended =
        parts.stream().allMatch(p -> is(p.last(), Kind.COMMA))
            || (parts.size() == 1 && is(next, Kind.RBRACE));
    if (begins && ended) {
      return Shape.LIST;
    }
    boolean leading =
        !begins
            && (is(next, Kind.RBRACE) || is(next, Kind.COMMA))
            && parts.stream().allMatch(p -> is(p.first(), Kind.COMMA) && !is(p.last(), Kind.COMMA));
    if (leading) {
      return Shape.LIST;
    }
    boolean calls =
        (begins || ends.isMacroElement(before))
            && (is(next, Kind.RBRACE) || is(next, Kind.ID))
            && parts.stream()
                .allMatch(p -> is(p.last(), Kind.COMMA) || ends.isMacroElement(p.end()));
    return calls ? Shape.LIST : Shape.EXPRESSION;
  }

  private Shape statements(CutState before, List<Part> parts, int next) {
    boolean elses =
        is(next, Kind.ELSE)
            || parts.stream().anyMatch(p -> is(p.first(), Kind.ELSE) || is(p.last(), Kind.ELSE));
    if (elses) {
      return Shape.ELSE_CHAIN;
    }
    if (ends.isHead(before)) {
      return Shape.AFTER_HEAD;
    }
    if (!ends.ends(before, parts.get(0).first())) {
      return ends.isOperator(before.last) || ends.isOperator(parts.get(0).first())
          ? Shape.EXPRESSION
          : Shape.MID_STATEMENT;
    }
    boolean whole = parts.stream().allMatch(p -> ends.ends(p.end(), next));
    return whole ? Shape.WHOLE : Shape.MID_STATEMENT;
  }

  /** Outside of all brackets, inside a declaration. */
  private Shape between(CutState before, List<Part> parts) {
    boolean operator =
        !before.isIdle() && (is(before.last, Kind.ASSIGN) || ends.isOperator(parts.get(0).first()));
    return operator ? Shape.EXPRESSION : Shape.MID_STATEMENT;
  }
}

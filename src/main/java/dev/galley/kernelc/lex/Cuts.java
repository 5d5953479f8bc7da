package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.CutState.Body;
import dev.galley.kernelc.lex.External.What;
import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;

/** The external declarations found so far. */
final class Cuts {

  private final CTokens tokens;
  final List<External> externals = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();

  // How often brackets did not match outside of dead branches.
  int unbalanced;
  boolean dead;

  Cuts(CTokens tokens) {
    this.tokens = tokens;
  }

  void unbalanced(int token, String message) {
    if (!dead) {
      unbalanced++;
      problems.add(Problem.warning(tokens.span(token), message));
    }
  }

  /** Ends the declaration whose tokens the state holds, and clears the state for the next one. */
  void end(CutState state, int endToken) {
    int[] items = Item.tokens(state.items);
    HeaderShape shape = new HeaderShape(tokens, items);
    int first = items[0];
    while (!externals.isEmpty() && externals.get(externals.size() - 1).firstToken() >= first) {
      // A declaration in another branch, between the header and the end of this one.
      externals.remove(externals.size() - 1);
    }
    What what = what(state, shape);
    int name = name(what, shape);
    add(
        new External(
            what,
            name < 0 ? "" : tokens.spelling(name),
            name,
            first,
            endToken,
            state.bodyToken,
            tokens.span(first, endToken - 1)));
    state.next();
  }

  /**
   * Adds a declaration. Where the one before it went on in another branch behind the first token of
   * this one, the two cannot be told apart and become one.
   */
  private void add(External external) {
    if (!externals.isEmpty()) {
      External before = externals.get(externals.size() - 1);
      if (before.endToken() > external.firstToken()) {
        int end = Math.max(before.endToken(), external.endToken());
        externals.set(
            externals.size() - 1,
            new External(
                before.what(),
                before.name(),
                before.nameToken(),
                before.firstToken(),
                end,
                before.bodyToken(),
                tokens.span(before.firstToken(), end - 1)));
        return;
      }
    }
    externals.add(external);
  }

  private static What what(CutState state, HeaderShape shape) {
    if (state.body != Body.NONE && state.body != Body.INITIALISER) {
      return Cutter.what(state.body);
    }
    if (shape.is(0, Kind.SEMI)
        || shape.is(0, Kind.ASM)
        || shape.is(0, Kind.STATIC_ASSERT)
        || shape.is(0, Kind.RBRACE)
        || (shape.is(2, Kind.LBRACE) && shape.is(1, Kind.STRING))) {
      return What.OTHER;
    }
    if (shape.find(Kind.TYPEDEF, 0) >= 0) {
      return What.TYPEDEF;
    }
    if (!shape.isMacroFirst()) {
      return declares(shape) ? What.DECLARATION : What.UNKNOWN;
    }
    boolean declares =
        shape.is(3, Kind.ID)
            || shape.is(3, Kind.STATIC)
            || shape.is(3, Kind.EXTERN)
            || shape.is(3, Kind.BASIC_TYPE)
            || shape.is(3, Kind.STRUCT)
            || shape.is(3, Kind.UNION)
            || shape.is(3, Kind.ENUM)
            || shape.is(3, Kind.CONST)
            || shape.is(3, Kind.STAR)
            || shape.is(3, Kind.INLINE);
    return declares ? What.DECLARATION : What.MACRO_CALL;
  }

  /** Whether it begins and ends as a declaration may. */
  private static boolean declares(HeaderShape shape) {
    return shape.is(shape.size() - 1, Kind.SEMI)
        && (shape.is(0, Kind.ID)
            || shape.is(0, Kind.BASIC_TYPE)
            || shape.is(0, Kind.STRUCT)
            || shape.is(0, Kind.UNION)
            || shape.is(0, Kind.ENUM)
            || shape.is(0, Kind.STATIC)
            || shape.is(0, Kind.EXTERN)
            || shape.is(0, Kind.CONST)
            || shape.is(0, Kind.VOLATILE)
            || shape.is(0, Kind.INLINE)
            || shape.is(0, Kind.THREAD_LOCAL)
            || shape.is(0, Kind.ATTRIBUTE)
            || shape.is(0, Kind.TYPEOF)
            || shape.is(0, Kind.REGISTER)
            || shape.is(0, Kind.AUTO)
            || shape.is(0, Kind.ATOMIC)
            || shape.is(0, Kind.EXTENSION));
  }

  private static int name(What what, HeaderShape shape) {
    return switch (what) {
      case FUNCTION -> shape.functionName();
      case RECORD, ENUM -> aggregateName(shape);
      case MACRO_CALL -> shape.token(0);
      case TYPEDEF, DECLARATION -> {
        int tag = forwardTag(shape);
        yield tag >= 0 ? tag : shape.declarator(0);
      }
      default -> -1;
    };
  }

  /** The tag, or the first declarator of what has none. */
  private static int aggregateName(HeaderShape shape) {
    int body = shape.find(Kind.LBRACE, 0);
    for (int i = body - 1; i >= 0; i--) {
      if (shape.is(i, Kind.STRUCT) || shape.is(i, Kind.UNION) || shape.is(i, Kind.ENUM)) {
        int tag = shape.tag(i);
        return tag >= 0 ? tag : shape.declarator(body + 2);
      }
    }
    return -1;
  }

  /** The tag of {@code struct x;}, which declares nothing else; -1 of anything else. */
  private static int forwardTag(HeaderShape shape) {
    boolean forward =
        shape.size() == 3
            && shape.is(1, Kind.ID)
            && (shape.is(0, Kind.STRUCT) || shape.is(0, Kind.UNION) || shape.is(0, Kind.ENUM));
    return forward ? shape.token(1) : -1;
  }

  /** A preprocessor line outside of all declarations. */
  void line(What what, int token, String name) {
    add(line(tokens, what, token, name));
  }

  /** A preprocessor line as an external declaration. */
  static External line(CTokens tokens, What what, int token, String name) {
    Span span = tokens.span(token);
    return new External(what, name, token, token, token + 1, -1, span);
  }
}

package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.CutState.Body;
import dev.galley.kernelc.lex.Open.Role;

/** Tells what an opening brace means, by what stands before it. */
final class Braces {

  private final CTokens tokens;
  private final Neighbours near;

  Braces(CTokens tokens, Neighbours near) {
    this.tokens = tokens;
    this.near = near;
  }

  /** What a brace outside of all brackets makes of the declaration before it. */
  Body body(CutState state, HeaderShape shape, int brace) {
    if (state.oldStyle) {
      return Body.FUNCTION;
    }
    if (shape.find(Kind.ASSIGN, 0) >= 0) {
      return Body.INITIALISER;
    }
    int aggregate = shape.aggregate();
    if (aggregate >= 0) {
      return shape.is(aggregate, Kind.ENUM) ? Body.ENUM : Body.RECORD;
    }
    if (shape.isMacroFirst() && shape.size() == 3 && opensData(brace)) {
      return Body.DATA;
    }
    return shape.parameters() >= 0 ? Body.FUNCTION : Body.UNKNOWN;
  }

  /** What the braces of a body hold. */
  static Role role(Body body) {
    return switch (body) {
      case RECORD -> Role.MEMBERS;
      case ENUM, DATA, INITIALISER -> Role.LIST;
      default -> Role.STATEMENTS;
    };
  }

  private boolean opensData(int brace) {
    int next = near.next(brace + 1);
    return next < tokens.count()
        && (tokens.is(next, Kind.DOT)
            || tokens.is(next, Kind.LBRACE)
            || tokens.is(next, Kind.LBRACKET)
            || tokens.is(next, Kind.STRING)
            || tokens.is(next, Kind.NUMBER));
  }

  /** What a brace inside of other brackets holds. */
  Role inside(CutState state, int brace) {
    Role outer = state.top == null ? Role.STATEMENTS : state.top.role;
    int before = state.last;
    return switch (tokens.kind(before)) {
      case ASSIGN, ENUM -> Role.LIST;
      case STRUCT, UNION -> Role.MEMBERS;
      case LPAREN -> opensData(brace) ? Role.LIST : Role.STATEMENTS;
      case COMMA -> outer == Role.LIST || opensData(brace) ? Role.LIST : Role.STATEMENTS;
      case RPAREN -> afterParenthesis(state, outer);
      case ID, BASIC_TYPE -> afterName(before, outer);
      case LBRACE, RBRACE, SEMI -> outer == Role.LIST ? Role.LIST : Role.STATEMENTS;
      case COLON, ELSE, DO -> Role.STATEMENTS;
      default -> outer == Role.LIST || outer == Role.ARGUMENTS ? Role.LIST : Role.STATEMENTS;
    };
  }

  private Role afterParenthesis(CutState state, Role outer) {
    int name = tokens.visibleUpTo(state.closed - 1);
    if (name < 0) {
      return Role.STATEMENTS;
    }
    return switch (tokens.kind(name)) {
      case IF, WHILE, FOR, SWITCH -> Role.STATEMENTS;
      case ATTRIBUTE, STRUCT, UNION -> Role.MEMBERS;
      case ID -> outer == Role.LIST ? Role.LIST : Role.STATEMENTS;
      default -> Role.LIST;
    };
  }

  private Role afterName(int name, Role outer) {
    int at = name;
    for (int words = 0; words < 4 && at >= 0; words++) {
      at = tokens.visibleUpTo(at - 1);
      if (at < 0) {
        break;
      }
      switch (tokens.kind(at)) {
        case STRUCT, UNION -> {
          return Role.MEMBERS;
        }
        case ENUM -> {
          return Role.LIST;
        }
        case ID, COLON -> {}
        default -> words = 4;
      }
    }
    return outer == Role.LIST ? Role.LIST : Role.STATEMENTS;
  }
}

package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.NameMeaning.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a macro makes of its name, by the shape of its body: nothing is parsed. Names in the body
 * are looked up where they decide.
 */
public final class MacroShape {

  private final String name;
  private final List<String> parameters;
  private final boolean called;
  private final NameOracle names;
  private final List<Kind> kinds = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private MacroShape(Directives.Define define, CTokens body, boolean called, NameOracle names) {
    this.name = define.name();
    this.parameters = define.parameters();
    this.called = called && !define.isFunctionLike();
    this.names = names;
    for (int token = 0; token < body.count(); token++) {
      if (!body.isHidden(token)) {
        kinds.add(body.kind(token));
        texts.add(body.is(token, Kind.ID) ? body.spelling(token) : "");
      }
    }
  }

  /**
   * The sorts of a name that a {@code #define} line gives it; none where the line is not meant: it
   * takes arguments and there are none, or it names itself.
   *
   * @param called whether arguments follow the name
   */
  public static Set<Sort> of(CTokens tokens, int line, boolean called, NameOracle names) {
    Optional<Directives.Define> define = Directives.define(tokens, line);
    if (define.isEmpty() || (define.get().isFunctionLike() && !called)) {
      return Set.of();
    }
    CTokens body = Lexer.lexMacroBody(tokens.source(), define.get().body());
    return new MacroShape(define.get(), body, called, names).sorts();
  }

  private Set<Sort> sorts() {
    int count = kinds.size();
    if (count == 0) {
      return Set.of(Sort.EMPTY);
    }
    if (is(0, Kind.ID) && count == 1) {
      return texts.get(0).equals(name) ? Set.of() : named(0, called);
    }
    if (is(0, Kind.ID) && past(1) == count) {
      return named(0, true);
    }
    if (isRun(false)) {
      return Set.of(Sort.ATTRIBUTE);
    }
    if (isRun(true)) {
      return Set.of(Sort.TYPE);
    }
    if (kinds.contains(Kind.STRING)
        && kinds.stream().allMatch(kind -> kind == Kind.STRING || kind == Kind.ID)) {
      return Set.of(Sort.STRING);
    }
    if (isHead(count - 1)) {
      return Set.of(Sort.HEAD);
    }
    return Set.of(isStatements() ? Sort.STATEMENTS : isValue() ? Sort.VALUE : Sort.OTHER_MACRO);
  }

  /** What a word of the body stands for. */
  private Set<Sort> named(int i, boolean withArguments) {
    String word = texts.get(i);
    if (parameters.contains(word)) {
      return Set.of(Sort.OTHER_MACRO);
    }
    Optional<NameMeaning> known = names.meaning(word, withArguments);
    if (known.isPresent()) {
      return known.get().sorts();
    }
    if (withArguments ? KnownNames.isTypeCall(word) : KnownNames.isType(word)) {
      return Set.of(Sort.TYPE);
    }
    if (withArguments ? KnownNames.isAttributeCall(word) : KnownNames.isSureAttribute(word)) {
      return Set.of(Sort.ATTRIBUTE);
    }
    return Set.of(withArguments && KnownNames.isBlock(word) ? Sort.HEAD : Sort.OTHER_MACRO);
  }

  /** Whether it is specifiers throughout, with a type among them or with none. */
  private boolean isRun(boolean ofType) {
    boolean typed = false;
    int i = 0;
    while (i < kinds.size()) {
      switch (kind(i)) {
        case CONST, VOLATILE, RESTRICT, STATIC, EXTERN, INLINE, REGISTER, THREAD_LOCAL, EXTENSION ->
            i++;
        case ATTRIBUTE -> i = past(i + 1);
        case BASIC_TYPE, AUTO -> {
          typed = true;
          i++;
        }
        case TYPEOF -> {
          typed = true;
          i = past(i + 1);
        }
        case STRUCT, UNION, ENUM -> {
          if (!is(i + 1, Kind.ID)) {
            return false;
          }
          typed = true;
          i += 2;
        }
        case STAR -> {
          if (!typed) {
            return false;
          }
          i++;
        }
        case ID -> {
          boolean withArguments = is(i + 1, Kind.LPAREN);
          Set<Sort> sorts = named(i, withArguments);
          if (!sorts.contains(Sort.ATTRIBUTE) && !sorts.contains(Sort.TYPE)) {
            return false;
          }
          typed |= sorts.contains(Sort.TYPE);
          i = withArguments ? past(i + 1) : i + 1;
        }
        default -> {
          return false;
        }
      }
    }
    return typed == ofType;
  }

  /** Whether a statement is due after its last token. */
  private boolean isHead(int last) {
    if (is(last, Kind.ELSE)) {
      return true;
    }
    int open = is(last, Kind.RPAREN) ? opener(last) : -1;
    return switch (kind(open - 1)) {
      case IF, FOR, SWITCH -> true;
      case WHILE -> !kinds.contains(Kind.DO);
      case ID ->
          switch (kind(open - 2)) {
            case RPAREN, ELSE, SEMI, RBRACE -> named(open - 1, true).contains(Sort.HEAD);
            default -> false;
          };
      default -> false;
    };
  }

  private boolean isStatements() {
    return switch (kind(0)) {
      case DO, IF, FOR, WHILE, SWITCH, RETURN, GOTO, BREAK, CONTINUE, ASM -> true;
      case LBRACE -> kinds.contains(Kind.SEMI);
      default -> is(kinds.size() - 1, Kind.SEMI);
    };
  }

  private boolean isValue() {
    if (hasTopLevel(Kind.SEMI) || hasTopLevel(Kind.COMMA) || hasTopLevel(Kind.HASHHASH)) {
      return false;
    }
    boolean ends =
        switch (kind(kinds.size() - 1)) {
          case ID, NUMBER, CHARACTER, STRING, RPAREN, RBRACKET -> true;
          default -> false;
        };
    return ends
        && switch (kind(0)) {
          case NUMBER, CHARACTER, SIZEOF, ALIGNOF, NOT, TILDE -> true;
          case MINUS, PLUS -> kinds.size() == 2;
          case LPAREN -> !isTypeInBrackets();
          case ID -> !parameters.contains(texts.get(0)) && isOperator(past(1));
          default -> false;
        };
  }

  private boolean isTypeInBrackets() {
    return past(0) == kinds.size()
        && switch (kind(1)) {
          case STRUCT, UNION, ENUM, BASIC_TYPE, CONST, VOLATILE, TYPEOF -> true;
          default -> is(kinds.size() - 2, Kind.STAR);
        };
  }

  private boolean isOperator(int i) {
    Kind kind = kind(i);
    return kind == Kind.DOT
        || kind == Kind.ARROW
        || kind == Kind.QUESTION
        || (kind.compareTo(Kind.ASSIGN) >= 0 && kind.compareTo(Kind.OR) <= 0 && kind != Kind.STAR);
  }

  private boolean hasTopLevel(Kind wanted) {
    int i = 0;
    while (i < kinds.size()) {
      if (is(i, wanted)) {
        return true;
      }
      i = Math.max(past(i), i + 1);
    }
    return false;
  }

  private Kind kind(int i) {
    return i >= 0 && i < kinds.size() ? kinds.get(i) : Kind.SPACE;
  }

  private boolean is(int i, Kind kind) {
    return kind(i) == kind;
  }

  /** The entry after the brackets that open at an entry; the same one if none do. */
  private int past(int open) {
    int depth = 0;
    for (int i = open; i < kinds.size(); i++) {
      switch (kinds.get(i)) {
        case LPAREN, LBRACE, LBRACKET -> depth++;
        case RPAREN, RBRACE, RBRACKET -> depth--;
        default -> {
          // No bracket.
        }
      }
      if (depth <= 0) {
        return i == open ? i : i + 1;
      }
    }
    return kinds.size();
  }

  private int opener(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      depth += is(i, Kind.RPAREN) ? 1 : is(i, Kind.LPAREN) ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}

package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.Roles.Role;
import dev.galley.text.Bytes;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The visible tokens of a unit while they are given roles. Entries outside the row read as {@link
 * Kind#SPACE}.
 */
final class Row {

  private static final int TAB = 8;

  private final VisibleTokens visible;
  private final CTokens tokens;
  private final int count;
  private final Kind[] kinds;
  private final @Nullable Rule[] rules;
  private final int[] match;
  private final @Nullable Place[] places;
  private final boolean[] settled;
  private final boolean[] holdsStatements;
  private final boolean[] isOdd;
  private final @Nullable String[] names;
  private final Vocabulary vocabulary;
  private final BitSet doubts = new BitSet();
  private final Set<String> declared = new HashSet<>();

  /** A row whose names nobody was asked for. */
  Row(VisibleTokens visible) {
    this(visible, Map.of());
  }

  /** A row in which some names mean what their definitions make of them. */
  Row(VisibleTokens visible, Map<Vocabulary.Use, NameMeaning> meanings) {
    this.vocabulary = new Vocabulary(this, meanings);
    this.visible = visible;
    this.tokens = visible.tokens();
    this.count = visible.count();
    this.kinds = new Kind[count];
    this.rules = new @Nullable Rule[count];
    this.match = new int[count];
    this.places = new @Nullable Place[count];
    this.settled = new boolean[count];
    this.holdsStatements = new boolean[count];
    this.isOdd = new boolean[count];
    this.names = new @Nullable String[count];
    for (int i = 0; i < count; i++) {
      kinds[i] = visible.kind(i);
    }
    pair();
  }

  /** Finds the partner of each bracket: {@link #count} for one that is never closed, else -1. */
  private void pair() {
    int[] open = new int[count];
    int[] questions = new int[count + 1];
    int depth = 0;
    for (int i = 0; i < count; i++) {
      match[i] = -1;
      switch (kinds[i]) {
        case LPAREN, LBRACKET, LBRACE -> {
          match[i] = count;
          open[depth++] = i;
        }
        case RPAREN, RBRACKET -> {
          if (depth > 0 && closes(kinds[open[depth - 1]], kinds[i])) {
            close(open[--depth], i);
          }
        }
        case RBRACE -> {
          int below = depth;
          while (below > 0 && kinds[open[below - 1]] != Kind.LBRACE) {
            below--;
          }
          if (below > 0) {
            depth = below - 1;
            close(open[depth], i);
            if (depth > 0 && holdsStatements[open[depth]] && isBareBlock(open[depth])) {
              holdsStatements[open[depth - 1]] = true;
            }
          }
        }
        case SEMI, IF, FOR, WHILE, DO, SWITCH, CASE -> {
          if (depth > 0) {
            holdsStatements[open[depth - 1]] = true;
          }
        }
        default -> {
          // Not a bracket.
        }
      }
      if (depth > 0 && kinds[open[depth - 1]] == Kind.LPAREN) {
        isOdd[open[depth - 1]] |= isOdd(i, open[depth - 1], questions, depth);
      }
      questions[depth] =
          opens(kinds[i]) ? 0 : questions[depth] + (kinds[i] == Kind.QUESTION ? 1 : 0);
    }
  }

  private static boolean opens(Kind kind) {
    return kind == Kind.LPAREN || kind == Kind.LBRACKET || kind == Kind.LBRACE;
  }

  /**
   * What stands in no list of arguments that are C: a colon without question, two items side by
   * side.
   */
  private boolean isOdd(int i, int open, int[] questions, int depth) {
    Kind before = kind(i - 1);
    return switch (kinds[i]) {
      case COLON -> questions[depth]-- <= 0 && !is(open - 1, Kind.GENERIC);
      case STRING -> before == Kind.RBRACKET;
      case PERCENT -> before == Kind.STRING || is(i + 1, Kind.LBRACKET);
      case TILDE, NOT ->
          kind(i + 1) == Kind.COMMA
              || (kind(i + 1) == Kind.RPAREN && before != Kind.LPAREN && before != Kind.COMMA);
      case ID ->
          is(i + 1, Kind.LPAREN)
              && touches(i + 1)
              && ((before == Kind.ID && startsLine(i))
                  || (before == Kind.RPAREN && match[i - 1] > 0 && is(match[i - 1] - 1, Kind.ID)));
      case ELSE -> true;
      default -> false;
    };
  }

  private static boolean closes(Kind open, Kind close) {
    return open == Kind.LPAREN
        ? close == Kind.RPAREN
        : open == Kind.LBRACKET && close == Kind.RBRACKET;
  }

  private void close(int open, int close) {
    match[open] = close;
    match[close] = open;
  }

  /** A block as an argument, not that of an expression <code>({ … })</code> or of a struct. */
  private boolean isBareBlock(int brace) {
    Kind before = kind(brace - 1);
    boolean expression =
        before == Kind.LPAREN
            && kind(match[brace] + 1) == Kind.RPAREN
            && !(kind(brace - 2) == Kind.ID || kind(brace - 2) == Kind.RPAREN);
    return !expression && (before == Kind.LPAREN || before == Kind.COMMA || before == Kind.RPAREN);
  }

  int count() {
    return count;
  }

  Kind kind(int i) {
    return i >= 0 && i < count ? kinds[i] : Kind.SPACE;
  }

  boolean is(int i, Kind kind) {
    return kind(i) == kind;
  }

  /** The partner of a bracket; the row's end for an opening one without. */
  int match(int open) {
    return match[open];
  }

  /** The entry after the brackets that open at an entry; the same entry if none open there. */
  int past(int open) {
    return switch (kind(open)) {
      case LPAREN, LBRACE, LBRACKET, SOUP -> match[open] + 1;
      default -> open;
    };
  }

  /** Whether brackets hold semicolons or words of statements, not counting inner brackets. */
  boolean holdsStatements(int open) {
    return holdsStatements[open];
  }

  /** Whether round brackets of a call hold what is not C. */
  boolean isOdd(int open) {
    return isOdd[open];
  }

  /** The text of a word; what pastes it together is left out. */
  String name(int i) {
    if (i < 0 || i >= count) {
      return "";
    }
    String name = names[i];
    if (name == null) {
      name = tokens.text(visible.first(i));
      names[i] = name;
    }
    return name;
  }

  /** What its words are by their names. */
  Vocabulary words() {
    return vocabulary;
  }

  /** Notes a word that was given no role, for its name alone. */
  void doubt(int i) {
    doubts.set(i);
  }

  /** Notes and settles the name of a declarator. */
  void declare(int i) {
    declared.add(name(i));
    settle(i);
  }

  /** Whether some declarator of the row has a name. */
  boolean declares(String name) {
    return declared.contains(name);
  }

  /** Whether the role of an entry, or that it has none, is a guess; names of its own are known. */
  boolean isGuess(int i) {
    Rule rule = rules[i];
    return rule == null
        ? doubts.get(i) && !declares(name(i))
        : rule.certainty() == Roles.Certainty.GUESS;
  }

  @Nullable Rule rule(int i) {
    return rules[i];
  }

  /** The first token of an entry. */
  int token(int i) {
    return visible.first(i);
  }

  /** Gives a role and settles the entry. */
  void give(int i, Kind role, Rule rule) {
    kinds[i] = role;
    rules[i] = rule;
    settled[i] = true;
  }

  /** Nothing more is to be said of an entry. */
  void settle(int i) {
    if (i >= 0 && i < count) {
      settled[i] = true;
    }
  }

  boolean isSettled(int i) {
    return settled[i];
  }

  @Nullable Place place(int open) {
    return open >= 0 && open < count ? places[open] : null;
  }

  void place(int open, Place place) {
    if (open < count) {
      places[open] = place;
    }
  }

  /** Whether an entry is the first of its line. */
  boolean startsLine(int i) {
    if (i <= 0 || i >= count) {
      return true;
    }
    Bytes source = tokens.source();
    int end = tokens.start(visible.first(i));
    for (int at = tokens.end(visible.last(i - 1)); at < end; at++) {
      if (source.at(at) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Whether a preprocessor line stands between an entry and the one before it. */
  boolean followsDirective(int i) {
    if (i <= 0 || i >= count) {
      return false;
    }
    for (int token = visible.last(i - 1) + 1; token < visible.first(i); token++) {
      if (tokens.is(token, Kind.DIRECTIVE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no space stands before an entry. */
  boolean touches(int i) {
    return i > 0 && i < count && tokens.end(visible.last(i - 1)) == tokens.start(visible.first(i));
  }

  /** How far the line of an entry is indented. */
  int indent(int i) {
    Bytes source = tokens.source();
    int start = tokens.start(visible.first(i));
    while (start > 0 && source.at(start - 1) != '\n') {
      start--;
    }
    int column = 0;
    for (int at = start; at < source.length(); at++) {
      if (source.at(at) == '\t') {
        column += TAB - column % TAB;
      } else if (source.at(at) == ' ') {
        column++;
      } else {
        break;
      }
    }
    return column;
  }

  /** What was given, by the first token of each entry. */
  Roles roles() {
    Map<Integer, Role> roles = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Rule rule = rules[i];
      if (rule != null) {
        roles.put(visible.first(i), rule.role(kinds[i]));
      }
    }
    return new Roles(roles);
  }
}

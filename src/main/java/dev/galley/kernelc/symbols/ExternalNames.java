package dev.galley.kernelc.symbols;

import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import java.util.HashSet;
import java.util.Set;

/** The names that one external declaration gives a meaning at file level. */
final class ExternalNames {

  /** Gets each name. */
  interface Sink {
    void name(SymbolKind kind, String name, int token);
  }

  /** Words after a type that a typedef does not name; others with two underscores it may. */
  private static final Set<String> ATTRIBUTES =
      Set.of("__packed", "__bitwise", "__may_alias", "__user", "__iomem", "__nocast", "__private");

  private final CTokens tokens;
  private final External external;
  private final Set<FileNames.Key> seen = new HashSet<>();

  ExternalNames(CTokens tokens, External external) {
    this.tokens = tokens;
    this.external = external;
  }

  void each(Sink sink) {
    Sink once =
        (kind, name, token) -> {
          if (seen.add(new FileNames.Key(kind, name))) {
            sink.name(kind, name, token);
          }
        };
    switch (external.what()) {
      case DEFINE -> once.name(SymbolKind.MACRO, external.name(), external.firstToken());
      case FUNCTION -> {
        once.name(SymbolKind.FUNCTION, external.name(), external.nameToken());
        walk(once, external.bodyToken() < 0 ? external.endToken() : external.bodyToken(), false);
      }
      case RECORD, ENUM, TYPEDEF, DECLARATION -> walk(once, external.endToken(), true);
      case MACRO_CALL -> walk(once, external.endToken(), false);
      case INCLUDE, OTHER, UNKNOWN -> {
        // No names.
      }
    }
  }

  /**
   * Goes through the tokens once.
   *
   * @param declares whether what stands outside of braces declares names
   */
  private void walk(Sink sink, int end, boolean declares) {
    new Walk(sink, declares).run(end);
  }

  /** One way through the tokens. */
  private final class Walk {

    private final Sink sink;
    private final boolean declares;
    private boolean isTypedef;
    private boolean inInitialiser;
    private int braces;
    private int parens;
    private int enumBraces = -1;
    private boolean isPointer;
    private int tag = -1;
    private Kind tagKind = Kind.SPACE;
    private int name = -1;
    private Kind before = Kind.SEMI;

    Walk(Sink sink, boolean declares) {
      this.sink = sink;
      this.declares = declares;
    }

    void run(int end) {
      for (int at = tokens.visibleFrom(external.firstToken());
          at < end;
          at = tokens.visibleFrom(at + 1)) {
        Kind kind = tokens.kind(at);
        take(at, kind);
        before = kind;
      }
      if (braces == 0 && parens == 0 && name >= 0 && !inInitialiser) {
        declare();
      }
    }

    private void take(int at, Kind kind) {
      switch (kind) {
        case TYPEDEF -> isTypedef |= braces == 0;
        case STRUCT, UNION, ENUM -> {
          tagKind = kind;
          tag = -1;
        }
        case ID -> word(at);
        case LBRACE -> openBrace();
        case RBRACE -> {
          braces--;
          enumBraces = braces < enumBraces ? -1 : enumBraces;
        }
        case LPAREN -> openParen(at);
        case RPAREN -> closeParen();
        case ASSIGN, COMMA, SEMI, LBRACKET -> endDeclarator(kind);
        case STAR -> tagKind = Kind.SPACE;
        default -> {
          // Qualifiers, basic types, literals and operators name nothing.
        }
      }
    }

    private void word(int at) {
      if (tagKind != Kind.SPACE) {
        // The last word before the brace that no attribute is; macros may stand before it.
        tag = tag < 0 || !isReserved(at) ? at : tag;
      }
      if (braces == enumBraces && (before == Kind.LBRACE || before == Kind.COMMA)) {
        sink.name(SymbolKind.ENUMERATOR, tokens.spelling(at), at);
      }
      if (braces == 0 && !inInitialiser) {
        boolean isAttribute =
            name >= 0
                && before == Kind.ID
                && isReserved(at)
                && (!isTypedef || ATTRIBUTES.contains(tokens.spelling(at)));
        if ((parens == 0 && !isAttribute) || (isPointer && name < 0)) {
          name = at;
        }
      }
    }

    private void openBrace() {
      if (tag >= 0 && tagKind != Kind.SPACE) {
        sink.name(
            tagKind == Kind.ENUM ? SymbolKind.ENUM : SymbolKind.RECORD, tokens.spelling(tag), tag);
      }
      braces++;
      if (tagKind == Kind.ENUM) {
        enumBraces = braces;
      }
      tagKind = Kind.SPACE;
      tag = -1;
      name = braces == 1 && !inInitialiser ? -1 : name;
    }

    private void openParen(int at) {
      parens++;
      if (braces == 0 && parens == 1 && !inInitialiser) {
        if (isPointerNext(at)) {
          isPointer = true;
          name = -1;
        } else if (name >= 0 && before == Kind.ID && name == tokens.visibleUpTo(at - 1)) {
          if (declares) {
            SymbolKind kind = isTypedef ? SymbolKind.TYPEDEF : SymbolKind.FUNCTION;
            sink.name(kind, tokens.spelling(name), name);
          }
          name = -1;
          // What follows the parameters is attributes.
          inInitialiser = true;
        }
      }
      tagKind = before == Kind.ATTRIBUTE || before == Kind.LPAREN ? tagKind : Kind.SPACE;
    }

    private void closeParen() {
      parens--;
      if (braces == 0 && parens == 0 && isPointer && name >= 0) {
        declare();
        name = -1;
        isPointer = false;
        inInitialiser = true;
      }
    }

    private void endDeclarator(Kind kind) {
      if (braces == 0 && parens == 0) {
        if (name >= 0 && !inInitialiser) {
          declare();
        }
        name = -1;
        inInitialiser =
            kind == Kind.ASSIGN || kind == Kind.LBRACKET || (kind != Kind.COMMA && inInitialiser);
      }
      tagKind = Kind.SPACE;
    }

    private void declare() {
      if (declares) {
        SymbolKind kind = isTypedef ? SymbolKind.TYPEDEF : SymbolKind.VARIABLE;
        sink.name(kind, tokens.spelling(name), name);
      }
    }
  }

  /** Whether a parenthesis opens {@code (*name)} or {@code (__attribute *name)}. */
  private boolean isPointerNext(int paren) {
    int next = tokens.visibleFrom(paren + 1);
    if (next < tokens.count() && tokens.is(next, Kind.ID) && isReserved(next)) {
      next = tokens.visibleFrom(next + 1);
    }
    return next < tokens.count() && tokens.is(next, Kind.STAR);
  }

  private boolean isReserved(int token) {
    return tokens.end(token) - tokens.start(token) > 2
        && tokens.source().startsWith("__", tokens.start(token));
  }
}

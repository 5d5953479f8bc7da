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
    boolean isTypedef = false;
    boolean inInitialiser = false;
    int braces = 0;
    int parens = 0;
    int enumBraces = -1;
    boolean isPointer = false;
    int tag = -1;
    Kind tagKind = Kind.SPACE;
    int name = -1;
    Kind before = Kind.SEMI;
    for (int at = tokens.visibleFrom(external.firstToken());
        at < end;
        at = tokens.visibleFrom(at + 1)) {
      Kind kind = tokens.kind(at);
      switch (kind) {
        case TYPEDEF -> isTypedef |= braces == 0;
        case STRUCT, UNION, ENUM -> {
          tagKind = kind;
          tag = -1;
        }
        case ID -> {
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
            if (parens == 0 && !isAttribute) {
              name = at;
            } else if (isPointer && name < 0) {
              name = at;
            }
          }
        }
        case LBRACE -> {
          if (tag >= 0) {
            sink.name(
                tagKind == Kind.ENUM ? SymbolKind.ENUM : SymbolKind.RECORD,
                tokens.spelling(tag),
                tag);
          }
          braces++;
          if (tagKind == Kind.ENUM) {
            enumBraces = braces;
          }
          tagKind = Kind.SPACE;
          tag = -1;
          name = braces == 1 && !inInitialiser ? -1 : name;
        }
        case RBRACE -> {
          braces--;
          if (braces < enumBraces) {
            enumBraces = -1;
          }
        }
        case LPAREN -> {
          parens++;
          if (braces == 0 && parens == 1 && !inInitialiser) {
            boolean opensPointer = isPointerNext(at);
            if (opensPointer) {
              isPointer = true;
              name = -1;
            } else if (name >= 0 && before == Kind.ID && name == previous(at)) {
              if (declares) {
                sink.name(
                    isTypedef ? SymbolKind.TYPEDEF : SymbolKind.FUNCTION,
                    tokens.spelling(name),
                    name);
              }
              name = -1;
              // What follows the parameters is attributes.
              inInitialiser = true;
            }
          }
          tagKind = isAttribute(before) ? tagKind : Kind.SPACE;
        }
        case RPAREN -> {
          parens--;
          if (braces == 0 && parens == 0 && isPointer && name >= 0) {
            declare(sink, declares, isTypedef, name);
            name = -1;
            isPointer = false;
            inInitialiser = true;
          }
        }
        case ASSIGN, COMMA, SEMI, LBRACKET -> {
          if (braces == 0 && parens == 0) {
            if (name >= 0 && !inInitialiser) {
              declare(sink, declares, isTypedef, name);
            }
            name = -1;
            inInitialiser =
                kind == Kind.ASSIGN
                    || kind == Kind.LBRACKET
                    || (kind != Kind.COMMA && inInitialiser);
          }
          tagKind = Kind.SPACE;
        }
        case STAR -> tagKind = Kind.SPACE;
        default -> {
          // Qualifiers, basic types, literals and operators name nothing.
        }
      }
      before = kind;
    }
    if (braces == 0 && parens == 0 && name >= 0 && !inInitialiser) {
      declare(sink, declares, isTypedef, name);
    }
  }

  private void declare(Sink sink, boolean declares, boolean isTypedef, int name) {
    if (declares) {
      sink.name(isTypedef ? SymbolKind.TYPEDEF : SymbolKind.VARIABLE, tokens.spelling(name), name);
    }
  }

  private int previous(int token) {
    return tokens.visibleUpTo(token - 1);
  }

  /** Whether a parenthesis opens {@code (*name)} or {@code (__attribute *name)}. */
  private boolean isPointerNext(int paren) {
    int next = tokens.visibleFrom(paren + 1);
    if (next < tokens.count() && tokens.is(next, Kind.ID) && isReserved(next)) {
      next = tokens.visibleFrom(next + 1);
    }
    return next < tokens.count() && tokens.is(next, Kind.STAR);
  }

  private static boolean isAttribute(Kind before) {
    return before == Kind.ATTRIBUTE || before == Kind.LPAREN;
  }

  private boolean isReserved(int token) {
    return tokens.end(token) - tokens.start(token) > 2
        && tokens.source().startsWith("__", tokens.start(token));
  }
}

package dev.galley.check.kernel;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Outline;
import java.util.ArrayList;
import java.util.List;

/** Functions that a file declares and defines, by the shape of its external declarations. */
final class Prototypes {

  private Prototypes() {}

  /**
   * Declarations of one function each, without body; typedefs and pointers to functions are none.
   */
  static List<External> declared(CFile file) {
    List<External> found = new ArrayList<>();
    for (External external : file.outline().externals()) {
      if (isPrototype(file, external)) {
        found.add(external);
      }
    }
    return found;
  }

  /** Definitions, with a body or as a macro, of a name. */
  static List<External> named(CFile file, String name) {
    return file.outline().externals().stream()
        .filter(
            external ->
                external.what() == External.What.FUNCTION
                    || external.what() == External.What.DEFINE)
        .filter(external -> external.name().equals(name))
        .toList();
  }

  /** Whether a definition stands in for the function itself: static inline. */
  static boolean isInline(CFile file, External external) {
    return external.what() == External.What.FUNCTION && has(file, external, Kind.INLINE);
  }

  /** Whether a declaration's name is followed by parameters. */
  static boolean hasParameters(Outline outline, External external) {
    CTokens tokens = outline.tokens();
    if (external.what() != External.What.DECLARATION || external.nameToken() < 0) {
      return false;
    }
    int next = tokens.visibleFrom(external.nameToken() + 1);
    return next < external.endToken() && tokens.is(next, Kind.LPAREN);
  }

  private static boolean isPrototype(CFile file, External external) {
    CTokens tokens = file.outline().tokens();
    if (!hasParameters(file.outline(), external) || has(file, external, Kind.STATIC)) {
      return false;
    }
    for (int token = external.firstToken(); token < external.endToken(); token++) {
      if (tokens.is(token, Kind.ASSIGN) || tokens.is(token, Kind.TYPEDEF)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word stands before the name. */
  private static boolean has(CFile file, External external, Kind kind) {
    CTokens tokens = file.outline().tokens();
    for (int token = external.firstToken(); token < external.nameToken(); token++) {
      if (tokens.is(token, kind)) {
        return true;
      }
    }
    return false;
  }
}

package dev.galley.check.kernel;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.text.LineIndex;
import java.util.ArrayList;
import java.util.List;

/** The arrays at file level whose length a constant decides. */
final class SizedArrays {

  private static final int MOST = 8;

  private SizedArrays() {}

  /** Their names with file and line, for people. */
  static String in(TreeSymbols symbols, String constant) {
    List<String> found = new ArrayList<>();
    for (String path : symbols.mentions(constant)) {
      if (ShownText.isC(path)) {
        symbols.file(path).ifPresent(file -> arrays(file, constant, found));
      }
    }
    if (found.isEmpty()) {
      return "none at file level";
    }
    return String.join(", ", found.subList(0, Math.min(MOST, found.size())))
        + (found.size() > MOST ? " and " + (found.size() - MOST) + " more" : "");
  }

  private static void arrays(CFile file, String constant, List<String> found) {
    CTokens tokens = file.outline().tokens();
    LineIndex lines = LineIndex.of(file.bytes());
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.DECLARATION && isLength(tokens, external, constant)) {
        found.add(
            file.path() + ":" + lines.lineAt(external.span().start()) + " " + external.name());
      }
    }
  }

  private static boolean isLength(CTokens tokens, External external, String constant) {
    int depth = 0;
    for (int token = external.firstToken(); token < external.endToken(); token++) {
      if (tokens.is(token, Kind.ASSIGN) || tokens.is(token, Kind.LBRACE)) {
        return false;
      }
      depth += tokens.is(token, Kind.LBRACKET) ? 1 : tokens.is(token, Kind.RBRACKET) ? -1 : 0;
      if (depth > 0 && tokens.is(token, Kind.ID) && tokens.isText(token, constant)) {
        return true;
      }
    }
    return false;
  }
}

package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Fragment;
import dev.galley.kernelc.lex.External;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * A macro that one side of a hunk defines.
 *
 * @param file the lines of that side
 * @param define its line
 * @param isWhole whether its last line is there
 */
record HunkMacros(CFile file, External define, boolean isWhole) {

  static List<HunkLine> lines(Hunk hunk, Fragment.Side side) {
    return hunk.lines().stream()
        .filter(line -> side == Fragment.Side.AFTER ? line.kind().isInNew() : line.kind().isInOld())
        .toList();
  }

  static List<HunkMacros> of(Hunk hunk, Fragment.Side side, String path) {
    List<Bytes> texts = new ArrayList<>();
    Bytes lineFeed = Bytes.utf8("\n");
    for (HunkLine line : lines(hunk, side)) {
      texts.add(line.text());
      texts.add(lineFeed);
    }
    Bytes text = Bytes.concat(texts);
    List<HunkMacros> macros = new ArrayList<>();
    if (text.indexOf("define", 0) < 0) {
      return macros;
    }
    CFile file = CFile.of(path, text);
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.DEFINE) {
        macros.add(of(file, external));
      }
      file.outline().definesInside(external).forEach(inner -> macros.add(of(file, inner)));
    }
    return macros;
  }

  private static HunkMacros of(CFile file, External define) {
    boolean isCut = file.bytes().slice(define.span()).latin1().stripTrailing().endsWith("\\");
    return new HunkMacros(file, define, !isCut);
  }
}

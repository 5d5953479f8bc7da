package dev.galley.bench;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Printer;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.TreeText;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;

/**
 * The C reader as Jazzer drives it: any octets, everything that can be asked of them. Whatever is
 * thrown is a find. {@code bench/fuzz-c.sh} runs it.
 */
public final class CReaderFuzz {

  private static final int PRINTED = 2_000;

  private CReaderFuzz() {}

  /** Reads octets as a file of C; Jazzer calls it by its name. */
  public static void fuzzerTestOneInput(byte[] octets) {
    read(Bytes.wrap(octets));
  }

  /** Cuts, parses, walks and prints a file. */
  static void read(Bytes source) {
    CFile file = CFile.of("fuzz.c", source);
    tokens(file.outline().tokens(), source.length());
    int last = 0;
    for (External external : file.outline().externals()) {
      Span span = external.span();
      require(last <= span.start() && span.end() <= source.length(), external);
      last = span.end();
      List<Reading> readings = file.readings(external);
      for (Reading reading : readings) {
        if (reading instanceof Reading.Tree tree) {
          tree(tree.unit(), span, file);
        } else if (reading instanceof Reading.Unknown unknown) {
          require(unknown.at().end() <= source.length(), unknown);
          require(!unknown.reason().startsWith("the reader failed"), unknown);
        }
      }
    }
  }

  private static void tokens(CTokens tokens, int length) {
    int at = 0;
    for (int token = 0; token < tokens.count(); token++) {
      require(tokens.start(token) == at && tokens.end(token) > at, "token " + token);
      at = tokens.end(token);
    }
    require(at == length, "tokens end at " + at);
  }

  private static void tree(CNode root, Span external, CFile file) {
    root.walk(
        node -> {
          Span span = node.span();
          require(external.start() <= span.start() && span.end() <= external.end(), node);
          int at = span.start();
          for (CNode child : node.children()) {
            require(span.start() <= child.span().start(), child);
            require(child.span().end() <= span.end(), child);
            at = Math.max(at, child.span().end());
          }
          require(at <= span.end(), node);
        });
    // For people and tests: it recurses, and may where trees are small.
    if (root.span().length() < PRINTED) {
      TreeText.of(root);
    }
    require(Printer.print(root, file).length() == root.span().length(), "print is not the input");
  }

  private static void require(boolean holds, Object what) {
    if (!holds) {
      throw new IllegalStateException(String.valueOf(what));
    }
  }
}

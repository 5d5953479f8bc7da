package dev.galley.kernelc;

import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Prints nodes as they are written: trees are lossless, so every node is a piece of its file. */
public final class Printer {

  private Printer() {}

  /** The octets of a node, comments and conditional lines inside it included. */
  public static Bytes print(CNode node, CFile file) {
    return file.bytes().slice(node.span());
  }

  /** The texts of a node's tokens without comments, white space and preprocessor lines. */
  public static List<String> tokens(CNode node, CFile file) {
    CTokens tokens = file.outline().tokens();
    List<String> texts = new ArrayList<>();
    if (node.span().isEmpty()) {
      return texts;
    }
    for (int i = tokens.at(node.span().start());
        i < tokens.count() && tokens.start(i) < node.span().end();
        i++) {
      if (tokens.kind(i).compareTo(Kind.DIRECTIVE) > 0) {
        texts.add(tokens.spelling(i));
      }
    }
    return texts;
  }

  /** The tokens on one line with single spaces between them: for messages. */
  public static String line(CNode node, CFile file) {
    return String.join(" ", tokens(node, file));
  }
}

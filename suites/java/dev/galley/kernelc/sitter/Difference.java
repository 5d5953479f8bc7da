package dev.galley.kernelc.sitter;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.text.Bytes;

/**
 * A fact that one of the two parsers has and the other has not.
 *
 * @param isOurs whether it is in our tree
 */
public record Difference(CFile file, External function, Fact fact, boolean isOurs) {

  /** {@code path:line}. */
  public String place() {
    return file.path() + ":" + (file.bytes().slice(0, fact.start()).lineFeeds() + 1);
  }

  /** The octets of the fact, on one line. */
  String excerpt() {
    return text(fact.start(), fact.end());
  }

  /** The line of the fact's first octet. */
  String line() {
    Bytes bytes = file.bytes();
    int start = fact.start();
    while (start > 0 && bytes.at(start - 1) != '\n') {
      start--;
    }
    return text(start, bytes.nextLine(fact.start()));
  }

  private String text(int start, int end) {
    return file.bytes().slice(start, end).latin1().replaceAll("\\s+", " ").strip();
  }

  /** For people: whose, what, where, in which line. */
  @Override
  public String toString() {
    return (isOurs ? "ours " : "sitter ")
        + fact.kind()
        + " "
        + place()
        + " "
        + function.name()
        + " ["
        + excerpt()
        + "] "
        + fact.text()
        + " | "
        + line();
  }
}

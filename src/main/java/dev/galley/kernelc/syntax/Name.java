package dev.galley.kernelc.syntax;

import dev.galley.text.Span;

/**
 * A word of the program with its place.
 *
 * @param text as written
 * @param span its octets
 */
public record Name(String text, Span span) {

  @Override
  public String toString() {
    return text;
  }
}

package dev.galley.kernelc.lex;

/**
 * One alternative of an {@code #if … #endif} group.
 *
 * @param opening the line that opens it
 * @param firstToken the token after that line
 * @param endToken the token of the line that ends it, exclusive end
 */
public record Branch(Directive opening, int firstToken, int endToken) {

  /** Whether it is {@code #if 0}: never compiled, and not always C. */
  public boolean isDead() {
    return opening.word().equals("if") && opening.rest().equals("0");
  }

  /** The line as it is written, for people: {@code #ifdef CONFIG_PCI_IOV}. */
  public String text() {
    return ("#" + opening.word() + " " + opening.rest()).trim();
  }
}

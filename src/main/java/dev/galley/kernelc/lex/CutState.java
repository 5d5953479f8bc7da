package dev.galley.kernelc.lex;

import org.jspecify.annotations.Nullable;

/** Where the cutter is: everything that a branch begins with and that an {@code #else} restores. */
final class CutState implements Cloneable {

  /** What the braces that are open at file level, or were closed last, make of a declaration. */
  enum Body {
    NONE,
    FUNCTION,
    RECORD,
    ENUM,
    DATA,
    INITIALISER,
    UNKNOWN
  }

  @Nullable Open top;
  @Nullable Item items;
  // The last token that is not hidden, and the bracket that the last closing one closed.
  int last = -1;
  int closed = -1;
  // The brace of the body, and what it makes of the declaration; the first one that is no
  // initialiser counts.
  int bodyToken = -1;
  Body body = Body.NONE;
  boolean oldStyle;
  // Braces of extern "C".
  int linkage;

  boolean atFileLevel() {
    return top == null;
  }

  /** Between two external declarations. */
  boolean isIdle() {
    return top == null && items == null;
  }

  void add(int token) {
    items = new Item(token, items);
  }

  /** Forgets the declaration that has ended. */
  void next() {
    top = null;
    items = null;
    bodyToken = -1;
    body = Body.NONE;
    oldStyle = false;
  }

  @Override
  public CutState clone() {
    try {
      return (CutState) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new AssertionError(e);
    }
  }
}

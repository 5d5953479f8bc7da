package dev.galley.search;

import dev.galley.kernelc.types.CType;

/** A name of a pattern that stands for a part of the program. */
sealed interface MetaVariable {

  /** {@code expression e;}: any expression. */
  record Any() implements MetaVariable {}

  /** {@code identifier i;}: any single name. */
  record AnyName() implements MetaVariable {}

  /** {@code constant c;}: any number, character or name in capitals. */
  record AnyConstant() implements MetaVariable {}

  /** {@code statement S;}: any one statement. */
  record AnyStatement() implements MetaVariable {}

  /**
   * {@code struct pci_dev *d;}: any expression of that type.
   *
   * @param written the type in words, for a type that nothing is known of but its name
   */
  record OfType(CType type, String written) implements MetaVariable {
    OfType(CType type) {
      this(type, type.toString());
    }
  }
}

package dev.galley.search;

import dev.galley.kernelc.types.CType;

/** A name of the pattern that stands for a part of the program. */
sealed interface MetaVariable {

  /** {@code expression e;}: any expression. */
  record Any() implements MetaVariable {}

  /** {@code identifier i;}: any single name. */
  record AnyName() implements MetaVariable {}

  /** {@code constant c;}: any number, character or name in capitals. */
  record AnyConstant() implements MetaVariable {}

  /** {@code struct pci_dev *d;}: any expression of that type. */
  record OfType(CType type) implements MetaVariable {}
}

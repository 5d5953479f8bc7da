package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.Unit;

/** Where the types of a tree come from. */
interface TypeSources {

  /** The types of one reading of an external declaration, or of a macro's body. */
  TypeSource of(CFile file, External external, Unit unit);
}

package dev.galley.search;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.CType;
import dev.galley.kernelc.types.Typed;

/** The types of one external declaration or macro body. */
interface TypeSource {

  Typed typeOf(Expr expr);

  /** The type that a declarator gives its name. */
  CType declared(Decl.Declaration declaration, Decl.Declared declared);

  /** Whether a name means something declared inside the function. */
  boolean isLocal(Expr.Ident ident);

  /** The type of the object whose member a designator names. */
  CType initialised(Expr.Designated designated, Usage usage);
}

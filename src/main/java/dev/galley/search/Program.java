package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.Typed;

/** A part of a program, with the types of its expressions, that a {@link Shape} is laid over. */
public interface Program {

  /** The type of an expression; unknown with a reason where it cannot be said. */
  Typed typeOf(Expr expression);

  /** Whether a name means something declared inside the function, or a macro's parameter. */
  boolean isLocal(Expr.Ident ident);

  /** A node as written. */
  String text(CNode node);
}

package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.Typed;

/** One tree of a file. */
record InFile(TypeSource source, CFile file) implements Program {

  @Override
  public Typed typeOf(Expr expression) {
    return source.typeOf(expression);
  }

  @Override
  public boolean isLocal(Expr.Ident ident) {
    return source.isLocal(ident);
  }

  @Override
  public String text(CNode node) {
    return file.bytes().slice(node.span()).utf8();
  }
}

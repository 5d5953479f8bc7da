package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.Typed;
import dev.galley.search.Program;

/** A side of changed code, for the search to lay shapes over. */
record SideProgram(CodeSide side) implements Program {

  @Override
  public Typed typeOf(Expr expression) {
    return side.typeOf(expression);
  }

  @Override
  public boolean isLocal(Expr.Ident ident) {
    return side.isLocal(ident);
  }

  @Override
  public String text(CNode node) {
    return side.text(node);
  }
}

package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import java.util.ArrayList;
import java.util.List;

/** The declarations that a macro's body is made of. */
final class BodyDecls {

  private BodyDecls() {}

  static List<Decl> of(Unit unit) {
    if (unit instanceof Unit.Declarations declarations) {
      return declarations.items();
    }
    List<Decl> decls = new ArrayList<>();
    if (unit instanceof Unit.Statements statements) {
      for (Stmt statement : statements.items()) {
        if (statement instanceof Stmt.Declare declare) {
          decls.add(declare.declaration());
        }
      }
    }
    return decls;
  }
}

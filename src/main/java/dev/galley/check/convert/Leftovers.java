package dev.galley.check.convert;

import dev.galley.convert.CodeSide;
import dev.galley.convert.Edit;
import dev.galley.convert.Explanation;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which left-over edits a reviewer would call another change. */
final class Leftovers {

  private Leftovers() {}

  /**
   * Whether an edit counts: it is inside a function that is there before and after, it is no
   * declaration, and nobody noted why it may belong to a conversion.
   */
  static boolean count(Explanation.Leftover other) {
    Edit edit = other.edit();
    Optional<CodeSide> before = edit.change().before();
    Optional<CodeSide> after = edit.change().after();
    if (before.isEmpty() || after.isEmpty() || other.note().isPresent()) {
      return false;
    }
    boolean inFunction =
        !edit.change().name().isEmpty()
            && edit.change().isWhole()
            && before.get().roots().stream().anyMatch(Decl.FunctionDefinition.class::isInstance);
    return (inFunction || !edit.change().isWhole())
        && !allDeclarations(edit.before(), edit.after())
        && !isAboutVariables(edit, before.get(), after.get());
  }

  private static boolean allDeclarations(List<CNode> before, List<CNode> after) {
    return before.stream().allMatch(Leftovers::declares)
        && after.stream().allMatch(Leftovers::declares);
  }

  private static boolean declares(CNode node) {
    return node instanceof Stmt.Declare || node instanceof Decl || node instanceof TypeSyntax;
  }

  /** An assignment to a variable that only one side knows: it went or came with its declaration. */
  private static boolean isAboutVariables(Edit edit, CodeSide before, CodeSide after) {
    Set<String> old = declared(before);
    Set<String> now = declared(after);
    return edit.before().stream().allMatch(node -> assignsOnly(node, old, now))
        && edit.after().stream().allMatch(node -> assignsOnly(node, now, old));
  }

  private static boolean assignsOnly(CNode node, Set<String> here, Set<String> there) {
    return declares(node)
        || (node instanceof Stmt.Evaluate evaluate
            && evaluate.expression() instanceof Expr.Assign assign
            && assign.target() instanceof Expr.Ident ident
            && here.contains(ident.name())
            && !there.contains(ident.name()));
  }

  private static Set<String> declared(CodeSide side) {
    Set<String> names = new HashSet<>();
    for (CNode root : side.roots()) {
      root.walk(
          node -> {
            if (node instanceof TypeSyntax.Declarator declarator) {
              declarator.name().ifPresent(name -> names.add(name.text()));
            }
          });
    }
    return names;
  }
}

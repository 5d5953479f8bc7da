package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The local variables of a body: those that are only another name for a value are put in for the
 * name, the others stand for any name.
 */
final class LocalValues {

  private final List<Stmt> items;
  private final List<Stmt> rest = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private CodeText text;

  private LocalValues(List<Stmt> items, CodeText text) {
    this.items = items;
    this.text = text;
  }

  /**
   * A body without its declarations.
   *
   * @param rest its statements; a declaration whose value cannot be put in is an assignment
   * @param open local names that {@code rest} still has
   * @param text prints with the other locals' values put in
   */
  record Result(List<Stmt> rest, Set<String> open, CodeText text) {}

  /** Empty where a declaration is of a kind that no rule can have. */
  static Optional<Result> of(List<Stmt> items, CodeText text) {
    LocalValues locals = new LocalValues(items, text);
    return locals.read()
        ? Optional.of(new Result(locals.rest, locals.names, locals.text))
        : Optional.empty();
  }

  private boolean read() {
    for (Stmt item : items) {
      if (item instanceof Stmt.Declare declare) {
        if (!(declare.declaration() instanceof Decl.Declaration declaration)
            || declaration.specifiers().storage().contains("static")) {
          return false;
        }
        for (Decl.Declared declared : declaration.declared()) {
          if (!declared(declared)) {
            return false;
          }
        }
      } else if (!(isAssertion(item) || assignedOnce(item))) {
        rest.add(item);
      }
    }
    return true;
  }

  private boolean declared(Decl.Declared declared) {
    Optional<Name> name = declared.declarator().name();
    if (name.isEmpty()) {
      return false;
    }
    String word = name.get().text();
    if (declared.initializer().isEmpty()) {
      names.add(word);
      return true;
    }
    Expr value = declared.initializer().get();
    if (value instanceof Expr.InitList) {
      return false;
    }
    if (writes(word) == 0 && canStandFor(word, value)) {
      text = text.with(word, value);
    } else {
      names.add(word);
      Expr.Ident target = new Expr.Ident(name.get().span(), word);
      rest.add(
          new Stmt.Evaluate(declared.span(), new Expr.Assign(declared.span(), "=", target, value)));
    }
    return true;
  }

  /** {@code x = value;} of a local that gets no other value. */
  private boolean assignedOnce(Stmt item) {
    if (item instanceof Stmt.Evaluate evaluate
        && evaluate.expression() instanceof Expr.Assign assign
        && assign.op().equals("=")
        && CodeText.bare(assign.target()) instanceof Expr.Ident target
        && names.contains(target.name())
        && rest.isEmpty()
        && writes(target.name()) == 1
        && canStandFor(target.name(), assign.value())) {
      text = text.with(target.name(), assign.value());
      names.remove(target.name());
      return true;
    }
    return false;
  }

  /** A value that calls or writes may be put in once only. */
  private boolean canStandFor(String word, Expr value) {
    return isPure(value) ? text.of(value).length() < 80 : uses(word) == 1;
  }

  private int uses(String word) {
    int[] uses = {0};
    items.forEach(
        item ->
            item.walk(
                node -> {
                  if (node instanceof Expr.Ident ident && ident.name().equals(word)) {
                    uses[0]++;
                  }
                }));
    return uses[0] - writes(word);
  }

  private int writes(String word) {
    int[] writes = {0};
    items.forEach(
        item ->
            item.walk(
                node -> {
                  if (target(node).filter(word::equals).isPresent()) {
                    writes[0]++;
                  }
                }));
    return writes[0];
  }

  /** The variable that a node writes, or lets others write. */
  private static Optional<String> target(CNode node) {
    Expr target =
        node instanceof Expr.Assign assign
            ? assign.target()
            : node instanceof Expr.Unary unary
                    && (unary.op().writes() || unary.op() == Expr.UnaryOp.ADDRESS)
                ? unary.operand()
                : new Expr.Nothing(node.span());
    return CodeText.bare(target) instanceof Expr.Ident ident
        ? Optional.of(ident.name())
        : Optional.empty();
  }

  static boolean isPure(Expr expr) {
    boolean[] pure = {true};
    expr.walk(
        node ->
            pure[0] &=
                !(node instanceof Expr.Call
                    || node instanceof Expr.Assign
                    || node instanceof Expr.StatementExpr
                    || (node instanceof Expr.Unary unary && unary.op().writes())));
    return pure[0];
  }

  /** What only checks how the helper is called. */
  private static boolean isAssertion(Stmt item) {
    return item instanceof Stmt.Evaluate evaluate
        && evaluate.expression() instanceof Expr.Call call
        && call.name()
            .filter(
                name ->
                    name.startsWith("lockdep_assert")
                        || name.equals("might_sleep")
                        || name.startsWith("BUILD_BUG_ON"))
            .isPresent();
  }
}

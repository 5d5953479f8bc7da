package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.Locale;
import java.util.Optional;

/**
 * A place that writes a flag of an object.
 *
 * @param path its file
 * @param line counted from 1
 * @param function the function around it
 * @param member the flag
 * @param object whose flag it is, as written
 * @param value what it becomes
 * @param tree the function's tree
 * @param statement the statement of a block that it belongs to
 */
record FlagWrite(
    String path,
    int line,
    String function,
    String member,
    String object,
    Value value,
    SiteTree tree,
    Stmt statement) {

  /** What a flag becomes. */
  enum Value {
    SET,
    CLEAR,
    /** It depends. */
    ANY
  }

  /** Reads what stands at a site; empty where it is no plain assignment. */
  static Optional<FlagWrite> of(String path, int line, String function, SiteTree tree, Expr site) {
    if (!(site instanceof Expr.Member member)) {
      return Optional.empty();
    }
    Optional<Expr.Assign> assign =
        tree.parent(site)
            .filter(Expr.Assign.class::isInstance)
            .map(Expr.Assign.class::cast)
            .filter(one -> one.target() == site);
    Optional<Stmt> statement = new Following(tree).statementOf(site);
    if (assign.isEmpty() || statement.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FlagWrite(
            path,
            line,
            function,
            member.name().text(),
            tree.text(member.base()),
            value(assign.get(), tree),
            tree,
            statement.get()));
  }

  private static Value value(Expr.Assign assign, SiteTree tree) {
    if (!assign.op().equals("=")) {
      return Value.ANY;
    }
    return switch (tree.text(assign.value()).toLowerCase(Locale.ROOT)) {
      case "0", "false" -> Value.CLEAR;
      case "1", "true" -> Value.SET;
      default -> Value.ANY;
    };
  }

  /** Whether another write is of the same object, in the same function. */
  boolean isBeside(FlagWrite other) {
    return path.equals(other.path)
        && function.equals(other.function)
        && object.equals(other.object);
  }

  /** {@code path:line (function)}. */
  String where() {
    return path + ":" + line + " in " + function + "()";
  }
}

package dev.galley.check.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where the shown part of a function reads and writes a variable, in the order of the lines. */
final class Uses {

  /** What is done with the variable. */
  enum Kind {
    READ,
    /** Assigned as a whole, or handed to a macro that assigns it. */
    WRITE,
    /** Its address is taken: whoever gets it may write. */
    ADDRESS,
    /** Declared with a value. */
    INITIALISED,
    /** Declared without a value. */
    DECLARED
  }

  /**
   * One use.
   *
   * @param node the identifier, or the assignment
   * @param at octets of the diff, by which uses are in order
   */
  record Use(Kind kind, CNode node, Part part, int at) {

    boolean isTouched() {
      return part.isTouched(node);
    }
  }

  /** Macros that assign an argument which is given without {@code &}. */
  private static final Pattern ASSIGNING =
      Pattern.compile(
          ".*(?:poll_timeout|for_each|get_user|_irqsave|wait_event|_cmpxchg|swap|FOR_EACH|"
              + "regmap_field|GET_USER|va_start|va_copy|asm|user_access_begin|save_flags).*");

  private static final Set<String> UNEVALUATED =
      Set.of(
          "sizeof_field",
          "typeof",
          "__typeof__",
          "offsetof",
          "ARRAY_SIZE",
          "struct_size",
          "flex_array_size",
          "kzalloc_obj",
          "kmalloc_obj",
          "kzalloc_objs",
          "kmalloc_objs",
          "kzalloc_flex",
          "kmalloc_flex",
          "__builtin_types_compatible_p");

  private final String name;
  private final List<Use> uses = new ArrayList<>();

  private Uses(String name) {
    this.name = name;
  }

  static List<Use> of(List<Part> parts, String name) {
    Uses uses = new Uses(name);
    for (Part part : parts) {
      part.items().forEach(item -> uses.node(item, part));
    }
    uses.uses.sort(Comparator.comparingInt(Use::at));
    return uses.uses;
  }

  private void node(CNode node, Part part) {
    if (node instanceof Expr.SizeOf) {
      return;
    }
    if (node instanceof Expr.Assign assign && isName(assign.target())) {
      node(assign.value(), part);
      if (!assign.op().equals("=")) {
        add(Kind.READ, assign, part, assign.span().start());
      }
      add(Kind.WRITE, assign, part, assign.span().end());
      return;
    }
    if (node instanceof Expr.Unary unary && isName(unary.operand())) {
      boolean taken = unary.op() == Expr.UnaryOp.ADDRESS;
      add(taken ? Kind.ADDRESS : Kind.READ, unary, part, unary.span().start());
      return;
    }
    if (node instanceof Expr.Call call && arguments(call, part)) {
      return;
    }
    if (node instanceof Stmt.MacroBlock block) {
      for (Expr argument : block.arguments()) {
        if (isName(argument)) {
          add(Kind.WRITE, argument, part, argument.span().start());
        } else {
          node(argument, part);
        }
      }
      node(block.body(), part);
      block.otherwise().ifPresent(otherwise -> node(otherwise, part));
      return;
    }
    if (node instanceof Decl.Declared declared
        && Trees.name(declared).filter(name::equals).isPresent()) {
      declared.initializer().ifPresent(value -> node(value, part));
      boolean array =
          !declared.declarator().derivations().isEmpty()
              && declared.declarator().derivations().get(0)
                  instanceof dev.galley.kernelc.syntax.TypeSyntax.Array;
      add(
          declared.initializer().isPresent() || array ? Kind.INITIALISED : Kind.DECLARED,
          declared,
          part,
          declared.span().end());
      return;
    }
    if (node instanceof Expr.Ident ident && ident.name().equals(name)) {
      add(Kind.READ, ident, part, ident.span().start());
      return;
    }
    node.children(child -> node(child, part));
  }

  /** Arguments of macros that assign them, or do not evaluate them. */
  private boolean arguments(Expr.Call call, Part part) {
    String callee = call.name().orElse("");
    if (UNEVALUATED.contains(callee)) {
      return true;
    }
    if (!ASSIGNING.matcher(callee).matches()) {
      return false;
    }
    for (Expr argument : call.arguments()) {
      if (isName(argument)) {
        add(Kind.WRITE, argument, part, call.span().start());
      } else {
        node(argument, part);
      }
    }
    return true;
  }

  private boolean isName(Expr expression) {
    return Trees.bare(expression) instanceof Expr.Ident ident && ident.name().equals(name);
  }

  private void add(Kind kind, CNode node, Part part, int offset) {
    part.piece()
        .inDiff(new Span(offset, offset))
        .ifPresent(place -> uses.add(new Use(kind, node, part, place.start())));
  }
}

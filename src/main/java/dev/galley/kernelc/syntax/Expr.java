package dev.galley.kernelc.syntax;

import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Expressions, and what stands in their place: types and odd tokens as macro arguments,
 * initialisers.
 */
public sealed interface Expr extends CNode {

  /** A variable, function, enumerator or object-like macro. */
  record Ident(Span span, String name) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** A number or character constant, as written. */
  record Constant(Span span, String text) implements Expr {
    public boolean isCharacter() {
      return text.endsWith("'");
    }

    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /**
   * A string: literals and macros side by side.
   *
   * @param parts {@link Text}, {@link Ident} or {@link Call}
   */
  record Strings(Span span, List<Expr> parts) implements Expr {
    public Strings {
      parts = List.copyOf(parts);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      parts.forEach(sink);
    }
  }

  /** One literal of a string, as written, quotes included. */
  record Text(Span span, String text) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  record Paren(Span span, Expr inner) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(inner);
    }
  }

  /**
   * {@code callee(arguments)}: of a function or a macro, which the tree cannot tell. An empty
   * argument is {@link Nothing}.
   */
  record Call(Span span, Expr callee, List<Expr> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** The name called, where it is one. */
    public Optional<String> name() {
      return callee instanceof Ident ident ? Optional.of(ident.name()) : Optional.empty();
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(callee);
      arguments.forEach(sink);
    }
  }

  /** {@code base->name}, {@code base.name}. */
  record Member(Span span, Expr base, boolean arrow, Name name) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(base);
    }
  }

  record Index(Span span, Expr base, Expr index) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(base);
      sink.accept(index);
    }
  }

  /** Operators with one operand. {@code &&label} is {@link LabelAddress}. */
  record Unary(Span span, UnaryOp op, Expr operand) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(operand);
    }
  }

  /** The unary operators. */
  enum UnaryOp {
    NOT("!"),
    COMPLEMENT("~"),
    PLUS("+"),
    MINUS("-"),
    DEREFERENCE("*"),
    ADDRESS("&"),
    INCREMENT("++"),
    DECREMENT("--"),
    POST_INCREMENT("++"),
    POST_DECREMENT("--"),
    EXTENSION("__extension__");

    private final String text;

    UnaryOp(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }

    /** Whether it writes its operand. */
    public boolean writes() {
      return compareTo(INCREMENT) >= 0 && compareTo(POST_DECREMENT) <= 0;
    }
  }

  /**
   * {@code left op right} with the operator as written; assignments are {@link Assign}. A macro as
   * operator keeps its name.
   */
  record Binary(Span span, String op, Expr left, Expr right) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(left);
      sink.accept(right);
    }
  }

  /** {@code target op value}, op {@code =}, {@code +=}, … */
  record Assign(Span span, String op, Expr target, Expr value) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(target);
      sink.accept(value);
    }
  }

  /** {@code condition ? yes : no}, yes left out in GNU's {@code a ?: b}. */
  record Conditional(Span span, Expr condition, Optional<Expr> yes, Expr no) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(condition);
      yes.ifPresent(sink);
      sink.accept(no);
    }
  }

  /** Two or more expressions with commas between them. */
  record Comma(Span span, List<Expr> parts) implements Expr {
    public Comma {
      parts = List.copyOf(parts);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      parts.forEach(sink);
    }
  }

  record Cast(Span span, TypeSyntax.TypeName type, Expr operand, Guess guess) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(type);
      sink.accept(operand);
    }
  }

  record CompoundLiteral(Span span, TypeSyntax.TypeName type, InitList value) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(type);
      sink.accept(value);
    }
  }

  /** {@code sizeof} or {@code _Alignof}; the operand is an expression or a {@link TypeOperand}. */
  record SizeOf(Span span, boolean alignment, Expr operand) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(operand);
    }
  }

  /**
   * A type where an expression may stand: of sizeof, or a macro's argument, maybe with a name
   * declared and a value.
   */
  record TypeOperand(
      Span span, TypeSyntax.TypeName type, Optional<Name> declared, Optional<Expr> value)
      implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(type);
      value.ifPresent(sink);
    }
  }

  /** GNU: <code>({ … })</code>. */
  record StatementExpr(Span span, Stmt.Compound body) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(body);
    }
  }

  /** GNU: {@code &&label}. */
  record LabelAddress(Span span, Name label) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** {@code _Generic}; choices in order, the type empty for {@code default}. */
  record Generic(Span span, Expr control, List<Choice> choices) implements Expr {
    public Generic {
      choices = List.copyOf(choices);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(control);
      for (Choice choice : choices) {
        choice.type().ifPresent(sink);
        sink.accept(choice.value());
      }
    }
  }

  /** One association of {@code _Generic}. */
  record Choice(Optional<TypeSyntax.TypeName> type, Expr value) {}

  /**
   * <code>{ … }</code> as an initialiser; items that conditionals choose are {@link Alternatives}.
   */
  record InitList(Span span, List<Expr> items) implements Expr {
    public InitList {
      items = List.copyOf(items);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      items.forEach(sink);
    }
  }

  /** {@code designators = value} in an initialiser or a macro's argument. */
  record Designated(Span span, List<Designator> designators, Expr value) implements Expr {
    public Designated {
      designators = List.copyOf(designators);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      for (Designator designator : designators) {
        designator.index().ifPresent(sink);
        designator.last().ifPresent(sink);
      }
      sink.accept(value);
    }
  }

  /**
   * {@code .member}, {@code [index]} or {@code [index ... last]}; of a macro in its place the call
   * is the index.
   */
  record Designator(Span span, Optional<Name> member, Optional<Expr> index, Optional<Expr> last) {}

  /**
   * Elements of a list that an {@code #if} group chooses from; without a branch taken there is
   * none.
   */
  record Alternatives(Span span, List<Branch> branches) implements Expr {
    public Alternatives {
      branches = List.copyOf(branches);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      branches.forEach(branch -> branch.items().forEach(sink));
    }

    /** The items of one branch; condition as written: {@code #ifdef CONFIG_X}. */
    public record Branch(String condition, List<Expr> items) {
      public Branch {
        items = List.copyOf(items);
      }
    }
  }

  /** Statements as an argument of a macro: a block, {@code return -EINVAL}, several in a row. */
  record Statements(Span span, List<Stmt> items) implements Expr {
    public Statements {
      items = List.copyOf(items);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      items.forEach(sink);
    }
  }

  /** What is not there: an empty argument, the right side of a postfix macro ({@code 1 KB}). */
  record Nothing(Span span) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /**
   * Tokens that are no expression: a lone operator as argument, statements as argument. What is in
   * them is not known.
   */
  record Opaque(Span span, String reason) implements Expr {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }
}

package dev.galley.kernelc.syntax;

import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Statements; labels and declarations lie flat among them in a block. */
public sealed interface Stmt extends CNode {

  /** <code>{ … }</code>. */
  record Compound(Span span, List<Stmt> items) implements Stmt {
    public Compound {
      items = List.copyOf(items);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      items.forEach(sink);
    }
  }

  /** An expression with its semicolon. */
  record Evaluate(Span span, Expr expression) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(expression);
    }
  }

  /** A lone semicolon, attributes before it or not ({@code __attribute__((fallthrough));}). */
  record Empty(Span span, List<TypeSyntax.Attribute> attributes) implements Stmt {
    public Empty {
      attributes = List.copyOf(attributes);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      attributes.forEach(sink);
    }
  }

  record Declare(Span span, Decl declaration) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(declaration);
    }
  }

  record If(Span span, Expr condition, Stmt then, Optional<Stmt> otherwise) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(condition);
      sink.accept(then);
      otherwise.ifPresent(sink);
    }
  }

  record While(Span span, Expr condition, Stmt body) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(condition);
      sink.accept(body);
    }
  }

  /** {@code do body while (condition);}, or a macro call in the place of {@code while (…)}. */
  record DoWhile(Span span, Stmt body, Expr condition) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(body);
      sink.accept(condition);
    }
  }

  /**
   * The first part is an {@link Evaluate} or {@link Declare} without its own semicolon's meaning.
   */
  record For(
      Span span, Optional<Stmt> first, Optional<Expr> condition, Optional<Expr> step, Stmt body)
      implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      first.ifPresent(sink);
      condition.ifPresent(sink);
      step.ifPresent(sink);
      sink.accept(body);
    }
  }

  record Switch(Span span, Expr value, Stmt body) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(value);
      sink.accept(body);
    }
  }

  /**
   * A macro and the statement it guards: {@code list_for_each_entry(…) body}, {@code
   * scoped_guard(…) body}.
   *
   * @param otherwise after an {@code else}, where the macro hides an {@code if}
   */
  record MacroBlock(
      Span span, Name macro, List<Expr> arguments, Stmt body, Optional<Stmt> otherwise, Guess guess)
      implements Stmt {
    public MacroBlock {
      arguments = List.copyOf(arguments);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      arguments.forEach(sink);
      sink.accept(body);
      otherwise.ifPresent(sink);
    }
  }

  /** A macro that is a statement without semicolon, with or without arguments. */
  record MacroStatement(Span span, Name macro, List<Expr> arguments, Guess guess) implements Stmt {
    public MacroStatement {
      arguments = List.copyOf(arguments);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      arguments.forEach(sink);
    }
  }

  /** {@code case value:}, {@code case value ... last:}. */
  record Case(Span span, Expr value, Optional<Expr> last) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(value);
      last.ifPresent(sink);
    }
  }

  /** {@code default:}. */
  record Default(Span span) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** {@code name:}. */
  record Label(Span span, Name name, List<TypeSyntax.Attribute> attributes) implements Stmt {
    public Label {
      attributes = List.copyOf(attributes);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      attributes.forEach(sink);
    }
  }

  /** A label before the one statement that another statement guards: {@code if (x) again: f();}. */
  record Labeled(Span span, List<Stmt> labels, Stmt statement) implements Stmt {
    public Labeled {
      labels = List.copyOf(labels);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      labels.forEach(sink);
      sink.accept(statement);
    }
  }

  record Return(Span span, Optional<Expr> value) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      value.ifPresent(sink);
    }
  }

  record Break(Span span) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  record Continue(Span span) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  record Goto(Span span, Name label) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** GNU: {@code goto *target;}. */
  record ComputedGoto(Span span, Expr target) implements Stmt {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(target);
    }
  }

  /**
   * Assembler: its template's strings, its operands in order.
   *
   * @param words between {@code asm} and its parenthesis: {@code volatile}, {@code goto}
   */
  record Asm(Span span, List<String> words, List<Expr> template, List<Operand> operands)
      implements Stmt {
    public Asm {
      words = List.copyOf(words);
      template = List.copyOf(template);
      operands = List.copyOf(operands);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      template.forEach(sink);
      operands.forEach(operand -> operand.value().ifPresent(sink));
    }

    /**
     * One operand, clobber or label.
     *
     * @param section 1 for outputs, 2 for inputs, 3 for clobbers, 4 for labels
     * @param name of {@code [name] "r" (x)}
     * @param constraint as written; of a label or macro its name
     * @param value the expression; the call of a macro in the place of an operand
     */
    public record Operand(
        int section, Optional<Name> name, String constraint, Optional<Expr> value) {}
  }

  /** Statements that an {@code #if} group chooses from; conditions as written. */
  record Alternatives(Span span, List<Branch> branches) implements Stmt {
    public Alternatives {
      branches = List.copyOf(branches);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      branches.forEach(branch -> branch.items().forEach(sink));
    }

    /** The items of one branch. */
    public record Branch(String condition, List<Stmt> items) {
      public Branch {
        items = List.copyOf(items);
      }
    }
  }
}

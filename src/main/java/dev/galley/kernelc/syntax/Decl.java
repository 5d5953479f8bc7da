package dev.galley.kernelc.syntax;

import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Declarations: of files, blocks, members, parameters, enumerators. */
public sealed interface Decl extends CNode {

  /**
   * {@code specifiers declarator, …;}: variables, prototypes, typedefs, members, or a type alone.
   */
  record Declaration(Span span, TypeSyntax.Specifiers specifiers, List<Declared> declared)
      implements Decl {
    public Declaration {
      declared = List.copyOf(declared);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(specifiers);
      declared.forEach(sink);
    }
  }

  /**
   * One declarator with what follows it: a bit-field's width, an initialiser.
   *
   * @param attributes before or after a bit-field's width; others are the declarator's
   */
  record Declared(
      Span span,
      TypeSyntax.Declarator declarator,
      Optional<Expr> width,
      List<TypeSyntax.Attribute> attributes,
      Optional<Expr> initializer)
      implements Decl {
    public Declared {
      attributes = List.copyOf(attributes);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(declarator);
      if (!attributes.isEmpty()) {
        List<CNode> all = new ArrayList<>(attributes);
        width.ifPresent(all::add);
        CNode.inOrder(all, sink);
      } else {
        width.ifPresent(sink);
      }
      initializer.ifPresent(sink);
    }
  }

  /** A parameter; without specifiers in an old style definition. */
  record Parameter(
      Span span, Optional<TypeSyntax.Specifiers> specifiers, TypeSyntax.Declarator declarator)
      implements Decl {
    @Override
    public void children(Consumer<? super CNode> sink) {
      specifiers.ifPresent(sink);
      sink.accept(declarator);
    }
  }

  record Enumerator(
      Span span, Name name, List<TypeSyntax.Attribute> attributes, Optional<Expr> value)
      implements Decl {
    public Enumerator {
      attributes = List.copyOf(attributes);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      attributes.forEach(sink);
      value.ifPresent(sink);
    }
  }

  /**
   * A macro call that declares: {@code CLASS(fd, f)(n);}, {@code guard(mutex)(&l);}, {@code
   * EXPORT_SYMBOL(x);}, {@code struct_group(name, int a;);}, an enumerator by macro.
   *
   * @param arguments none also where the macro stands without parentheses
   * @param second of a call of the call's result
   * @param members the declarations among its arguments
   * @param attributes what follows the call
   */
  record MacroDeclaration(
      Span span,
      Name macro,
      List<Expr> arguments,
      Optional<List<Expr>> second,
      List<Decl> members,
      List<TypeSyntax.Attribute> attributes,
      Optional<Expr> initializer,
      Guess guess)
      implements Decl {
    public MacroDeclaration {
      arguments = List.copyOf(arguments);
      second = second.map(List::copyOf);
      members = List.copyOf(members);
      attributes = List.copyOf(attributes);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      List<CNode> all = new ArrayList<>(arguments);
      all.addAll(members);
      CNode.inOrder(all, sink);
      second.ifPresent(more -> more.forEach(sink));
      attributes.forEach(sink);
      initializer.ifPresent(sink);
    }
  }

  /** {@code static_assert(…);}. */
  record StaticAssert(Span span, List<Expr> arguments) implements Decl {
    public StaticAssert {
      arguments = List.copyOf(arguments);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      arguments.forEach(sink);
    }
  }

  /** GNU: {@code __label__ a, b;}. */
  record LocalLabels(Span span, List<Name> names) implements Decl {
    public LocalLabels {
      names = List.copyOf(names);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** {@code asm("…");} at file level, a lone semicolon: nothing is declared. */
  record Other(Span span, Optional<Stmt.Asm> asm) implements Decl {
    @Override
    public void children(Consumer<? super CNode> sink) {
      asm.ifPresent(sink);
    }
  }

  /**
   * A function with its body.
   *
   * @param specifiers none where a macro is the header, or int is meant
   * @param declarator its derivations begin with {@link TypeSyntax.Function}; of a macro header the
   *     macro is in it
   * @param oldStyle parameter declarations between header and body
   */
  record FunctionDefinition(
      Span span,
      Optional<TypeSyntax.Specifiers> specifiers,
      TypeSyntax.Declarator declarator,
      List<Decl> oldStyle,
      Stmt.Compound body)
      implements Decl {
    public FunctionDefinition {
      oldStyle = List.copyOf(oldStyle);
    }

    /** Its name; of a header that a macro makes, the first argument where that is a name. */
    public Optional<Name> name() {
      return declarator.name().or(() -> declarator.macro().flatMap(HeaderMacro::functionName));
    }

    /**
     * The parameters that a header macro pairs: {@code SYSCALL_DEFINE2(open, const char __user *,
     * filename, int, flags)} has filename and flags. Empty for other headers.
     */
    public List<HeaderMacro.Pair> macroParameters() {
      return declarator.macro().map(HeaderMacro::parameters).orElse(List.of());
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      specifiers.ifPresent(sink);
      sink.accept(declarator);
      oldStyle.forEach(sink);
      sink.accept(body);
    }
  }

  /**
   * Declarations, members or enumerators that an {@code #if} group chooses from; conditions as
   * written.
   */
  record Alternatives(Span span, List<Branch> branches) implements Decl {
    public Alternatives {
      branches = List.copyOf(branches);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      branches.forEach(branch -> branch.items().forEach(sink));
    }

    /** The items of one branch. */
    public record Branch(String condition, List<Decl> items) {
      public Branch {
        items = List.copyOf(items);
      }
    }
  }
}

package dev.galley.kernelc.syntax;

import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Types as they are written. */
public sealed interface TypeSyntax extends CNode {

  /**
   * The words before the declarators.
   *
   * @param storage {@code typedef}, {@code static}, {@code extern}, {@code inline}, … as written
   * @param qualifiers {@code const}, {@code volatile}, {@code restrict}, … without underscores
   * @param types what names the type, usually one; several basic words, or none, or after a guess
   *     more than one
   * @param attributes in order
   */
  record Specifiers(
      Span span,
      List<String> storage,
      List<String> qualifiers,
      List<TypeSyntax> types,
      List<Attribute> attributes)
      implements TypeSyntax {
    public Specifiers {
      storage = List.copyOf(storage);
      qualifiers = List.copyOf(qualifiers);
      types = List.copyOf(types);
      attributes = List.copyOf(attributes);
    }

    public boolean isTypedef() {
      return storage.contains("typedef");
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      if (attributes.isEmpty()) {
        types.forEach(sink);
        return;
      }
      List<CNode> all = new ArrayList<>(types);
      all.addAll(attributes);
      CNode.inOrder(all, sink);
    }
  }

  /**
   * An attribute or attribute macro: {@code __init}, {@code __printf(1, 2)}, {@code
   * __attribute__((packed))}.
   */
  record Attribute(Span span, String name, List<Expr> arguments) implements TypeSyntax {
    public Attribute {
      arguments = List.copyOf(arguments);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      arguments.forEach(sink);
    }
  }

  /** One basic word: {@code unsigned}, {@code long}. */
  record Basic(Span span, String word) implements TypeSyntax {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** A typedef's name. */
  record Named(Span span, String name, Guess guess) implements TypeSyntax {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** {@code struct tag}, {@code union tag}, with members where it is defined here. */
  record Aggregate(
      Span span,
      boolean union,
      Optional<Name> tag,
      Optional<List<Decl>> members,
      List<Attribute> attributes)
      implements TypeSyntax {
    public Aggregate {
      members = members.map(List::copyOf);
      attributes = List.copyOf(attributes);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      List<CNode> all = new ArrayList<>(attributes);
      members.ifPresent(all::addAll);
      CNode.inOrder(all, sink);
    }
  }

  /** {@code _Atomic(type)}. */
  record Atomic(Span span, TypeName type) implements TypeSyntax {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(type);
    }
  }

  /** {@code enum tag}, with enumerators where it is defined here. */
  record Enumeration(
      Span span,
      Optional<Name> tag,
      Optional<TypeName> base,
      Optional<List<Decl>> enumerators,
      List<Attribute> attributes)
      implements TypeSyntax {
    public Enumeration {
      attributes = List.copyOf(attributes);
      enumerators = enumerators.map(List::copyOf);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      List<CNode> all = new ArrayList<>(attributes);
      base.ifPresent(all::add);
      enumerators.ifPresent(all::addAll);
      CNode.inOrder(all, sink);
    }
  }

  /** {@code typeof(…)}; the operand is an expression or a {@link Expr.TypeOperand}. */
  record TypeOf(Span span, Expr operand) implements TypeSyntax {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(operand);
    }
  }

  /** {@code auto}, {@code __auto_type}: the type of the initialiser. */
  record Auto(Span span) implements TypeSyntax {
    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  /** A macro call in the place of a type. */
  record Macro(Span span, Name name, List<Expr> arguments) implements TypeSyntax {
    public Macro {
      arguments = List.copyOf(arguments);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      arguments.forEach(sink);
    }
  }

  /** A type without a name declared: of casts, sizeof, macro arguments. */
  record TypeName(Span span, Specifiers specifiers, Declarator declarator) implements TypeSyntax {
    @Override
    public void children(Consumer<? super CNode> sink) {
      sink.accept(specifiers);
      sink.accept(declarator);
    }
  }

  /**
   * What a declarator makes of the type before it.
   *
   * @param name empty in a type name or an unnamed parameter
   * @param derivations from the name outwards: {@code int *a[3]} is [Array 3, Pointer]: an array of
   *     3 pointers to int
   * @param macro the macro whose call stands in the place of the name, with its arguments: {@code
   *     static DEFINE_MUTEX(m);}
   */
  record Declarator(
      Span span,
      Optional<Name> name,
      List<Derivation> derivations,
      Optional<Expr.Call> macro,
      List<Attribute> attributes)
      implements TypeSyntax {
    public Declarator {
      derivations = List.copyOf(derivations);
      attributes = List.copyOf(attributes);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      if (macro.isEmpty() && derivations.isEmpty() && attributes.isEmpty()) {
        return;
      }
      List<CNode> all = new ArrayList<>(attributes);
      macro.ifPresent(all::add);
      for (Derivation derivation : derivations) {
        derivation.children(all::add);
      }
      CNode.inOrder(all, sink);
    }
  }

  /** One step of a declarator. */
  sealed interface Derivation {
    void children(Consumer<? super CNode> sink);
  }

  record Pointer(List<String> qualifiers) implements Derivation {
    public Pointer {
      qualifiers = List.copyOf(qualifiers);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {}
  }

  record Array(Optional<Expr> length) implements Derivation {
    @Override
    public void children(Consumer<? super CNode> sink) {
      length.ifPresent(sink);
    }
  }

  /** Parameters in order; {@code f()} has none, {@code f(void)} has one of type void. */
  record Function(List<Decl> parameters, boolean variadic) implements Derivation {
    public Function {
      parameters = List.copyOf(parameters);
    }

    @Override
    public void children(Consumer<? super CNode> sink) {
      parameters.forEach(sink);
    }
  }
}

package dev.galley.kernelc.types;

import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What a name of a block, a parameter list or a macro means. */
sealed interface Binding {

  String name();

  /**
   * A variable, parameter or typedef of a function.
   *
   * @param role for people: {@code parameter}, {@code variable}, {@code typedef}
   * @param where what its own names mean
   * @param memo its type once it is known; the same object tells the declaration from others
   */
  record Declared(
      String name,
      String role,
      Name place,
      TypeSyntax.Specifiers specifiers,
      TypeSyntax.Declarator declarator,
      Optional<Expr> initializer,
      Context where,
      Memo memo)
      implements Binding {}

  /** An old style parameter without a declaration: int. */
  record Implicit(String name, Name place, Context where) implements Binding {}

  /** A name whose type is known without looking at a declarator. */
  record Given(String name, String role, Name place, CType type, Context where)
      implements Binding {}

  /** An enumerator of a block's enum. */
  record EnumConstant(String name, Name place, TypeSyntax.Enumeration enumeration, Context where)
      implements Binding {}

  /** An enumerator that is read while the rest of its enum is not yet. */
  record Numbered(String name, BigInteger value) implements Binding {}

  /** A struct, union or enum with a body in a block. */
  record Tag(String name, TypeSyntax syntax, Context where) implements Binding {}

  /** A macro's parameter with what was passed for it. */
  record Argument(String name, List<Passed> passed) implements Binding {
    public Argument {
      passed = List.copyOf(passed);
    }
  }

  /** A parameter of a macro whose own body is looked at. */
  record MacroParameter(String name, Directives.Define define, Unit body, Context where)
      implements Binding {}

  /** A name among the arguments of a macro call that stands as a statement: it may declare it. */
  record Maybe(String name, Name macro, List<Expr> arguments, Context where) implements Binding {
    public Maybe {
      arguments = List.copyOf(arguments);
    }
  }

  /** The same name in branches of a conditional. */
  record Several(String name, List<Conditioned> choices) implements Binding {
    public Several {
      choices = List.copyOf(choices);
    }
  }

  /** One meaning and when it holds. */
  record Conditioned(Binding binding, String condition) {}

  /** The start of a block within a macro's body or file level. */
  record Block() implements Binding {
    @Override
    public String name() {
      return "";
    }
  }

  /** Hides the macro parameters of the macro that uses another one. */
  record Barrier() implements Binding {
    @Override
    public String name() {
      return "";
    }
  }
}

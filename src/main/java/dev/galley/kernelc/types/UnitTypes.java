package dev.galley.kernelc.types;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import java.util.IdentityHashMap;
import java.util.Optional;

/**
 * Types of the expressions of one tree: a function, a macro's body, a file's declaration. For one
 * thread at a time.
 */
public final class UnitTypes {

  private final Types types;
  private final Scopes scopes;
  private final IdentityHashMap<Expr, Typed> known = new IdentityHashMap<>();

  UnitTypes(Types types, CFile file, External external, Unit unit) {
    this.types = types;
    Context base = Context.top(file, file.path(), new Effort());
    if (external.what() == External.What.DEFINE) {
      base = parameters(base, external, unit);
    }
    this.scopes = new Scopes(types, unit, base);
  }

  private static Context parameters(Context base, External external, Unit unit) {
    Optional<Directives.Define> define =
        Directives.define(base.file().outline().tokens(), external.firstToken());
    Context at = base;
    if (define.isPresent()) {
      for (String parameter : define.get().parameters()) {
        at = at.with(new Binding.MacroParameter(parameter, define.get(), unit, base));
      }
      for (String parameter : define.get().parameters()) {
        at = at.with(new Binding.MacroParameter(parameter, define.get(), unit, at));
      }
    }
    return at;
  }

  /**
   * The type of an expression of this tree, as {@code typeof} has it: an array is an array, a const
   * object const.
   */
  public Typed typeOf(Expr expression) {
    return known.computeIfAbsent(expression, key -> types.typer().typeOf(key, at(key)));
  }

  private Context at(CNode node) {
    return scopes.at(node).with(new Effort());
  }

  /** The type of its value: arrays and functions are pointers, qualifiers are gone. */
  public CType valueOf(Expr expression) {
    return Merge.map(typeOf(expression).type(), Conversions::value);
  }

  /** The struct or union whose member an expression names, with the way to it. */
  public Typed receiver(Expr.Member member) {
    Typed base = typeOf(member.base());
    return member.arrow() ? Selections.pointee(base) : base;
  }

  /** The declaration of the member that an expression names; empty where it is not known. */
  public Optional<MemberFound> memberOf(Expr.Member member) {
    return member(receiver(member).type(), member.name().text(), at(member));
  }

  private Optional<MemberFound> member(CType receiver, String name, Context context) {
    CType resolved = receiver.resolved();
    if (resolved instanceof CType.OneOf oneOf) {
      return oneOf.choices().stream()
          .flatMap(choice -> member(choice.type(), name, context).stream())
          .findFirst();
    }
    return resolved instanceof CType.Record record
        ? types.members().find(record, name, context).first()
        : Optional.empty();
  }

  /** A member of a type by its name. */
  public Optional<MemberFound> memberOf(CType receiver, String name, Expr place) {
    return member(receiver, name, at(place));
  }

  /** Whether a name means something declared inside the function, or a macro's parameter. */
  public boolean isLocal(Expr.Ident ident) {
    return at(ident).scope().ordinary(ident.name()).isPresent();
  }

  /** The type that a type name of this tree means. */
  public CType typeOf(TypeSyntax.TypeName name) {
    return types.reader().typeName(name, at(name));
  }

  /** The type that a declaration of this tree gives to one of its declarators. */
  public CType declared(TypeSyntax.Specifiers specifiers, TypeSyntax.Declarator declarator) {
    return types.reader().declared(specifiers, declarator, at(declarator));
  }
}

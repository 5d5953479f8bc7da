package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.kernelc.types.CType;
import dev.galley.kernelc.types.MemberFound;
import dev.galley.kernelc.types.Typed;
import dev.galley.kernelc.types.Types;
import dev.galley.kernelc.types.UnitTypes;
import java.util.List;
import java.util.Optional;

/** Types from the declarations of a tree. */
final class TreeTypes implements TypeSources {

  private static final int DEEPEST = 50;

  private final Types types;

  TreeTypes(Types types) {
    this.types = types;
  }

  @Override
  public TypeSource of(CFile file, External external, Unit unit) {
    return new InUnit(types.in(file, external, unit));
  }

  private record InUnit(UnitTypes unit) implements TypeSource {

    @Override
    public Typed typeOf(Expr expr) {
      return expr instanceof Expr.TypeOperand operand
          ? new Typed(unit.typeOf(operand.type()), List.of())
          : unit.typeOf(expr);
    }

    @Override
    public CType declared(Decl.Declaration declaration, Decl.Declared declared) {
      return unit.declared(declaration.specifiers(), declared.declarator());
    }

    @Override
    public boolean isLocal(Expr.Ident ident) {
      return unit.isLocal(ident);
    }

    @Override
    public CType initialised(Expr.Designated designated, Usage usage) {
      return object(designated, usage, 0);
    }

    /** The type of the object that the list around an item initialises. */
    private CType object(Expr item, Usage usage, int depth) {
      Optional<CNode> at = usage.parent(item);
      while (at.isPresent() && at.get() instanceof Expr.Alternatives) {
        at = usage.parent(at.get());
      }
      if (at.isEmpty() || !(at.get() instanceof Expr.InitList list) || depth > DEEPEST) {
        return new CType.Unknown("it is an argument of a macro");
      }
      Optional<CNode> around = usage.parent(list);
      if (around.isEmpty()) {
        return new CType.Unknown("the list stands in a macro's body");
      }
      CNode owner = around.get();
      if (owner instanceof Expr.CompoundLiteral literal) {
        return unit.typeOf(literal.type());
      }
      if (owner instanceof Decl.Declared declared) {
        return usage.parent(declared).orElse(declared) instanceof Decl.Declaration declaration
            ? declared(declaration, declared)
            : new CType.Unknown("its declaration is not understood");
      }
      if (owner instanceof Expr.Assign assign) {
        return unit.typeOf(assign.target()).type();
      }
      if (owner instanceof Expr.Designated outer) {
        return designatedBy(outer, object(outer, usage, depth + 1));
      }
      return owner instanceof Expr.InitList || owner instanceof Expr.Alternatives
          ? element(list, usage, depth)
          : new CType.Unknown("what the list initialises is not understood");
    }

    private CType designatedBy(Expr.Designated outer, CType object) {
      CType type = object;
      for (Expr.Designator step : outer.designators()) {
        CType from = type;
        type =
            step.member().isPresent()
                ? step.member()
                    .flatMap(name -> unit.memberOf(from, name.text(), outer))
                    .map(MemberFound::type)
                    .orElse(new CType.Unknown("no such member in " + from))
                : elementOf(from);
      }
      return type;
    }

    /**
     * An item without designator: an element of an array; of a struct nobody counts the members
     * here.
     */
    private CType element(Expr.InitList list, Usage usage, int depth) {
      return elementOf(object(list, usage, depth + 1));
    }

    private static CType elementOf(CType type) {
      return type.resolved() instanceof CType.Array array
          ? array.of()
          : type.isUnknown() ? type : new CType.Unknown("it initialises a member by its position");
    }
  }
}

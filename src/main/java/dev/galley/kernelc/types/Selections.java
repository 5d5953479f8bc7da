package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Members and elements: {@code a.b}, {@code a->b}, {@code a[i]}. */
final class Selections {

  private final Types types;

  Selections(Types types) {
    this.types = types;
  }

  Typed member(Expr.Member member, Context context) {
    Typed base = receiver(member, context);
    return of(base, member.name().text(), context);
  }

  /** The struct or union whose member is named. */
  Typed receiver(Expr.Member member, Context context) {
    Typed base = types.typer().typeOf(member.base(), context);
    return member.arrow() ? pointee(base) : base;
  }

  /** What a pointer or array leads to. */
  static Typed pointee(Typed base) {
    return base.to(
        Merge.map(
            base.type(),
            type ->
                type.target()
                    .orElseGet(
                        () ->
                            type.isUnknown()
                                ? type
                                : new CType.Unknown(
                                    "a value of type " + type + " is no pointer"))));
  }

  /** A member by its name; where a macro passes the name, by what was passed. */
  Typed of(Typed base, String name, Context context) {
    Optional<Binding> binding = context.scope().ordinary(name);
    if (binding.isPresent()
        && binding.get() instanceof Binding.Argument argument
        && argument.passed().size() == 1) {
      Passed passed = argument.passed().get(0);
      return path(base, passed.expression(), passed.where().with(context.effort()));
    }
    return named(base, name, context);
  }

  /** A designator in the place of a member's name: {@code m}, {@code a.b}, {@code a.b[0].c}. */
  Typed path(Typed base, Expr path, Context context) {
    Expr bare = Exprs.bare(path);
    Optional<Name> word = Exprs.word(bare);
    if (word.isPresent()) {
      return of(base, word.get().text(), context);
    }
    if (bare instanceof Expr.Member member) {
      Typed inner = path(base, member.base(), context);
      return of(member.arrow() ? pointee(inner) : inner, member.name().text(), context);
    }
    return bare instanceof Expr.Index index
        ? pointee(path(base, index.base(), context))
        : Typed.unknown("what stands for a member's name is none");
  }

  private Typed named(Typed base, String name, Context context) {
    List<Typed.Step> steps = new ArrayList<>();
    boolean isConst = Compat.isConst(base.type());
    boolean isVolatile = Compat.isVolatile(base.type());
    CType type =
        Merge.map(
            base.type(),
            each -> {
              if (!(each.resolved() instanceof CType.Record record)) {
                return new CType.Unknown("a value of type " + each + " has no members");
              }
              Members.Answer answer = types.members().find(record, name, context);
              answer.first().ifPresent(found -> steps.add(found.step(name)));
              return answer.type();
            });
    return base.to(qualified(type, isConst, isVolatile)).and(steps);
  }

  /** A member of a const struct is const; of an array its elements are. */
  private static CType qualified(CType type, boolean isConst, boolean isVolatile) {
    return type instanceof CType.Array array
        ? new CType.Array(qualified(array.of(), isConst, isVolatile), array.length())
        : Compat.qualified(type, isConst, isVolatile);
  }

  Typed index(Expr.Index index, Context context) {
    Typed base = types.typer().typeOf(index.base(), context);
    if (base.type().isUnknown() || base.type().target().isPresent()) {
      return pointee(base);
    }
    Typed other = types.typer().typeOf(index.index(), context);
    return other.type().target().isPresent() ? pointee(other) : pointee(base);
  }
}

package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Expr;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists of initialisers: how long an array they make. */
final class Initializers {

  private final Types types;

  Initializers(Types types) {
    this.types = types;
  }

  /** The number of elements that an initialiser gives an array without a length. */
  OptionalLong length(Expr initializer, Context context) {
    Expr bare = Exprs.bare(initializer);
    if (bare instanceof Expr.Strings || bare instanceof Expr.Text) {
      return types.typer().typeOf(bare, context).type().resolved() instanceof CType.Array array
          ? array.length()
          : OptionalLong.empty();
    }
    if (!(bare instanceof Expr.InitList list)) {
      return OptionalLong.empty();
    }
    long next = 0;
    long most = 0;
    for (Expr item : list.items()) {
      if (item instanceof Expr.Alternatives || item instanceof Expr.Call) {
        return OptionalLong.empty();
      }
      if (item instanceof Expr.Designated designated) {
        Optional<BigInteger> index = index(designated, context);
        if (index.isEmpty() || index.get().bitLength() > 31 || index.get().signum() < 0) {
          return OptionalLong.empty();
        }
        next = index.get().longValue();
      }
      next++;
      most = Math.max(most, next);
    }
    return OptionalLong.of(most);
  }

  private Optional<BigInteger> index(Expr.Designated designated, Context context) {
    if (designated.designators().isEmpty()) {
      return Optional.empty();
    }
    Expr.Designator first = designated.designators().get(0);
    return first.member().isPresent()
        ? Optional.empty()
        : first.last().or(first::index).flatMap(index -> types.values().of(index, context));
  }
}

package dev.galley.kernelc.types;

import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.syntax.Expr;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values of constant expressions, as far as they can be known without a configuration. */
final class ConstantValues {

  private static final Set<String> SUFFIXING =
      Set.of("UL", "ULL", "_UL", "_ULL", "_AC", "U", "_BITUL", "_BITULL", "BIT", "BIT_ULL");
  private static final int MOST_SHIFT = 256;

  private final Types types;

  ConstantValues(Types types) {
    this.types = types;
  }

  /** The value; empty where it is not known or depends on the configuration. */
  Optional<BigInteger> of(Expr expression, Context context) {
    return context
        .effort()
        .deeper(() -> value(Exprs.bare(expression), context), reason -> Optional.empty());
  }

  /** Whether it is a null pointer constant: 0, or 0 cast to {@code void *} (C17 6.3.2.3). */
  boolean isNull(Expr expression, Context context) {
    Expr bare = Exprs.bare(expression);
    if (bare instanceof Expr.Ident ident && ident.name().equals("NULL")) {
      return true;
    }
    if (bare instanceof Expr.Cast cast
        && Compat.canonical(types.reader().typeName(cast.type(), context))
            .equals(IntegerTypes.VOID_POINTER)) {
      return isNull(cast.operand(), context);
    }
    if (bare instanceof Expr.Ident ident
        && context.scope().ordinary(ident.name()).isPresent()
        && context.scope().ordinary(ident.name()).get() instanceof Binding.Argument argument
        && argument.passed().size() == 1) {
      Passed passed = argument.passed().get(0);
      return isNull(passed.expression(), passed.where().with(context.effort()));
    }
    return bare instanceof Expr.Constant constant
        && Literals.value(constant.text()).filter(value -> value.signum() == 0).isPresent();
  }

  private Optional<BigInteger> value(Expr expression, Context context) {
    if (expression instanceof Expr.Constant constant) {
      return Literals.value(constant.text());
    }
    if (expression instanceof Expr.Ident ident) {
      return named(ident.name(), context);
    }
    if (expression instanceof Expr.Unary unary) {
      return of(unary.operand(), context)
          .flatMap(value -> unary(unary.op(), value))
          .flatMap(value -> wrap(value, expression, context));
    }
    if (expression instanceof Expr.Binary binary) {
      Optional<BigInteger> right = of(binary.right(), context);
      return of(binary.left(), context)
          .flatMap(left -> right.flatMap(other -> binary(binary.op(), left, other)))
          .flatMap(value -> wrap(value, expression, context));
    }
    if (expression instanceof Expr.Cast cast) {
      return of(cast.operand(), context).flatMap(value -> wrap(value, expression, context));
    }
    if (expression instanceof Expr.Conditional conditional) {
      Optional<BigInteger> condition = of(conditional.condition(), context);
      return condition.flatMap(
          value ->
              value.signum() == 0
                  ? of(conditional.no(), context)
                  : conditional.yes().map(yes -> of(yes, context)).orElse(condition));
    }
    if (expression instanceof Expr.SizeOf size && !size.alignment()) {
      return Sizes.of(types.reader().operandType(size.operand(), context));
    }
    return expression instanceof Expr.Call call ? call(call, context) : Optional.empty();
  }

  private Optional<BigInteger> wrap(BigInteger value, Expr expression, Context context) {
    if (value.signum() >= 0 && value.bitLength() < 31) {
      return Optional.of(value);
    }
    CType type = types.typer().typeOf(expression, context).type().resolved();
    if (!(type instanceof CType.Int integer) || integer.bits() < 2) {
      return Optional.empty();
    }
    BigInteger modulus = BigInteger.ONE.shiftLeft(integer.bits());
    BigInteger rest = value.mod(modulus);
    return Optional.of(
        integer.signed() && rest.testBit(integer.bits() - 1) ? rest.subtract(modulus) : rest);
  }

  private static Optional<BigInteger> unary(Expr.UnaryOp op, BigInteger value) {
    return switch (op) {
      case MINUS -> Optional.of(value.negate());
      case PLUS -> Optional.of(value);
      case COMPLEMENT -> Optional.of(value.not());
      case NOT -> Optional.of(truth(value.signum() == 0));
      default -> Optional.empty();
    };
  }

  private static BigInteger truth(boolean holds) {
    return holds ? BigInteger.ONE : BigInteger.ZERO;
  }

  private static Optional<BigInteger> binary(String op, BigInteger left, BigInteger right) {
    boolean shiftable =
        right.signum() >= 0 && right.bitLength() < 31 && right.intValue() < MOST_SHIFT;
    return switch (op) {
      case "+" -> Optional.of(left.add(right));
      case "-" -> Optional.of(left.subtract(right));
      case "*" -> Optional.of(left.multiply(right));
      case "/" -> right.signum() == 0 ? Optional.empty() : Optional.of(left.divide(right));
      case "%" -> right.signum() == 0 ? Optional.empty() : Optional.of(left.remainder(right));
      case "<<" -> shiftable ? Optional.of(left.shiftLeft(right.intValue())) : Optional.empty();
      case ">>" -> shiftable ? Optional.of(left.shiftRight(right.intValue())) : Optional.empty();
      case "&" -> Optional.of(left.and(right));
      case "|" -> Optional.of(left.or(right));
      case "^" -> Optional.of(left.xor(right));
      case "==" -> Optional.of(truth(left.equals(right)));
      case "!=" -> Optional.of(truth(!left.equals(right)));
      case "<" -> Optional.of(truth(left.compareTo(right) < 0));
      case ">" -> Optional.of(truth(left.compareTo(right) > 0));
      case "<=" -> Optional.of(truth(left.compareTo(right) <= 0));
      case ">=" -> Optional.of(truth(left.compareTo(right) >= 0));
      case "&&" -> Optional.of(truth(left.signum() != 0 && right.signum() != 0));
      case "||" -> Optional.of(truth(left.signum() != 0 || right.signum() != 0));
      default -> Optional.empty();
    };
  }

  private Optional<BigInteger> named(String name, Context context) {
    Optional<Binding> local = context.scope().ordinary(name);
    if (local.isPresent()) {
      return local(local.get(), context);
    }
    Optional<BigInteger> agreed = Optional.empty();
    for (Symbol symbol : types.names().seen(Globals.VALUES, name, context)) {
      Optional<BigInteger> value = global(symbol, context);
      if (value.isEmpty() || (agreed.isPresent() && !agreed.equals(value))) {
        return Optional.empty();
      }
      agreed = value;
    }
    return agreed;
  }

  private Optional<BigInteger> local(Binding binding, Context context) {
    if (binding instanceof Binding.Numbered number) {
      return Optional.of(number.value());
    }
    if (binding instanceof Binding.EnumConstant constant) {
      return types
          .enums()
          .value(constant.enumeration(), constant.name(), constant.where().with(context.effort()));
    }
    if (binding instanceof Binding.Argument argument && argument.passed().size() == 1) {
      Passed passed = argument.passed().get(0);
      return of(passed.expression(), passed.where().with(context.effort()));
    }
    return Optional.empty();
  }

  private Optional<BigInteger> global(Symbol symbol, Context context) {
    if (symbol.kind() == SymbolKind.ENUMERATOR) {
      return types.globals().enumeratorValue(symbol, context);
    }
    if (symbol.kind() != SymbolKind.MACRO || !Macros.mayEnter(symbol.name(), context)) {
      return Optional.empty();
    }
    return types
        .macros()
        .of(symbol)
        .filter(macro -> !macro.define().isFunctionLike())
        .flatMap(
            macro ->
                types
                    .macros()
                    .body(macro)
                    .flatMap(Exprs::only)
                    .flatMap(body -> of(body, types.macros().inside(macro, context))));
  }

  private Optional<BigInteger> call(Expr.Call call, Context context) {
    String name = call.name().orElse("");
    if (name.isEmpty() || call.arguments().isEmpty()) {
      return Optional.empty();
    }
    if (SUFFIXING.contains(name)) {
      Optional<BigInteger> value = of(call.arguments().get(0), context);
      return name.contains("BIT") ? value.flatMap(bit -> binary("<<", BigInteger.ONE, bit)) : value;
    }
    List<Macro> macros = types.macros().seen(name, context);
    if (macros.size() != 1 || !Macros.mayEnter(name, context)) {
      return Optional.empty();
    }
    Context inside =
        types
            .macros()
            .inside(
                macros.get(0),
                types.macros().passed(call.arguments(), context),
                context.file().path() + ":" + call.span().start(),
                context);
    return types
        .macros()
        .body(macros.get(0))
        .flatMap(Exprs::only)
        .flatMap(body -> of(body, inside));
  }
}

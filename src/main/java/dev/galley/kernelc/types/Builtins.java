package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Expr;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** gcc's builtin functions (GCC manual, "Built-in Functions"). */
final class Builtins {

  private static final Map<String, CType> RESULTS = results();

  private final Types types;

  Builtins(Types types) {
    this.types = types;
  }

  private static Map<String, CType> results() {
    Map<String, CType> results = new HashMap<>();
    put(results, IntegerTypes.LONG, "expect expect_with_probability");
    put(results, IntegerTypes.INT, "types_compatible_p constant_p classify_type clz clzl clzll");
    put(results, IntegerTypes.INT, "ctz ctzl ctzll ffs ffsl ffsll popcount popcountl popcountll");
    put(results, IntegerTypes.INT, "parity parityl parityll clrsb clrsbl memcmp strcmp strncmp");
    put(results, IntegerTypes.INT, "abs bcmp printf sprintf snprintf vsnprintf has_attribute");
    put(results, IntegerTypes.UNSIGNED_LONG, "offsetof object_size dynamic_object_size strlen");
    put(results, IntegerTypes.UNSIGNED_LONG, "strnlen strspn strcspn");
    put(results, IntegerTypes.UNSIGNED_SHORT, "bswap16");
    put(results, IntegerTypes.UNSIGNED, "bswap32");
    put(results, IntegerTypes.UNSIGNED_LONG, "bswap64");
    put(results, IntegerTypes.VOID_POINTER, "return_address frame_address memcpy memset memmove");
    put(results, IntegerTypes.VOID_POINTER, "alloca extract_return_addr memchr assume_aligned");
    put(results, IntegerTypes.VOID, "unreachable trap va_start va_end va_copy prefetch");
    put(results, IntegerTypes.VOID, "__clear_cache");
    put(results, IntegerTypes.BOOL, "add_overflow sub_overflow mul_overflow is_constant_evaluated");
    put(
        results,
        new CType.Pointer(IntegerTypes.CHAR),
        "strcpy strncpy strcat strchr strrchr strstr");
    return results;
  }

  private static void put(Map<String, CType> results, CType type, String names) {
    for (String name : names.split(" ", -1)) {
      results.put("__builtin_" + name, type);
    }
  }

  Optional<Typed> typeOf(String name, List<Expr> arguments, Context context) {
    CType result = RESULTS.get(name);
    if (result != null) {
      return Optional.of(Typed.of(result));
    }
    if (name.equals("__builtin_va_arg") && arguments.size() == 2) {
      return Optional.of(Typed.of(types.reader().operandType(arguments.get(1), context)));
    }
    if (name.equals("__builtin_choose_expr") && arguments.size() == 3) {
      return Optional.of(choose(arguments, context));
    }
    boolean atomic = name.startsWith("__sync_") || name.startsWith("__atomic_");
    if (atomic
        && !arguments.isEmpty()
        && !name.contains("bool")
        && !name.contains("fence")
        && !name.contains("compare_exchange")
        && !name.contains("store")
        && !name.contains("synchronize")
        && !name.contains("release")) {
      Typed typed = Selections.pointee(types.typer().value(arguments.get(0), context));
      return Optional.of(typed.to(Merge.map(typed.type(), Compat::unqualified)));
    }
    return Optional.empty();
  }

  /** Only one of the two is compiled: which, a constant says. */
  private Typed choose(List<Expr> arguments, Context context) {
    Optional<BigInteger> value = types.values().of(arguments.get(0), context);
    if (value.isPresent()) {
      return types.typer().typeOf(arguments.get(value.get().signum() != 0 ? 1 : 2), context);
    }
    Typed one = types.typer().typeOf(arguments.get(1), context);
    Typed other = types.typer().typeOf(arguments.get(2), context);
    return !one.type().isUnknown() && Compat.same(one.type(), other.type())
        ? one.and(other.steps())
        : Typed.unknown("the constant that chooses between two expressions is not known");
  }
}

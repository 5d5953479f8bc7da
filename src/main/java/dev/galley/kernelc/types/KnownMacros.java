package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Macros of the kernel whose type is a rule: their bodies paste tokens, or choose by tricks that
 * only a preprocessor follows. Their names mean the same all over the tree; a function of such a
 * name is no macro and has its own type.
 */
final class KnownMacros {

  /** What the type of a call is made of. */
  private interface Rule {
    Typed type(List<Expr> arguments, Context context);
  }

  private final Types types;
  private final Builtins builtins;
  private final Map<String, Rule> rules = new HashMap<>();

  KnownMacros(Types types) {
    this.types = types;
    this.builtins = new Builtins(types);
    fixed(IntegerTypes.INT, "IS_ENABLED", "IS_BUILTIN", "IS_MODULE", "IS_REACHABLE");
    fixed(IntegerTypes.INT, "test_bit", "get_user", "put_user", "__get_user", "__put_user");
    fixed(IntegerTypes.INT, "__test_and_set_bit", "__test_and_clear_bit", "__same_type");
    fixed(IntegerTypes.VOID, "__set_bit", "__clear_bit", "__change_bit", "swap");
    fixed(IntegerTypes.LONG, "likely", "unlikely", "WARN_ON", "WARN_ON_ONCE", "WARN");
    fixed(IntegerTypes.LONG, "WARN_ONCE", "WARN_TAINT", "WARN_TAINT_ONCE", "WARN_ON_SMP");
    fixed(IntegerTypes.UNSIGNED_LONG, "ARRAY_SIZE", "BIT", "GENMASK", "UL", "_UL", "_BITUL");
    fixed(IntegerTypes.UNSIGNED_LONG, "offsetof", "offsetofend", "sizeof_field", "struct_size");
    fixed(IntegerTypes.UNSIGNED_LONG, "flex_array_size", "BIT_MASK", "struct_size_t");
    fixed(IntegerTypes.UNSIGNED_LONG_LONG, "BIT_ULL", "GENMASK_ULL", "ULL", "_ULL", "_BITULL");
    fixed(IntegerTypes.UNSIGNED_LONG_LONG, "umin", "umax", "BIT_ULL_MASK");
    entries();
    values();
    rules.put("_AC", this::suffixed);
    rules.put("min_t", this::typedChoice);
    rules.put("max_t", this::typedChoice);
    rules.put("clamp_t", this::typedChoice);
    for (String name : List.of("min", "max", "min3", "max3", "clamp", "min_not_zero")) {
      rules.put(name, this::usual);
    }
  }

  private void fixed(CType type, String... names) {
    for (String name : names) {
      rules.put(name, (arguments, context) -> Typed.of(type));
    }
  }

  private void entries() {
    for (String name :
        List.of(
            "container_of",
            "container_of_const",
            "list_entry",
            "list_entry_rcu",
            "list_first_entry",
            "list_last_entry",
            "list_first_entry_or_null",
            "list_last_entry_or_null",
            "hlist_entry",
            "hlist_entry_safe",
            "hlist_nulls_entry",
            "llist_entry",
            "rb_entry",
            "rb_entry_safe")) {
      rules.put(name, this::entry);
    }
    rules.put("va_arg", (arguments, context) -> type(arguments, 1, context));
  }

  private void values() {
    for (String name :
        List.of(
            "rcu_dereference",
            "rcu_dereference_check",
            "rcu_dereference_protected",
            "rcu_dereference_raw",
            "rcu_dereference_bh",
            "rcu_dereference_sched",
            "rcu_dereference_rtnl",
            "rtnl_dereference",
            "rcu_access_pointer",
            "srcu_dereference",
            "unrcu_pointer",
            "READ_ONCE",
            "READ_ONCE_NOCHECK",
            "data_race",
            "this_cpu_ptr",
            "raw_cpu_ptr",
            "per_cpu_ptr",
            "this_cpu_read",
            "raw_cpu_read",
            "__this_cpu_read")) {
      rules.put(name, (arguments, context) -> value(arguments, 0, context));
    }
    rules.put("FIELD_GET", (arguments, context) -> value(arguments, 0, context));
    rules.put("FIELD_PREP", (arguments, context) -> value(arguments, 0, context));
    for (String name : List.of("per_cpu", "__get_cpu_var", "get_cpu_var")) {
      rules.put(name, this::object);
    }
    for (String name :
        List.of(
            "smp_load_acquire",
            "xchg",
            "xchg_relaxed",
            "cmpxchg",
            "cmpxchg64",
            "cmpxchg_relaxed",
            "cmpxchg_acquire",
            "cmpxchg_release",
            "cmpxchg_local",
            "get_unaligned",
            "fetch_or")) {
      rules.put(name, this::pointee);
    }
    rules.put("abs", this::absolute);
    rules.put("clamp_val", this::promoted);
  }

  /** The type of a call of a macro or builtin that has a rule. */
  Optional<Typed> typeOf(String name, List<Expr> arguments, Context context) {
    if (name.startsWith("__builtin_")
        || name.startsWith("__sync_")
        || name.startsWith("__atomic_")) {
      return builtins.typeOf(name, arguments, context);
    }
    Rule rule = rules.get(name);
    return rule == null
        ? Optional.empty()
        : Optional.of(
            rule.type(arguments, context)
                .and(Customs.step(name + "() by the kernel's custom: a rule for its name")));
  }

  private static Typed missing() {
    return Typed.unknown("too few arguments for this macro");
  }

  private Typed type(List<Expr> arguments, int at, Context context) {
    return at < arguments.size()
        ? Typed.of(types.reader().operandType(arguments.get(at), context))
        : missing();
  }

  private Typed value(List<Expr> arguments, int at, Context context) {
    return at < arguments.size() ? types.typer().value(arguments.get(at), context) : missing();
  }

  private Typed object(List<Expr> arguments, Context context) {
    return arguments.isEmpty() ? missing() : types.typer().typeOf(arguments.get(0), context);
  }

  private Typed pointee(List<Expr> arguments, Context context) {
    Typed typed = Selections.pointee(value(arguments, 0, context));
    return typed.to(Merge.map(typed.type(), Compat::unqualified));
  }

  /** {@code container_of(pointer, type, member)}: a pointer to the type, const for a const one. */
  private Typed entry(List<Expr> arguments, Context context) {
    return arguments.size() < 3
        ? missing()
        : Typed.of(
            Merge.map(types.reader().operandType(arguments.get(1), context), CType.Pointer::new));
  }

  /** The type of {@code typeof_member(type, member)}. */
  Typed member(List<Expr> arguments, Context context) {
    Typed base = type(arguments, 0, context);
    return types.typer().selections().path(base, arguments.get(1), context);
  }

  /** {@code _AC(1, UL)} is {@code 1UL}. */
  private Typed suffixed(List<Expr> arguments, Context context) {
    if (arguments.size() == 2) {
      Expr number = Exprs.bare(arguments.get(0));
      if (number instanceof Expr.Ident ident) {
        Optional<Binding> binding = context.scope().ordinary(ident.name());
        if (binding.isPresent()
            && binding.get() instanceof Binding.Argument argument
            && argument.passed().size() == 1) {
          number = Exprs.bare(argument.passed().get(0).expression());
        }
      }
      Optional<Name> suffix = Exprs.word(arguments.get(1));
      if (number instanceof Expr.Constant constant && suffix.isPresent()) {
        String word = TypeNames.word(suffix.get().text(), context);
        return Typed.of(Literals.typeOf(constant.text() + word));
      }
    }
    return Typed.unknown("a constant whose suffix is pasted to it");
  }

  private Typed usual(List<Expr> arguments, Context context) {
    if (arguments.isEmpty()) {
      return missing();
    }
    Typed typed = value(arguments, 0, context);
    for (int i = 1; i < arguments.size(); i++) {
      Typed other = value(arguments, i, context);
      CType type =
          isPointer(typed) && isPointer(other)
              ? typed.type()
              : types.conversions(context).usual(typed.type(), other.type());
      typed = typed.to(type).and(other.steps());
    }
    return typed;
  }

  private static boolean isPointer(Typed typed) {
    return typed.type().resolved() instanceof CType.Pointer;
  }

  private Typed typedChoice(List<Expr> arguments, Context context) {
    Typed typed = type(arguments, 0, context);
    return typed.to(types.conversions(context).promote(typed.type()));
  }

  private Typed promoted(List<Expr> arguments, Context context) {
    Typed typed = value(arguments, 0, context);
    return typed.to(types.conversions(context).promote(typed.type()));
  }

  private Typed absolute(List<Expr> arguments, Context context) {
    Typed typed = value(arguments, 0, context);
    return typed.to(
        Merge.map(
            typed.type(),
            type ->
                type.resolved() instanceof CType.Int integer
                    ? IntegerTypes.signed(integer)
                    : new CType.Unknown("abs() of " + type)));
  }

  /** The type that {@code DEFINE_CLASS} gives to a variable of {@code CLASS(name, variable)}. */
  CType ofClass(Expr name, Context context) {
    String text = Exprs.word(name).map(Name::text).orElse("");
    CType type = types.reader().names().named("class_" + text + "_t", context);
    return type.isUnknown()
        ? new CType.Unknown("DEFINE_CLASS(" + text + ", …) declares its type")
        : type;
  }
}

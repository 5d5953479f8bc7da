package dev.galley.kernelc.lex;

import java.util.Map;
import java.util.Set;

/** Names that mean the same in every kernel, as data. */
final class KnownNames {

  /** Types besides those that {@link #isType} knows by their form. */
  private static final Set<String> TYPES =
      Set.of(
          "bool",
          "uint",
          "ulong",
          "ushort",
          "uchar",
          "unchar",
          "u_int",
          "u_char",
          "u_short",
          "u_long",
          "uint8",
          "uint16",
          "uint32",
          "uint64",
          "int8",
          "int16",
          "int32",
          "int64",
          "va_list",
          "FILE",
          "DIR",
          "cpumask_var_t",
          "acpi_status",
          "acpi_handle",
          "acpi_size",
          "acpi_string",
          "acpi_io_address",
          "acpi_physical_address",
          "acpi_object_type",
          "acpi_name",
          "acpi_owner_id",
          "acpi_integer",
          "BYTE",
          "WORD",
          "DWORD",
          "QWORD",
          "BOOL",
          "BOOLEAN",
          "UCHAR",
          "USHORT",
          "UINT",
          "ULONG",
          "U8",
          "U16",
          "U32",
          "U64",
          "S8",
          "S16",
          "S32",
          "S64",
          "UINT8",
          "UINT16",
          "UINT32",
          "UINT64",
          "INT8",
          "INT16",
          "INT32",
          "INT64",
          "XXH64_hash_t",
          "ZSTD_CCtx",
          "ZSTD_DCtx");

  /** Lone words that are types wherever they stand, as arguments too. */
  private static final Set<String> SURE_TYPES =
      Set.of(
          "bool",
          "size_t",
          "ssize_t",
          "loff_t",
          "off_t",
          "pid_t",
          "uid_t",
          "gid_t",
          "kuid_t",
          "kgid_t",
          "umode_t",
          "mode_t",
          "dev_t",
          "gfp_t",
          "sector_t",
          "dma_addr_t",
          "phys_addr_t",
          "resource_size_t",
          "irqreturn_t",
          "ktime_t",
          "time64_t",
          "timer_t",
          "clockid_t",
          "key_serial_t",
          "mqd_t",
          "aio_context_t",
          "qid_t",
          "cputime_t",
          "uintptr_t",
          "intptr_t",
          "ptrdiff_t",
          "uint8_t",
          "uint16_t",
          "uint32_t",
          "uint64_t",
          "int8_t",
          "int16_t",
          "int32_t",
          "int64_t",
          "atomic_t",
          "atomic64_t",
          "atomic_long_t",
          "spinlock_t",
          "raw_spinlock_t",
          "rwlock_t",
          "cpumask_t",
          "nodemask_t",
          "pgoff_t",
          "pgprot_t",
          "pgd_t",
          "p4d_t",
          "pud_t",
          "pmd_t",
          "pte_t",
          "swp_entry_t",
          "blk_status_t",
          "blk_opf_t",
          "vm_fault_t",
          "netdev_features_t",
          "netdev_tx_t",
          "old_uid_t",
          "old_gid_t",
          "rwf_t",
          "compat_size_t",
          "compat_ulong_t",
          "compat_uint_t",
          "compat_long_t",
          "compat_uptr_t",
          "compat_off_t",
          "compat_loff_t",
          "compat_pid_t",
          "compat_mode_t",
          "compat_sigset_t",
          "sigset_t",
          "siginfo_t",
          "stack_t",
          "caddr_t",
          "poll_t",
          "u_int",
          "u_char",
          "u_short",
          "u_long",
          "uint",
          "ulong");

  /** Words in the place of attributes that do not begin with two underscores. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "noinstr",
          "notrace",
          "asmlinkage",
          "noinline",
          "noinline_for_stack",
          "nokprobe_inline",
          "INDIRECT_CALLABLE_SCOPE",
          "STATIC",
          "fallthrough",
          "noreturn",
          "inline",
          "INLINE",
          "FORCE_INLINE",
          "MEM_STATIC",
          "HINT_INLINE",
          "FORCE_INLINE_TEMPLATE",
          "FORCE_INLINE_ATTR",
          "VISIBLE_IF_KUNIT",
          "STATIC_IFN_KUNIT",
          "EXPORT_SYMBOL_IF_KUNIT",
          "randomized_struct_layout",
          "____cacheline_aligned",
          "____cacheline_aligned_in_smp",
          "____cacheline_internodealigned_in_smp",
          "___cacheline_aligned",
          "far",
          "FAR",
          "near",
          "huge",
          "UNUSED",
          "PACKED",
          "IN",
          "OUT",
          "OPTIONAL",
          "CONST",
          "EXTERN",
          "VOLATILE",
          "STACK_FRAME_NON_STANDARD",
          "ACPI_INTERNAL_VAR_XFACE",
          "ACPI_PRINTF_LIKE_FUNC",
          "NONNULL",
          "UNUSED_ATTR",
          "WARN_UNUSED_RESULT",
          "vfs_inline",
          "noinline_for_tracing",
          "ATTRIBUTE_UNUSED",
          "ZSTD_UNUSED_ATTR",
          "DONT_VECTORIZE",
          "at_least",
          "ksft_inline");

  /** Attribute macros that take arguments; others begin with two underscores. */
  private static final Set<String> ATTRIBUTE_CALLS =
      Set.of(
          "SEC",
          "INDIRECT_CALLABLE_DECLARE",
          "STATIC_IF",
          "ACPI_PRINTF_LIKE",
          "PRINTF",
          "PRINTF_LIKE",
          "FORMAT_PRINTF",
          "LLVM_ATTR",
          "TARGET_ATTRIBUTE",
          "BMI2_TARGET_ATTRIBUTE",
          "ATTRIBUTE_TARGET",
          "scanf_like");

  private static final Set<String> SURE_ATTRIBUTE_CALLS =
      Set.of(
          "__aligned",
          "__free",
          "__guarded_by",
          "__pt_guarded_by",
          "__counted_by",
          "__counted_by_le",
          "__counted_by_be",
          "__counted_by_ptr",
          "__section",
          "__cleanup",
          "__acquires",
          "__releases",
          "__must_hold",
          "__printf",
          "__scanf",
          "__alloc_size",
          "__assume_aligned",
          "__nonnull",
          "__diagnose_as",
          "__alias",
          "__copy",
          "__sized_by");

  /** Macros that declare a variable which is let go at the end of the block. */
  private static final Set<String> GUARDS =
      Set.of("guard", "CLASS", "ACQUIRE", "CLASS_INIT", "cond_guard");

  /** Macros that guard the statement after them, besides those whose name has a form for it. */
  private static final Set<String> BLOCKS =
      Set.of(
          "skb_queue_walk",
          "skb_queue_walk_safe",
          "skb_queue_reverse_walk",
          "change_nexthops",
          "endfor_nexthops",
          "with_intel_runtime_pm",
          "drm_exec_until_all_locked",
          "drm_exec_retry_on_contention",
          "idr_for_each",
          "scoped_guard",
          "scoped_cond_guard",
          "while_for_each_ftrace_op",
          "do_for_each_ftrace_op",
          "forever",
          "unless",
          "until");

  /** Where macros take a type, counted from 0. */
  private static final Map<String, Integer> TYPE_ARGUMENTS =
      Map.ofEntries(
          Map.entry("container_of", 1),
          Map.entry("container_of_const", 1),
          Map.entry("container_of_or_null", 1),
          Map.entry("container_of_safe", 1),
          Map.entry("list_entry", 1),
          Map.entry("list_entry_rcu", 1),
          Map.entry("list_entry_lockless", 1),
          Map.entry("list_first_entry", 1),
          Map.entry("list_first_entry_or_null", 1),
          Map.entry("list_last_entry", 1),
          Map.entry("list_last_entry_or_null", 1),
          Map.entry("list_first_or_null_rcu", 1),
          Map.entry("hlist_entry", 1),
          Map.entry("hlist_entry_safe", 1),
          Map.entry("hlist_nulls_entry", 1),
          Map.entry("hlist_bl_entry", 1),
          Map.entry("llist_entry", 1),
          Map.entry("rb_entry", 1),
          Map.entry("rb_entry_safe", 1),
          Map.entry("rb_entry_rcu", 1),
          Map.entry("plist_first_entry", 1),
          Map.entry("va_arg", 1),
          Map.entry("this_cpu_ptr_type", 1),
          Map.entry("__builtin_types_compatible_p", 0),
          Map.entry("__same_type_as", 1),
          Map.entry("offsetof", 0),
          Map.entry("offsetofend", 0),
          Map.entry("__builtin_offsetof", 0),
          Map.entry("sizeof_field", 0),
          Map.entry("FIELD_SIZEOF", 0),
          Map.entry("typeof_member", 0),
          Map.entry("member_type", 0),
          Map.entry("min_t", 0),
          Map.entry("max_t", 0),
          Map.entry("clamp_t", 0),
          Map.entry("type_max", 0),
          Map.entry("type_min", 0),
          Map.entry("is_signed_type", 0),
          Map.entry("is_unsigned_type", 0),
          Map.entry("kzalloc_type", 0),
          Map.entry("alloc_percpu", 0),
          Map.entry("alloc_percpu_gfp", 0),
          Map.entry("alloc_percpu_noprof", 0),
          Map.entry("DEFINE_PER_CPU", 0),
          Map.entry("DECLARE_PER_CPU", 0),
          Map.entry("DEFINE_PER_CPU_ALIGNED", 0),
          Map.entry("DEFINE_PER_CPU_SHARED_ALIGNED", 0),
          Map.entry("DECLARE_PER_CPU_SHARED_ALIGNED", 0),
          Map.entry("DEFINE_PER_CPU_READ_MOSTLY", 0),
          Map.entry("DECLARE_PER_CPU_READ_MOSTLY", 0),
          Map.entry("DEFINE_STATIC_PER_CPU", 0),
          Map.entry("DECLARE_FLEX_ARRAY", 0),
          Map.entry("__DECLARE_FLEX_ARRAY", 0),
          Map.entry("DEFINE_FREE", 1),
          Map.entry("DEFINE_CLASS", 1),
          Map.entry("DEFINE_GUARD", 1),
          Map.entry("DEFINE_LOCK_GUARD_1", 1),
          Map.entry("KMEM_CACHE_TYPE", 0),
          Map.entry("FIELD_TYPE", 0));

  /** Macros whose arguments are declared like parameters. */
  private static final Set<String> PARAMETER_MACROS =
      Set.of(
          "TP_PROTO",
          "PARAMS",
          "TP_STRUCT__entry",
          "PROTO",
          "ARGS",
          "BPF_PROG",
          "BPF_KPROBE",
          "BPF_KRETPROBE",
          "BPF_STRUCT_OPS",
          "BPF_STRUCT_OPS_SLEEPABLE",
          "BPF_USDT",
          "P",
          "__P");

  private KnownNames() {}

  /** A name that is hardly anything but a type. */
  static boolean isType(String name) {
    return name.endsWith("_t")
        || TYPES.contains(name)
        || isSizedInteger(name)
        || name.startsWith("Elf32_")
        || name.startsWith("Elf64_");
  }

  /** A type also where variables may stand. */
  static boolean isSureType(String name) {
    return SURE_TYPES.contains(name) || isSizedInteger(name);
  }

  /** u8, __s16, __be32, le64, __sum16, __wsum, __virtio32. */
  private static boolean isSizedInteger(String name) {
    int start = name.startsWith("__") ? 2 : 0;
    if (start == 2 && name.equals("__wsum")) {
      return true;
    }
    int end = name.length();
    while (end > start && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    String bits = name.substring(end);
    if (!bits.equals("8")
        && !bits.equals("16")
        && !bits.equals("32")
        && !bits.equals("64")
        && !bits.equals("128")) {
      return false;
    }
    String letters = name.substring(start, end);
    return switch (letters) {
      case "u", "s" -> true;
      case "be", "le", "sum", "virtio", "fs", "hc", "vhost" -> start == 2;
      default -> false;
    };
  }

  /**
   * Whether a name is written like a typedef of other projects: {@code ZSTD_dict}, {@code Tree}.
   */
  static boolean looksLikeType(String name) {
    if (isType(name)) {
      return true;
    }
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < name.length(); i++) {
      upper |= Character.isUpperCase(name.charAt(i));
      lower |= Character.isLowerCase(name.charAt(i));
    }
    return upper && lower && Character.isUpperCase(name.charAt(0));
  }

  /** A word that is an attribute and no type. */
  static boolean isAttribute(String name) {
    return ATTRIBUTES.contains(name)
        || (name.startsWith("__") && !isType(name) && !name.startsWith("__builtin"));
  }

  /** An attribute that no variable is named after: the table, and the annotations of pointers. */
  static boolean isSureAttribute(String name) {
    return switch (name) {
      case "__user",
          "__iomem",
          "__rcu",
          "__percpu",
          "__force",
          "__bitwise",
          "__packed",
          "__init",
          "__exit",
          "__initdata",
          "__maybe_unused",
          "__always_unused",
          "__unused",
          "__kernel",
          "__read_mostly",
          "__ro_after_init",
          "__aligned",
          "__nocast",
          "__safe",
          "__must_check",
          "__private",
          "__refdata",
          "__weak",
          "__used",
          "__cold",
          "__hot",
          "__pure",
          "__nonstring",
          "__kptr",
          "__kptr_untrusted",
          "__counted_by",
          "__uptr",
          "__arena",
          "__initconst",
          "__attribute_const__",
          "__latent_entropy",
          "__seqcount_ckey",
          "__guarded_by",
          "__percpu_kptr",
          "__arg_ctx",
          "__arg_nonnull",
          "__arg_nullable",
          "__arg_trusted",
          "__private_extern" ->
          true;
      // Parameters have these names too.
      case "far", "near", "huge" -> false;
      default -> ATTRIBUTES.contains(name);
    };
  }

  static boolean isAttributeCall(String name) {
    return ATTRIBUTE_CALLS.contains(name)
        || (name.startsWith("__")
            && !isType(name)
            && !isTypeCall(name)
            && name.equals(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /** Attribute macros with arguments that no function is named after. */
  static boolean isSureAttributeCall(String name) {
    return SURE_ATTRIBUTE_CALLS.contains(name);
  }

  /** Words that are strings: {@code KERN_ERR}. */
  static boolean isString(String name) {
    return name.startsWith("KERN_") || name.equals("pr_fmt") || name.equals("dev_fmt");
  }

  /** A macro that stands for a type by its name. */
  static boolean isTypeCall(String name) {
    return name.contains("typeof")
        || name.contains("TYPEOF")
        || name.endsWith("_type")
        || name.endsWith("_TYPE")
        || name.endsWith("_t")
        || name.endsWith("_T");
  }

  static boolean isGuard(String name) {
    return GUARDS.contains(name);
  }

  /** A macro that guards the statement after it, by its name. */
  static boolean isBlock(String name) {
    return name.contains("for_each")
        || name.contains("foreach")
        || name.contains("FOR_EACH")
        || name.contains("FOREACH")
        || name.contains("_each_")
        || name.contains("ForEach")
        || name.startsWith("for_")
        || name.startsWith("scoped_")
        || name.startsWith("with_")
        || name.startsWith("While")
        || BLOCKS.contains(name);
  }

  /**
   * A macro that guards a statement and hides an {@code if}, by its name; only then may an else be
   * its own.
   */
  static boolean isIf(String name) {
    return name.equals("IF") || name.startsWith("IF_");
  }

  /** Whether a macro takes a type as its argument of a number. */
  static boolean takesType(String name, int argument) {
    Integer position = TYPE_ARGUMENTS.get(name);
    return position != null && position == argument;
  }

  /** Whether the arguments are written like parameters. */
  static boolean takesParameters(String name) {
    return PARAMETER_MACROS.contains(name);
  }

  /** Capitals, digits and underscores. */
  static boolean isCapital(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLowerCase(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}

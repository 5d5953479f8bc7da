package dev.galley.kernelc.lex;

import java.util.Set;

/** Names that the cutter knows by sight, where the shape alone leaves two readings. */
final class Names {

  /** Macros that stand after a function's parameters. */
  private static final Set<String> AFTER_PARAMETERS =
      Set.of(
          "__releases",
          "__acquires",
          "__must_hold",
          "__acquire",
          "__release",
          "__cond_acquires",
          "__cond_releases",
          "__releases_shared",
          "__acquires_shared",
          "__must_hold_shared",
          "__cond_acquires_shared",
          "__no_context_analysis",
          "__context_unsafe",
          "__cond_lock",
          "__printf",
          "__scanf",
          "__no_sanitize",
          "__section",
          "__aligned",
          "__alias",
          "__malloc",
          "__noreturn",
          "__attribute_const__",
          "__guarded_by",
          "__pt_guarded_by",
          "__nonnull",
          "__excludes",
          "__no_caller_saved_registers",
          "__counted_by",
          "__must_not_hold");

  /** Calls at file level whose name looks like an attribute. */
  private static final Set<String> CALLS =
      Set.of(
          "__setup",
          "__initcall",
          "__exitcall",
          "__setup_param",
          "__early_param",
          "__define_initcall");

  private static final Set<String> SECTIONS =
      Set.of(
          "__init",
          "__exit",
          "__initdata",
          "__initconst",
          "__exitdata",
          "__refdata",
          "__refconst",
          "__read_mostly",
          "__ro_after_init",
          "__maybe_unused",
          "__used",
          "__weak",
          "__visible",
          "__packed",
          "__aligned",
          "__section",
          "__percpu",
          "__iomem",
          "__user",
          "__rcu",
          "__latent_entropy",
          "__bss",
          "__data",
          "__nosavedata",
          "__always_unused",
          "__hidden",
          "__ksym",
          "__kconfig",
          "__lsan_ignore",
          "__page_aligned_data",
          "__page_aligned_bss",
          "__randomize_layout",
          "__no_randomize_layout",
          "__designated_init");

  private Names() {}

  /** Whether a macro with arguments after {@code )} belongs to a function's header. */
  static boolean followsParameters(String name) {
    return AFTER_PARAMETERS.contains(name)
        || name.startsWith("__attribute")
        || name.endsWith("LOCK_FUNCTION")
        || name.endsWith("LOCKS_REQUIRED")
        || name.endsWith("LOCKS_EXCLUDED");
  }

  /** Whether a macro call that begins a line is part of the declaration after it. */
  static boolean isAttribute(String name) {
    return name.equals("SEC")
        || (name.startsWith("__")
            && !CALLS.contains(name)
            && name.length() > 2
            && Character.isLowerCase(name.charAt(2)));
  }

  /** Whether a word after a variable's name belongs to its section, not to its name. */
  static boolean isSection(String name) {
    return SECTIONS.contains(name)
        || name.startsWith("__initdata")
        || name.startsWith("__initconst")
        || name.startsWith("____cacheline")
        || name.startsWith("__cacheline")
        || name.endsWith("_after_init")
        || name.endsWith("_unused");
  }

  /** Whether a macro is known to begin a function whatever follows the body. */
  static boolean beginsFunction(String name) {
    return name.contains("SYSCALL_DEFINE")
        || name.equals("FIXTURE_SETUP")
        || name.equals("FIXTURE_TEARDOWN");
  }

  /** Whether a macro call takes the statement after it. */
  static boolean takesStatement(String name) {
    return name.contains("for_each") || name.startsWith("scoped_") || name.contains("foreach");
  }
}

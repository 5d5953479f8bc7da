package dev.galley.kernelc.lex;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.kernelc.lex.Roles.Certainty;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.StringJoiner;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * A line of source, and beside it each word that gets a role, with the rule; a line without roles
 * says that no rule may fire.
 */
public class PositionPassTest {

  @DataProvider
  static Object[][] declarations() {
    return new Object[][] {
      {Unit.STATEMENTS, "T x;", "T TYPE_NAME declared-type"},
      {Unit.STATEMENTS, "T *p;", "T TYPE_NAME pointer-statement"},
      {Unit.STATEMENTS, "T **p = f(a), *q;", "T TYPE_NAME pointer-statement"},
      {Unit.STATEMENTS, "T const *p;", "T TYPE_NAME declared-type"},
      {Unit.STATEMENTS, "static T x = 1, y;", "T TYPE_NAME declared-type"},
      {Unit.STATEMENTS, "a * b + c;", ""},
      {Unit.STATEMENTS, "a = b * c;", ""},
      {Unit.STATEMENTS, "u32 x, y[4];", "u32 TYPE_NAME well-known-type"},
      {Unit.STATEMENTS, "struct s *p, q;", ""},
      {
        Unit.STATEMENTS,
        "T (*handler)(int a, U *b) = g;",
        "T TYPE_NAME declared-type, U TYPE_NAME declared-type"
      },
      {
        Unit.STATEMENTS,
        "T (__efiapi *handler)(U a);",
        "T TYPE_NAME declared-type, __efiapi ATTR spare-specifier, U TYPE_NAME declared-type"
      },
      {Unit.STATEMENTS, "f(*p);", ""},
      {Unit.STATEMENTS, "f(*p)(x);", ""},
      {
        Unit.STATEMENTS,
        "T *p __free(kfree) = NULL;",
        "T TYPE_NAME pointer-statement, __free ATTR_CALL after-declarator"
      },
      {Unit.STATEMENTS, "int x __maybe_unused;", "__maybe_unused ATTR after-declarator"},
      {Unit.STATEMENTS, "const struct s __iomem *p;", "__iomem ATTR well-known-attribute"},
      {
        Unit.STATEMENTS,
        "void __iomem *(*map)(T *t);",
        "__iomem ATTR well-known-attribute, T TYPE_NAME declared-type"
      },
      {
        Unit.STATEMENTS,
        "T x __aligned(8) = { 0 };",
        "T TYPE_NAME declared-type, __aligned ATTR_CALL after-declarator"
      },
      {Unit.STATEMENTS, "typeof(x) y = x;", ""},
      {Unit.STATEMENTS, "__auto_type y = x;", ""},
      {Unit.STATEMENTS, "struct MACRO(x) y;", "MACRO TYPE_MACRO tag-call"},
      {Unit.STATEMENTS, "MACRO_TYPE(x) y;", "MACRO_TYPE TYPE_MACRO type-call"},
      {Unit.STATEMENTS, "for (T *p = a; p; p++) f(p);", "T TYPE_NAME declared-type"},
      {Unit.STATEMENTS, "for (i = 0; i < n; i++) f(i);", ""},
      {
        Unit.STATEMENTS,
        "u8 buf[at_least 4];",
        "u8 TYPE_NAME well-known-type, at_least ATTR in-brackets"
      },
    };
  }

  @DataProvider
  static Object[][] statements() {
    return new Object[][] {
      {Unit.STATEMENTS, "out: f(x);", ""},
      {Unit.STATEMENTS, "fallthrough;", "fallthrough ATTR well-known-attribute"},
      {Unit.STATEMENTS, "DECLARE_BITMAP(x, n);", ""},
      {
        Unit.STATEMENTS,
        "DECLARE_FLAGS(flags) = { };",
        "DECLARE_FLAGS DECLARATOR_MACRO initialised-call"
      },
      {Unit.STATEMENTS, "per_cpu(x, cpu) = 1;", ""},
      {Unit.STATEMENTS, "guard(mutex)(&lock);", "guard DECLARATOR_MACRO guard-name"},
      {Unit.STATEMENTS, "CLASS(fd, f)(n);", "CLASS DECLARATOR_MACRO guard-name"},
      {Unit.STATEMENTS, "ACQUIRE(pci, lock)(dev);", "ACQUIRE DECLARATOR_MACRO guard-name"},
      {Unit.STATEMENTS, "other(mutex)(&lock);", ""},
      {
        Unit.STATEMENTS,
        "scoped_guard(mutex, &lock) *p = x;",
        "scoped_guard BLOCK_MACRO iterator-name"
      },
      {
        Unit.STATEMENTS,
        "list_for_each_entry(p, head, node) f(p);",
        "list_for_each_entry BLOCK_MACRO iterator-name"
      },
      {
        Unit.STATEMENTS,
        "list_for_each_entry(p, head, node) { f(p); }",
        "list_for_each_entry BLOCK_MACRO block-after"
      },
      {Unit.STATEMENTS, "list_for_each_entry(p, head, node);", ""},
      {Unit.STATEMENTS, "walk_them(p, head) { f(p); }", "walk_them BLOCK_MACRO block-after"},
      {Unit.STATEMENTS, "walk_them(p, head)\n\tf(p);", "walk_them BLOCK_MACRO indented-below"},
      {Unit.STATEMENTS, "IF_HIT(p)\n\tf(p);", "IF_HIT IF_MACRO indented-below"},
      {Unit.STATEMENTS, "DBG(x)\nf(p);", "DBG MACRO_STATEMENT no-semicolon"},
      {Unit.STATEMENTS, "f(x)\n\t+ 1;", ""},
      {
        Unit.STATEMENTS,
        "if (x) for_each_set_bit(i, m, 8) f(i); else g();",
        "for_each_set_bit BLOCK_MACRO iterator-name"
      },
      {
        Unit.STATEMENTS,
        "do { f(); } while_each_thread(g, p);",
        "while_each_thread MACRO_STATEMENT ends-do"
      },
      {Unit.STATEMENTS, "PREAMBLE\nf(x);", "PREAMBLE MACRO_STATEMENT no-semicolon"},
      {Unit.STATEMENTS, "{ CRITEND }", "CRITEND MACRO_STATEMENT no-semicolon"},
      {Unit.STATEMENTS, "forever { f(); }", "forever BLOCK_MACRO block-after"},
      {Unit.STATEMENTS, "switch (x) { CASES(1): f(); }", "CASES MACRO_STATEMENT no-semicolon"},
    };
  }

  @DataProvider
  static Object[][] casts() {
    return new Object[][] {
      {Unit.EXPRESSION, "(u32)(x >> 32)", "u32 TYPE_NAME well-known-type"},
      {Unit.EXPRESSION, "(T)x", "T TYPE_NAME cast"},
      {Unit.EXPRESSION, "(x) - 1", ""},
      {Unit.EXPRESSION, "(sector_t)-1", "sector_t TYPE_NAME well-known-type"},
      {Unit.EXPRESSION, "(Type)-1", "Type TYPE_NAME cast-by-name"},
      {Unit.EXPRESSION, "(Type)(x)", "Type TYPE_NAME cast-by-name"},
      {Unit.EXPRESSION, "(f)(x)", ""},
      {
        Unit.EXPRESSION,
        "(T)(uintptr_t)x",
        "T TYPE_NAME cast-by-name, uintptr_t TYPE_NAME well-known-type"
      },
      {Unit.EXPRESSION, "(T *)&x", "T TYPE_NAME pointer-cast"},
      {
        Unit.EXPRESSION,
        "(T __iomem *)x",
        "T TYPE_NAME declared-type, __iomem ATTR well-known-attribute"
      },
      {
        Unit.EXPRESSION,
        "(__force T)x",
        "__force ATTR well-known-attribute, T TYPE_NAME declared-type"
      },
      {Unit.EXPRESSION, "(x)", ""},
      {Unit.EXPRESSION, "(x) * y", ""},
      {Unit.EXPRESSION, "(loff_t)*p", "loff_t TYPE_NAME well-known-type"},
      {Unit.EXPRESSION, "(T (*)(int))f", "T TYPE_NAME declared-type"},
      {Unit.EXPRESSION, "(T){ .a = 1 }", "T TYPE_NAME cast"},
      {Unit.EXPRESSION, "(struct s *)p", ""},
      {Unit.EXPRESSION, "sizeof(T)", ""},
      {Unit.EXPRESSION, "sizeof(u32)", "u32 TYPE_NAME well-known-type"},
      {Unit.EXPRESSION, "sizeof(T *)", "T TYPE_NAME type-operand"},
      {Unit.EXPRESSION, "sizeof(struct s)", ""},
      {Unit.EXPRESSION, "sizeof(x)->y", ""},
      {Unit.EXPRESSION, "(TYPEOF(x))y", "TYPEOF TYPE_MACRO cast"},
      {Unit.EXPRESSION, "({ T *p = f(x); p; })", "T TYPE_NAME pointer-statement"},
      {Unit.EXPRESSION, "(typeof(x) *)p", ""},
    };
  }

  @DataProvider
  static Object[][] arguments() {
    return new Object[][] {
      {Unit.EXPRESSION, "container_of(p, struct s, m)", ""},
      {Unit.EXPRESSION, "container_of(p, T, m)", "T TYPE_NAME type-argument"},
      {Unit.EXPRESSION, "list_entry(p->next, T, node)", "T TYPE_NAME type-argument"},
      {Unit.EXPRESSION, "min_t(u32, a, b)", "u32 TYPE_NAME type-argument"},
      {Unit.EXPRESSION, "min(u, a)", ""},
      {Unit.EXPRESSION, "va_arg(ap, u32)", "u32 TYPE_NAME type-argument"},
      {Unit.EXPRESSION, "va_arg(ap, T *)", "T TYPE_NAME type-argument"},
      {Unit.EXPRESSION, "offsetof(T, m)", "T TYPE_NAME type-argument"},
      {Unit.EXPRESSION, "kzalloc_obj(struct s)", ""},
      {Unit.EXPRESSION, "f(a * b)", ""},
      {Unit.EXPRESSION, "f(T *)", "T TYPE_NAME type-shaped-argument"},
      {Unit.EXPRESSION, "f(x, return -1)", ""},
      {Unit.EXPRESSION, "f({ a(); b(); })", "( SOUP no-arguments"},
      {Unit.EXPRESSION, "f({ 1, 2 })", ""},
      {Unit.EXPRESSION, "f([arg] \"r\" (x))", "( SOUP no-arguments"},
      {Unit.EXPRESSION, "f(a(x) b(y))", "( SOUP no-arguments"},
      {Unit.EXPRESSION, "f(int x, T *y)", ""},
      {
        Unit.EXPRESSION,
        "TP_PROTO(T *x, u32 y)",
        "T TYPE_NAME type-shaped-argument, u32 TYPE_NAME well-known-type"
      },
      {Unit.EXPRESSION, "__builtin_types_compatible_p(T, int)", "T TYPE_NAME type-argument"},
      {Unit.EXPRESSION, "_Generic(x, T: 1, default: 0)", "T TYPE_NAME type-argument"},
    };
  }

  @DataProvider
  static Object[][] strings() {
    return new Object[][] {
      {
        Unit.EXPRESSION,
        "f(KERN_ERR \"x\" PRIu64 \"y\")",
        "KERN_ERR STRING_MACRO beside-string, PRIu64 STRING_MACRO beside-string"
      },
      {
        Unit.EXPRESSION,
        "f(KERN_INFO pr_fmt(\"x\"), y)",
        "KERN_INFO STRING_MACRO beside-string, pr_fmt STRING_MACRO beside-string"
      },
      {
        Unit.EXPRESSION,
        "f(A B \"x\")",
        "A STRING_MACRO beside-string, B STRING_MACRO beside-string"
      },
      {Unit.EXPRESSION, "x->A", ""},
      {Unit.EXPRESSION, "1 KB", "KB INFIX_MACRO between-operands"},
      {Unit.EXPRESSION, "a AND b", "AND INFIX_MACRO between-operands"},
      {Unit.EXPRESSION, "\"a\" \"b\"", ""},
    };
  }

  @DataProvider
  static Object[][] assembler() {
    return new Object[][] {
      {Unit.STATEMENTS, "asm volatile(\"nop\");", ""},
      {
        Unit.STATEMENTS,
        "asm volatile(PPC_X(%0, %1) : : \"r\" (x), \"i\" (y));",
        "PPC_X STRING_MACRO beside-string, ( SOUP assembler-text"
      },
      {
        Unit.STATEMENTS,
        "asm volatile(ALT(\"a\", \"b\") : [v] \"=r\" (x) : CC_OUT(z) (y));",
        "ALT STRING_MACRO beside-string, CC_OUT STRING_MACRO beside-string"
      },
      {
        Unit.STATEMENTS,
        "asm goto(\"1:\" : : [v] REG_IN (x) : : out);",
        "REG_IN INFIX_MACRO constraint"
      },
      {
        Unit.STATEMENTS,
        "asm_inline volatile(\"x\" STR(1) \"y\" : : : \"memory\");",
        "STR STRING_MACRO beside-string"
      },
    };
  }

  @DataProvider
  static Object[][] functions() {
    return new Object[][] {
      {Unit.FUNCTION, "static int __init f(void) { }", "__init ATTR well-known-attribute"},
      {
        Unit.FUNCTION,
        "static void __release_it(struct s *p)\n\t__must_hold(&p->lock)\n{ }",
        "__must_hold ATTR_CALL after-declarator"
      },
      {
        Unit.FUNCTION,
        "static __printf(1, 2) void f(const char *fmt, ...) { }",
        "__printf ATTR_CALL well-known-attribute"
      },
      {Unit.FUNCTION, "T *f(U *a, V) { }", "T TYPE_NAME declared-type, U TYPE_NAME declared-type"},
      {
        Unit.FUNCTION,
        "SYSCALL_DEFINE2(x, T __user *, p, size_t, n) { }",
        "SYSCALL_DEFINE2 HEADER_MACRO macro-header, T TYPE_NAME type-shaped-argument, __user ATTR well-known-attribute, size_t TYPE_NAME well-known-type"
      },
      {Unit.FUNCTION, "static TEST_F(a, b) { }", "TEST_F HEADER_MACRO macro-header"},
      {
        Unit.FUNCTION,
        "noinstr T f(void) { }",
        "noinstr ATTR well-known-attribute, T TYPE_NAME declared-type"
      },
      {
        Unit.FUNCTION,
        "INDIRECT_CALLABLE_SCOPE T *f(T *a) { }",
        "INDIRECT_CALLABLE_SCOPE ATTR well-known-attribute, T TYPE_NAME declared-type, T TYPE_NAME declared-type"
      },
      {Unit.FUNCTION, "SEC(\"tc\") int f(struct s *p) { }", "SEC ATTR_CALL well-known-attribute"},
      {Unit.FUNCTION, "enum tag f(enum tag t) { }", ""},
      {Unit.FUNCTION, "int f(a, b) int a; T *b; { }", "T TYPE_NAME declared-type"},
      {
        Unit.FUNCTION,
        "T (*f(int a))(U *) { }",
        "T TYPE_NAME declared-type, U TYPE_NAME declared-type"
      },
      {Unit.FUNCTION, "static struct s *__f(T x) { }", "T TYPE_NAME declared-type"},
      // Names of parameters, for want of another.
      {Unit.FUNCTION, "void f(struct s *__unused) { }", ""},
      {Unit.FUNCTION, "int f(long near, int huge) { }", ""},
      // No product: nobody would use it, and it cannot be assigned to.
      {
        Unit.FUNCTION,
        "void f(void) { ELF(Ehdr) *hdr = b; RC(t) *c; }",
        "ELF TYPE_MACRO type-call, RC TYPE_MACRO type-call"
      },
      {
        Unit.FUNCTION,
        "void f(struct s p __maybe_unused, int __unused) { }",
        "__maybe_unused ATTR after-declarator, __unused ATTR well-known-attribute"
      },
      {
        Unit.FUNCTION,
        "static inline size_t prefix(strlen)(const char *s) { }",
        "size_t TYPE_NAME well-known-type, prefix DECLARATOR_MACRO declaring-call"
      },
      {Unit.FUNCTION, "T f(PARAMS) { }", "T TYPE_NAME declared-type"},
      {
        Unit.FUNCTION,
        "void f(T (*cb)(U *, void *), T a[]) { }",
        "T TYPE_NAME declared-type, U TYPE_NAME declared-type, T TYPE_NAME declared-type"
      },
    };
  }

  @DataProvider
  static Object[][] fileLevel() {
    return new Object[][] {
      {
        Unit.DECLARATION,
        "static DEFINE_MUTEX(lock);",
        "DEFINE_MUTEX DECLARATOR_MACRO declaring-call"
      },
      {
        Unit.DECLARATION,
        "static T x __read_mostly = 1;",
        "T TYPE_NAME declared-type, __read_mostly ATTR after-declarator"
      },
      {Unit.DECLARATION, "static const struct s t[] = { { 1, 2 }, FOO(x) };", ""},
      {
        Unit.DECLARATION,
        "extern T f(U *a);",
        "T TYPE_NAME declared-type, U TYPE_NAME declared-type"
      },
      {Unit.DECLARATION, "typedef T (*fn_t)(U);", "T TYPE_NAME declared-type"},
      {
        Unit.DECLARATION,
        "typedef u32 __bitwise T;",
        "u32 TYPE_NAME well-known-type, __bitwise ATTR well-known-attribute"
      },
      {Unit.DECLARATION, "T x[N], *y;", "T TYPE_NAME declared-type"},
      {
        Unit.DECLARATION,
        "struct s { T a; u8 b:1, c:2; u32 : 4; DECLARE_BITMAP(m, 4); } __packed;",
        "T TYPE_NAME declared-type, u8 TYPE_NAME well-known-type, u32 TYPE_NAME well-known-type, DECLARE_BITMAP DECLARATOR_MACRO list-item, __packed ATTR well-known-attribute"
      },
      {Unit.DECLARATION, "struct __packed s { int a; };", "__packed ATTR well-known-attribute"},
      {Unit.DECLARATION, "struct near { int a; };", ""},
      {Unit.DECLARATION, "struct PACKED { int a; };", ""},
      {Unit.DECLARATION, "struct far *f(struct near *a);", ""},
      {Unit.DECLARATION, "enum OUT { IN };", ""},
      {Unit.DECLARATION, "union huge { int a; } __packed;", "__packed ATTR well-known-attribute"},
      {Unit.DECLARATION, "struct __packed { int a; } s;", "__packed ATTR well-known-attribute"},
      {
        Unit.DECLARATION,
        "struct s { struct_group(g, T a; int b;); };",
        "struct_group DECLARATOR_MACRO list-item, T TYPE_NAME declared-type"
      },
      {
        Unit.DECLARATION,
        "struct s { T (*f)(U *a); FOO; union { T a; }; };",
        "T TYPE_NAME declared-type, U TYPE_NAME declared-type, FOO MACRO_STATEMENT list-item, T TYPE_NAME declared-type"
      },
      {
        Unit.DECLARATION,
        "struct s { T x __aligned(8); __be32 y; };",
        "T TYPE_NAME declared-type, __aligned ATTR_CALL after-declarator, __be32 TYPE_NAME well-known-type"
      },
      {
        Unit.DECLARATION,
        "enum e { A, B = 1, FOO(C) D __deprecated };",
        "FOO MACRO_STATEMENT list-item, __deprecated ATTR after-declarator"
      },
      {Unit.DECLARATION, "enum e : u8 { A };", "u8 TYPE_NAME declared-type"},
      {
        Unit.DECLARATION,
        "static T DECLARE_X(a) = 1;",
        "T TYPE_NAME declared-type, DECLARE_X DECLARATOR_MACRO initialised-call"
      },
      {
        Unit.DECLARATION,
        "static const T a[] = { [A] = 1, FOO(x) { 1 }, BAR\n\t.x = 1 };",
        "T TYPE_NAME declared-type, FOO MACRO_STATEMENT list-item, BAR MACRO_STATEMENT list-item"
      },
      {
        Unit.DECLARATION,
        "asmlinkage __visible void f(T);",
        "asmlinkage ATTR well-known-attribute, __visible ATTR spare-specifier"
      },
      {Unit.MACRO_CALL, "EXPORT_SYMBOL_GPL(f);", "EXPORT_SYMBOL_GPL MACRO_STATEMENT file-level"},
      {Unit.MACRO_CALL, "module_init(f)", "module_init MACRO_STATEMENT file-level"},
      {
        Unit.MACRO_CALL,
        "DEFINE_PER_CPU(T, x) = 1;",
        "DEFINE_PER_CPU MACRO_STATEMENT file-level, T TYPE_NAME type-argument"
      },
      {
        Unit.MACRO_CALL,
        "define_machine(x) { .f = g };",
        "define_machine MACRO_STATEMENT file-level"
      },
      {
        Unit.MACRO_CALL,
        "LIST_HEAD(x) __initdata;",
        "LIST_HEAD MACRO_STATEMENT file-level, __initdata ATTR after-declarator"
      },
      {
        Unit.MACRO_CALL,
        "DEFINE_FREE(put, T *, if (_T) put(_T))",
        "DEFINE_FREE MACRO_STATEMENT file-level, ( SOUP no-arguments"
      },
      {
        Unit.MACRO_CALL,
        "TRACE_EVENT(x, TP_PROTO(T *a, int b), TP_ARGS(a, b))",
        "TRACE_EVENT MACRO_STATEMENT file-level, T TYPE_NAME type-shaped-argument"
      },
      {
        Unit.MACRO_CALL,
        "FOO((unsigned long p, u8 b), (p, b))",
        "FOO MACRO_STATEMENT file-level, ( SOUP no-arguments"
      },
    };
  }

  @DataProvider
  static Object[][] pasting() {
    return new Object[][] {
      {Unit.STATEMENTS, "struct name##_s *p = a##b(#x, c);", ""},
      {Unit.STATEMENTS, "f(x, ##args);", ""},
      {Unit.STATEMENTS, "int pre_##x = 1;", ""},
      {Unit.EXPRESSION, "(T##_t)x", "T TYPE_NAME cast"},
      {
        Unit.STATEMENTS,
        "static T x __guarded_by(&lock);",
        "T TYPE_NAME declared-type, __guarded_by ATTR_CALL after-declarator"
      },
      {
        Unit.STATEMENTS,
        "T x, y __free(put) = NULL;",
        "T TYPE_NAME declared-type, __free ATTR_CALL after-declarator"
      },
      {
        Unit.DECLARATION,
        "STATIC T __f(int a);",
        "STATIC ATTR well-known-attribute, T TYPE_NAME declared-type"
      },
      {
        Unit.FUNCTION,
        "static T __meminit __f(T a) { }",
        "T TYPE_NAME declared-type, __meminit ATTR spare-specifier, T TYPE_NAME declared-type"
      },
      {
        Unit.FUNCTION,
        "STATIC T __f(int a) { }",
        "STATIC ATTR well-known-attribute, T TYPE_NAME declared-type"
      },
    };
  }

  @Test(dataProvider = "declarations")
  public void givesRolesInDeclarations(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "statements")
  public void givesRolesInStatements(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "casts")
  public void givesRolesInCasts(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "arguments")
  public void givesRolesInArguments(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "strings")
  public void givesRolesInStrings(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "assembler")
  public void givesRolesInAssembler(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "functions")
  public void givesRolesInFunctions(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "fileLevel")
  public void givesRolesInFileLevel(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test(dataProvider = "pasting")
  public void givesRolesInPasting(Unit unit, String source, String expected) {
    assertEquals(shown(unit, source), expected);
  }

  @Test
  public void hidesInactiveTokens() {
    String source = "T x y;";
    CTokens tokens = tokens(source);
    BitSet inactive = new BitSet();
    inactive.set(tokens.at(source.indexOf('y')));
    Roles roles = PositionPass.roles(tokens, 0, tokens.count(), inactive, Unit.STATEMENTS);
    assertEquals(shown(tokens, roles), "T TYPE_NAME declared-type");
  }

  @Test
  public void readsOnlyTheRange() {
    CTokens tokens = tokens("T x; U y;");
    int first = tokens.at("T x; ".length());
    Roles roles = PositionPass.roles(tokens, first, tokens.count(), new BitSet(), Unit.STATEMENTS);
    assertEquals(shown(tokens, roles), "U TYPE_NAME declared-type");
  }

  /** Linear: the trial's pass was quadratic here. */
  @Test(timeOut = 10_000)
  public void standsDeepCalls() {
    int deep = 100_000;
    String source = "f(".repeat(deep) + "x" + ")".repeat(deep) + ";";
    assertEquals(shown(Unit.STATEMENTS, source), "");
  }

  @Test(timeOut = 10_000)
  public void standsLongRows() {
    String[] rows = {"a b ", "(T)", "a(b) ", "* ", "( ", "{ ", "struct ", "a, ", "[ ", ") ", "} "};
    for (String row : rows) {
      for (Unit unit : Unit.values()) {
        CTokens tokens = tokens(row.repeat(20_000));
        Roles roles = PositionPass.roles(visible(tokens), unit);
        assertTrue(tokens.count() >= roles.roles().size(), row);
      }
    }
  }

  @Test
  public void everyRoleIsGivenSomewhere() {
    Set<Kind> missing = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind.isRole()) {
        missing.add(kind);
      }
    }
    Set<Certainty> unused = EnumSet.complementOf(EnumSet.of(Certainty.INDEX));
    for (Object[][] rows :
        new Object[][][] {
          declarations(),
          statements(),
          casts(),
          arguments(),
          strings(),
          assembler(),
          functions(),
          fileLevel(),
          pasting()
        }) {
      for (Object[] row : rows) {
        PositionPass.roles(visible(tokens((String) row[1])), (Unit) row[0])
            .roles()
            .values()
            .forEach(
                role -> {
                  missing.remove(role.kind());
                  unused.remove(role.certainty());
                });
      }
    }
    assertEquals(missing, Collections.emptySet());
    assertEquals(unused, Collections.emptySet());
  }

  private static CTokens tokens(String source) {
    Bytes bytes = Bytes.utf8(source);
    return Lexer.lexMacroBody(bytes, new Span(0, bytes.length()));
  }

  private static VisibleTokens visible(CTokens tokens) {
    return VisibleTokens.of(tokens, 0, tokens.count(), new BitSet());
  }

  private static String shown(Unit unit, String source) {
    CTokens tokens = tokens(source);
    return shown(tokens, PositionPass.roles(visible(tokens), unit));
  }

  private static String shown(CTokens tokens, Roles roles) {
    StringJoiner shown = new StringJoiner(", ");
    roles
        .roles()
        .forEach(
            (token, role) -> shown.add(tokens.text(token) + " " + role.kind() + " " + role.rule()));
    return shown.toString();
  }
}

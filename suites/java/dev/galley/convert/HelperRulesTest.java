package dev.galley.convert;

import static org.testng.Assert.assertEquals;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What definitions stand for, text in and text out. */
public final class HelperRulesTest {

  @DataProvider
  public static Object[][] helpers() {
    return new Object[][] {
      {
        "bool f(const struct pci_dev *dev) { return dev->is_physfn; }",
        "dev->is_physfn => f(dev) [const struct pci_dev *dev]"
      },
      {"int f(struct s *p) { return !!p->x; }", "p->x => f(p) [struct s *p]"},
      {
        "bool f(struct s *p) { return unlikely(p->x && (p->flags & F)); }",
        "p->x && (p->flags & F) => f(p) [struct s *p]"
      },
      {
        "bool f(struct s *p) { if (!p->x) return false; return p->y; }",
        "p->x && p->y => f(p) [struct s *p]"
      },
      {
        "int f(struct s *p) { if (!p->x) return 0; return p->y; }",
        "p->x ? p->y : 0 => f(p) [struct s *p]"
      },
      {
        "struct s *f(struct s *p) { if (p->v) p = p->pf; return p; }",
        "if (p->v)\n\tp = p->pf;\nreturn p; => return f(p); [struct s *p]"
      },
      {
        "struct s *f(struct s *p) { if (p->v) return p->pf; else return p; }",
        "p->v ? p->pf : p => f(p) [struct s *p]"
      },
      {
        "bool f(int t) { switch (t) { case A: case B: return true; default: return false; } }",
        "t == A || t == B => f(t) [int t]"
      },
      {
        "bool f(struct s *p) { struct t *q = p->q; return q->a && q->b; }",
        "p->q->a && p->q->b => f(p) [struct s *p]"
      },
      {
        "int f(struct s *p) { int r = g(p); if (r) return r; return h(p); }",
        "r = g(p);\nif (r)\n\treturn r;\nreturn h(p); => return f(p); [struct s *p, identifier r]"
      },
      {
        "u16 f(int bus, int devfn) { return (bus << 8) | devfn; }",
        "(bus << 8) | devfn => f(bus, devfn) [int bus, int devfn]"
      },
      {
        "void f(struct s *p) { p->a = 1; p->b = 0; }", "p->a = 1;\np->b = 0; => f(p); [struct s *p]"
      },
      {"void f(struct s *p, int v) { g(v, p, 0); }", "g(v, p, 0) => f(p, v) [struct s *p, int v]"},
      {
        "int f(struct s *p) { int r; lock(p); r = g(p); unlock(p); return r; }",
        "lock(p);\nr = g(p);\nunlock(p); => r = f(p); [struct s *p, identifier r]"
      },
      {
        "void f(struct s *p) { if (p->x) { a(p); b(p); } else c(p); }",
        "if (p->x) {\n\ta(p);\n\tb(p);\n} else\n\tc(p); => f(p); [struct s *p]"
      },
      {
        "void f(int *t, int n) { int i; for (i = 0; i < n; i++) t[i] = 0; }",
        "for (i = 0; i < n; i++)\n\tt[i] = 0; => f(t, n); [int *t, int n, identifier i]"
      },
      {"bool f(void) { return state == RUNNING; }", "state == RUNNING => f() []"},
      {"bool f(struct s *p __maybe_unused) { return false; }", ""},
      {"void f(struct s *p) { }", ""},
      {"int f(int x) { return x; }", ""},
      {
        "int f(struct s *p) { a(p); b(p); c(p); d(p); e(p); g(p); h(p); i(p); j(p); k(p); return 0;"
            + " }",
        ""
      },
      {
        "#define f(d) ((dev_is_pci(d) ? to_pci_dev(d)->is_physfn : false))",
        "dev_is_pci(d) && to_pci_dev(d)->is_physfn => f(d) [expression d]"
      },
      {"#define f(d) (((d)->a) + ((d)->b))", "d->a + d->b => f(d) [expression d]"},
      {"#define f(d) (false)", ""},
      {"#define f(p, m) (!!(p)->m)", "p->m => f(p, m) [expression p, identifier m]"},
      {"#define f(x) do { a(x); b(x); } while (0)", "a(x);\nb(x); => f(x); [expression x]"},
      {"#define f(x) ({ int y = g(x); y ? y : -1; })", ""},
      {"#define f(x) ({ int y = x->a; y ? y : -1; })", "x->a ? x->a : -1 => f(x) [expression x]"},
      {
        "#define f(d) for (d = first(); d; d = next(d))",
        "for (d = first(); d; d = next(d))\n\tS => f(d)\n\tS [expression d, statement S]"
      },
      {"#define F 0x10", "0x10 => F []"},
      {"#define F (A | B)", "A | B => F []"},
      {
        "#define f(fmt, ...) pr_debug(\"x: \" fmt, ##__VA_ARGS__)",
        "pr_debug(\"x: \" fmt, ...) => f(fmt, ...) [expression fmt]"
      },
      {"#define f(a, b) a##b", ""},
      {"#define f", ""},
    };
  }

  @Test(dataProvider = "helpers")
  public void saysWhatAHelperStandsFor(String definition, String expected) {
    assertEquals(rules(definition), expected);
  }

  private static String rules(String text) {
    CFile file = CFile.of("x.h", Bytes.utf8(text + "\n"));
    List<String> rules = new ArrayList<>();
    for (External external : file.outline().externals()) {
      DefinitionReader.read(file, external, 1)
          .definition()
          .flatMap(HelperRules::of)
          .ifPresent(rule -> rules.add(text(rule)));
    }
    return String.join("; ", rules);
  }

  static String text(Rule rule) {
    return rule.left().text()
        + " => "
        + rule.right().text()
        + rule.variables().stream()
            .map(Rule.Variable::declaration)
            .collect(Collectors.joining(", ", " [", "]"));
  }
}

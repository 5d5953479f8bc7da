package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.convert.RuleMatcher.Half;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Sides of rules laid over functions. */
public final class RuleMatcherTest {

  private static final String HEAD =
      """
      struct bus { int number; };
      struct pci_dev { unsigned int is_physfn:1; unsigned int is_virtfn:1; int flags;
        struct bus *bus; struct pci_dev *physfn; unsigned int devfn; void *priv; };
      struct other { unsigned int is_physfn; struct pci_dev pdev; void *priv; };
      int g(int a, int b);
      """;

  @DataProvider
  public static Object[][] expressions() {
    return new Object[][] {
      {"plain", "struct pci_dev *d", "d->is_physfn", "x = dev->is_physfn;", "dev->is_physfn d=dev"},
      {
        "parentheses",
        "struct pci_dev *d",
        "d->is_physfn",
        "x = (dev)->is_physfn;",
        "(dev)->is_physfn d=dev"
      },
      {
        "dereferenced",
        "struct pci_dev *d",
        "d->is_physfn",
        "x = (*dev).is_physfn;",
        "(*dev).is_physfn d=dev"
      },
      {
        "of a value",
        "struct pci_dev *d",
        "d->is_physfn",
        "x = o->pdev.is_physfn;",
        "o->pdev.is_physfn d=&o->pdev"
      },
      {"other type", "struct pci_dev *d", "d->is_physfn", "x = o->is_physfn;", ""},
      {"other member", "struct pci_dev *d", "d->is_physfn", "x = dev->is_virtfn;", ""},
      {
        "unknown type",
        "struct pci_dev *d",
        "d->is_physfn",
        "x = who()->is_physfn;",
        "who()->is_physfn d=who() ?"
      },
      {"any", "expression e", "e->is_physfn", "x = o->is_physfn;", "o->is_physfn e=o"},
      {"twice the same", "expression e", "g(e, e)", "g(x, x); g(x, y);", "g(x, x) e=x"},
      {
        "arithmetic type",
        "int bus",
        "g(bus, 1)",
        "g(dev->bus->number, 0x1);",
        "g(dev->bus->number, 0x1) bus=dev->bus->number"
      },
      {"pointer for number", "int bus", "g(bus, 1)", "g(dev, 1);", ""},
      {
        "constant",
        "constant c",
        "g(1, c)",
        "g(1, 3); g(1, FOO); g(1, y);",
        "g(1, 3) c=3; g(1, FOO) c=FOO"
      },
      {"identifier", "identifier i", "g(i, 1)", "g(x, 1); g(x + 1, 1);", "g(x, 1) i=x"},
      {
        "member metavariable",
        "expression e; identifier m",
        "!e->m",
        "if (!dev->flags) g(1, 2);",
        "!dev->flags e=dev,m=flags"
      },
      {
        "rest",
        "expression e",
        "trace(e, ...)",
        "trace(x, y, 1); trace(x);",
        "trace(x, y, 1) e=x; trace(x) e=x"
      },
      {
        "turned ==",
        "struct pci_dev *d",
        "d->flags == 3",
        "if (3 == dev->flags) g(1, 2);",
        "3 == dev->flags d=dev"
      },
      {"turned <", "expression e", "e < 4", "if (4 > x) g(1, 2); if (x > 4) g(1, 2);", "4 > x e=x"},
      {
        "numbers by value",
        "struct pci_dev *d",
        "d->flags & 0x10",
        "x = dev->flags & 16;",
        "dev->flags & 16 d=dev"
      },
      {"not their suffix", "struct pci_dev *d", "d->flags & 1", "x = dev->flags & 1UL;", ""},
      {
        "turned &",
        "struct pci_dev *d; expression e",
        "d->flags & e",
        "x = y & dev->flags;",
        "y & dev->flags d=dev,e=y"
      },
      {"row of +", "expression a", "1 + a + 2", "x = 2 + y + 1;", "2 + y + 1 a=y"},
      {
        "part of a row",
        "struct pci_dev *d",
        "d->is_physfn || d->is_virtfn",
        "if (x || dev->is_physfn || dev->is_virtfn) g(1, 2);",
        "dev->is_physfn, dev->is_virtfn d=dev"
      },
      {
        "|| turned",
        "struct pci_dev *d",
        "d->is_physfn || d->is_virtfn",
        "if (dev->is_virtfn || dev->is_physfn) g(1, 2);",
        "dev->is_virtfn || dev->is_physfn d=dev"
      },
      {
        "|| of two devices",
        "struct pci_dev *d",
        "d->is_physfn || d->is_virtfn",
        "if (dev->is_virtfn || pf->is_physfn) g(1, 2);",
        ""
      },
      {
        "&& for ||",
        "struct pci_dev *d",
        "d->is_physfn || d->is_virtfn",
        "if (dev->is_physfn && dev->is_virtfn) g(1, 2);",
        ""
      },
      {
        "guard not turned",
        "struct pci_dev *d",
        "d->physfn && d->physfn->flags",
        "if (dev->physfn->flags && dev->physfn) g(1, 2);",
        ""
      },
      {
        "guard in order",
        "struct pci_dev *d",
        "d->physfn && d->physfn->flags",
        "if (dev->physfn && dev->physfn->flags) g(1, 2);",
        "dev->physfn && dev->physfn->flags d=dev"
      },
      {"calls not turned", "expression e", "a(e) && b(e)", "if (b(x) && a(x)) g(1, 2);", ""},
      {
        "not null in a condition",
        "struct pci_dev *d",
        "d->priv != NULL",
        "if (dev->priv) g(1, 2);",
        "dev->priv d=dev"
      },
      {"not null as a value", "struct pci_dev *d", "d->priv != NULL", "p = dev->priv;", ""},
      {
        "twice negated",
        "struct pci_dev *d",
        "d->priv != NULL",
        "x = !!dev->priv;",
        "dev->priv d=dev"
      },
      {
        "null turned",
        "struct pci_dev *d",
        "d->priv == NULL",
        "if (!dev->priv) g(1, 2);",
        "!dev->priv d=dev"
      },
      {"0 ==", "struct pci_dev *d", "!d->flags", "x = 0 == dev->flags;", "0 == dev->flags d=dev"},
      {
        "and not its opposite",
        "struct pci_dev *d",
        "d->priv == NULL",
        "if (dev->priv) g(1, 2);",
        ""
      },
      {
        "De Morgan",
        "struct pci_dev *d",
        "!(d->is_physfn || d->is_virtfn)",
        "if (!dev->is_physfn && !dev->is_virtfn) g(1, 2);",
        "!dev->is_physfn && !dev->is_virtfn d=dev"
      },
      {
        "? 1 : 0",
        "struct pci_dev *d",
        "d->flags & 4",
        "x = dev->flags & 4 ? 1 : 0;",
        "dev->flags & 4 d=dev"
      },
      {
        "? turned",
        "struct pci_dev *d",
        "d->physfn ? d->physfn : d",
        "p = !dev->physfn ? dev : dev->physfn;",
        "!dev->physfn ? dev : dev->physfn d=dev"
      },
      {"a macro that is local", "expression e", "g(e, X)", "int X = 1; g(x, X);", ""},
      {"cast by its words", "expression e", "(u8)e", "x = (u8)y; x = (u16)y;", "(u8)y e=y"},
    };
  }

  @Test(dataProvider = "expressions")
  public void fitsExpressions(
      String name, String variables, String left, String body, String expected) {
    assertEquals(found(variables, left, true, body), expected, name);
  }

  @DataProvider
  public static Object[][] statements() {
    return new Object[][] {
      {"one", "struct pci_dev *d", "d->flags |= 1;", "dev->flags |= 1;", "dev->flags |= 1; d=dev"},
      {
        "run in a block",
        "expression a; expression b",
        "lock(a); b = 0; unlock(a);",
        "x = 1; { lock(p); y = 0; unlock(p); } x = 2;",
        "lock(p);, y = 0;, unlock(p); a=p,b=y"
      },
      {
        "two locks",
        "expression a; expression b",
        "lock(a); b = 0; unlock(a);",
        "lock(p); y = 0; unlock(q);",
        ""
      },
      {
        "braces do not count",
        "expression a",
        "if (a->flags) { a->flags = 0; }",
        "if (dev->flags) dev->flags = 0;",
        "if (dev->flags) dev->flags = 0; a=dev"
      },
      {
        "if turned",
        "expression a; expression b",
        "if (a) b = 1; else b = 2;",
        "if (!x) y = 2; else y = 1;",
        "if (!x) y = 2; else y = 1; a=x,b=y"
      },
      {
        "if not turned",
        "expression a; expression b",
        "if (a) b = 1; else b = 2;",
        "if (!x) y = 1; else y = 2;",
        "if (!x) y = 1; else y = 2; a=!x,b=y"
      },
      {
        "loop",
        "identifier i; expression n; expression a",
        "for (i = 0; i < n; i++) a[i] = 0;",
        "for (x = 0; y > x; ++x) { t[x] = 0; }",
        "for (x = 0; y > x; ++x) { t[x] = 0; } i=x,n=y,a=t"
      },
      {
        "statement",
        "expression a; statement S",
        "if (a->flags) S",
        "if (dev->flags) { g(1, 2); }",
        "if (dev->flags) { g(1, 2); } a=dev,S=g(1, 2);"
      },
      {
        "declared",
        "identifier v; expression a",
        "v = g(a, 0);",
        "int z = g(x, 0);",
        "int z = g(x, 0); v=z,a=x"
      },
      {
        "label",
        "expression a; identifier l",
        "if (a < 0) goto l;",
        "if (x < 0) goto out; out: x = 1;",
        "if (x < 0) goto out; a=x,l=out"
      },
      {
        "macro block",
        "identifier i; expression l",
        "list_for_each_entry(i, l, n) { i->x = 0; }",
        "list_for_each_entry(p, &q->l, n) p->x = 0;",
        "list_for_each_entry(p, &q->l, n) p->x = 0; i=p,l=&q->l"
      },
      {
        "return",
        "expression a",
        "if (a) return -22; return 0;",
        "if (x) return -22; return 0;",
        "if (x) return -22;, return 0; a=x"
      },
    };
  }

  @Test(dataProvider = "statements")
  public void fitsStatements(
      String name, String variables, String left, String body, String expected) {
    assertEquals(found(variables, left, false, body), expected, name);
  }

  @Test
  public void tellsThatOnlyTheTypeIsAnother() {
    Rule rule = rule("struct pci_dev *d", "d->is_physfn", true);
    TestSide side = side("if (o->is_physfn) g(1, 2); if (dev->is_virtfn) g(1, 2);");
    RuleMatcher matcher = new RuleMatcher();
    List<String> refused = new ArrayList<>();
    for (CNode root : side.roots()) {
      root.walk(
          node ->
              matcher
                  .otherType(rule, Half.LEFT, List.of(node), side)
                  .ifPresent(
                      other ->
                          refused.add(
                              side.text(other.nodes().get(0))
                                  + ": wanted "
                                  + other.wanted()
                                  + ", had "
                                  + other.had())));
    }
    assertEquals(refused, List.of("o->is_physfn: wanted struct pci_dev *, had struct other *"));
  }

  @Test
  public void holdsToWhatTheOtherSideSays() {
    Rule rule = rule("struct pci_dev *d", "d->is_physfn", true);
    TestSide before = side("x = dev->is_physfn;");
    TestSide after = side("x = helper(pf); x = helper(dev);");
    RuleMatcher matcher = new RuleMatcher();
    Match left = matcher.within(rule, Half.LEFT, before.roots(), before).get(0);
    List<Match> right = matcher.within(rule, Half.RIGHT, after.roots(), after);
    List<Boolean> fits =
        right.stream()
            .map(
                match ->
                    matcher.match(rule, Half.RIGHT, match.nodes(), after, left.bound()).isPresent())
            .toList();
    assertEquals(fits, List.of(false, true));
  }

  @Test
  public void fitsTheOpposite() {
    Rule rule = rule("struct pci_dev *d", "!d->is_physfn", true);
    TestSide side = side("if (dev->is_physfn) g(1, 2);");
    Expr condition = first(side, Expr.Member.class);
    RuleMatcher matcher = new RuleMatcher();
    assertTrue(matcher.opposite(rule, Half.LEFT, condition, side, Map.of()).isPresent());
    assertFalse(matcher.left(rule, condition, side).isPresent());
  }

  @Test
  public void looksNoFurtherThanItsLimits() {
    String many = "x" + " + x".repeat(30);
    String others = "x" + " + x".repeat(29) + " + y";
    assertEquals(found("expression e", many, true, "y = " + others + ";"), "");
    String deep = "!(".repeat(150) + "dev->flags" + ")".repeat(150);
    assertEquals(
        found("struct pci_dev *d", "d->flags", true, "x = " + deep + ";"), "dev->flags d=dev");
  }

  private static String found(String variables, String left, boolean expression, String body) {
    TestSide side = side(body);
    Rule rule = rule(variables, left, expression);
    return new RuleMatcher()
        .within(rule, Half.LEFT, side.roots(), side).stream()
            .map(match -> text(match, side))
            .collect(Collectors.joining("; "));
  }

  private static String text(Match match, TestSide side) {
    String nodes = match.nodes().stream().map(side::text).collect(Collectors.joining(", "));
    String bound =
        match.bound().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + text(entry.getValue(), side))
            .collect(Collectors.joining(","));
    return nodes + " " + bound + (match.doubts().isEmpty() ? "" : " ?");
  }

  private static String text(Expr expr, TestSide side) {
    return expr instanceof Expr.Unary unary && unary.span().equals(unary.operand().span())
        ? unary.op().text() + text(unary.operand(), side)
        : expr instanceof Expr.Statements held ? StatementText.of(held, side) : side.text(expr);
  }

  private static <T extends CNode> T first(TestSide side, Class<T> type) {
    List<T> found = new ArrayList<>();
    side.roots()
        .forEach(
            root ->
                root.walk(
                    node -> {
                      if (type.isInstance(node)) {
                        found.add(type.cast(node));
                      }
                    }));
    return found.get(0);
  }

  /** The statements that a metavariable stands for. */
  private static final class StatementText {
    static String of(Expr.Statements held, TestSide side) {
      return held.items().stream()
          .flatMap(
              item ->
                  item instanceof Stmt.Compound block
                      ? block.items().stream()
                      : List.of(item).stream())
          .map(side::text)
          .collect(Collectors.joining(" "));
    }
  }

  private static TestSide side(String body) {
    return TestSide.of(
        HEAD
            + "void f(struct pci_dev *dev, struct pci_dev *pf, struct other *o, int x, int y)\n{ "
            + body
            + " }\n");
  }

  static Rule rule(String variables, String left, boolean expression) {
    List<Rule.Variable> declared =
        Arrays.stream(variables.split("; "))
            .map(one -> new Rule.Variable(one.replaceAll("^.*[ *]", ""), one))
            .toList();
    Template template = expression ? expression(left) : statements(left);
    String name = declared.get(0).name();
    return new Rule(
        "helper",
        declared,
        template,
        expression ? expression("helper(" + name + ")") : statements("helper(" + name + ");"),
        new Rule.Origin.Written("test.rules", 1),
        List.of(),
        List.of());
  }

  static Template expression(String text) {
    Reading.Tree tree = (Reading.Tree) Snippet.expression(Bytes.utf8(text));
    return new Template.Expression(text, ((Unit.Expression) tree.unit()).expression());
  }

  static Template statements(String text) {
    Reading.Tree tree = (Reading.Tree) Snippet.statements(Bytes.utf8(text));
    return new Template.Statements(text, ((Unit.Statements) tree.unit()).items());
  }
}

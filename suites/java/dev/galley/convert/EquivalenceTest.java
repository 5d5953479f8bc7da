package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.expectThrows;

import dev.galley.finding.Side;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Verdicts over two expressions: {@code same}, {@code unknown}, or the values that tell them apart.
 */
public final class EquivalenceTest {

  private static final String HEAD =
      """
      typedef unsigned short u16;
      typedef unsigned int u32;
      typedef unsigned long u64;
      struct s { int a; int b; struct s *next; unsigned int bit:1; u32 word; u64 wide; };
      u16 narrow(u32 x);
      u32 half(u16 x);
      int size(struct s *p);
      """;

  private static final List<Rule> RULES =
      TestRules.of(
          "u32 x: x => narrow(x)", "u32 x: x => half(x)", "struct s *p: p->a + p->b => size(p)");

  @DataProvider
  public Object[][] pairs() {
    return new Object[][] {
      {"p->a && p->b", "p->b && p->a", "same"},
      {"!(p->a && !p->b)", "!p->a || p->b", "same"},
      {"!!p->a", "p->a != 0", "same"},
      {"p->bit == 1", "p->bit", "same"},
      {"p->a == 1", "p->a != 0", "p->a = 2: before false, after true"},
      {"p != NULL", "p", "same"},
      {"x < y", "y > x", "same"},
      {"!(x < y)", "x >= y", "same"},
      {"x < y", "x <= y", "x = 0, y = 0: before false, after true"},
      {"x | y | 4", "4 | (y | x)", "same"},
      {"x ? y : 0", "x && y", "x = 1, y = 2: before 2, after 1"},
      {"p->a", "p && p->a", "p->a = 2: before 2, after 1"},
      {"p && p->a", "p->a", "p = 0, p->a = 0: before false, after follows a NULL pointer to p->a"},
      {"p->word", "narrow(p->word)", "p->word = 0x10000: before 0x10000, after 0"},
      {"p->wide", "half(p->wide)", "p->wide = 0x10000: before 0x10000, after 0"},
      {"q->a + q->b", "size(q)", "same"},
      {"q->b + q->a", "size(q)", "same"},
      {"q->a + q->a", "size(q)", "q->a = 1, q->b = 0: before 2, after 1"},
      {"(x & 0xf0) >> 4", "FIELD_GET(GENMASK(7, 4), x)", "same"},
      {"(x & 0x70) >> 4", "FIELD_GET(GENMASK(7, 4), x)", "x = 240: before 7, after 15"},
      {"x & (1 << 3)", "x & BIT(3)", "same"},
      {"x & MASK", "x & MASK & 1", "unknown"},
      {"unknown(x)", "x", "unknown"},
      {"(u16)x", "x", "x = 0x10000: before 0, after 0x10000"},
    };
  }

  @Test(dataProvider = "pairs")
  public void judges(String before, String after, String expected) {
    TestSide one = side(before);
    TestSide other = side(after);
    Equivalence equivalence =
        new Equivalence(one, new Aliases(one), other, new Aliases(other), RULES);
    boolean condition = before.matches(".*(&&|\\|\\||!|[=<>]=|[<>] ).*|p->bit");
    Equivalence.Verdict verdict =
        equivalence.compare(value(one), value(other), condition && !before.contains(">>"), false);
    String told =
        verdict instanceof Equivalence.Differs differs
            ? differs.witness()
            : verdict instanceof Equivalence.Same ? "same" : "unknown";
    assertEquals(told, expected, verdict.toString());
  }

  @Test
  public void knowsNoDifferenceWithoutWitness() {
    expectThrows(IllegalArgumentException.class, () -> new Equivalence.Differs(""));
  }

  @Test
  public void givesUpOnDeepAndManyThings() {
    StringBuilder many = new StringBuilder("x");
    for (int i = 0; i < 30; i++) {
      many.append(" && v").append(i);
    }
    judges(many.toString(), "x && other", "unknown");
    judges("x" + " + x".repeat(300), "x", "unknown");
  }

  private static TestSide side(String expression) {
    return new TestSide(
        HEAD + "int f(struct s *p, struct s *q, int x, int y) { return " + expression + "; }",
        Side.OLD);
  }

  private static Expr value(TestSide side) {
    List<Expr> found = new ArrayList<>();
    side.roots()
        .forEach(
            root ->
                root.walk(
                    node -> {
                      if (node instanceof Stmt.Return back) {
                        back.value().ifPresent(found::add);
                      }
                    }));
    return found.get(0);
  }
}

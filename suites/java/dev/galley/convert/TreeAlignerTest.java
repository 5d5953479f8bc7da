package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.text.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The edits between two bodies, written {@code before => after}; moves as {@code ~ statement}. */
public final class TreeAlignerTest {

  @DataProvider
  public Object[][] bodies() {
    return new Object[][] {
      {"if (d->a) g();", "if (/* is it? */ ((d->a))) {\n g(); }", ""},
      {"p(\"a b\");", "p(\"a \"\n  \"b\");", ""},
      {"x = (*d).a;", "x = d->a;", ""},
      {"if (d->a) g();", "if (h(d)) g();", "d->a => h(d)"},
      {"if (!d->a || x) g();", "if (!h(d) || x) g();", "d->a => h(d)"},
      {"if (!d->a) g();", "if (h(d)) g();", "!d->a => h(d)"},
      {"if (x && d->a && y) g();", "if (x && h(d) && y) g();", "d->a => h(d)"},
      {"if (d->a && d->b && y) g();", "if (h(d) && y) g();", "d->a && d->b => h(d)"},
      {"if (y && d->a && d->b) g();", "if (y && h(d)) g();", "d->a && d->b => h(d)"},
      {"if (d->a && x) g();", "if (h(d)) g();", "d->a && x => h(d)"},
      {"g(1, d->a, 2);", "g(1, h(d), 2);", "d->a => h(d)"},
      {"g(1, 2);", "k(1, 2);", "g => k"},
      {"g(1, 2);", "g(2);", "1 => "},
      {"d->a = 1;", "h(d) = 1;", "d->a => h(d)"},
      {"return d->a;", "return h(d);", "d->a => h(d)"},
      {"int x = d->a;", "int x = h(d);", "d->a => h(d)"},
      {"int x;", "int x = h(d);", " => h(d)"},
      {"a(1); b(2); c(3);", "a(1); c(3);", "b(2); => "},
      {"a(1); c(3);", "a(1); b(2); c(3);", " => b(2);"},
      {
        "alpha(one, two, three); beta(1); gamma(2);",
        "beta(1); gamma(2); alpha(one, two, three);",
        "~ alpha(one, two, three);"
      },
      {
        "alpha(one, two); beta(1); if (x) y();",
        "if (q) { alpha(one, two); beta(1); } if (x) y();",
        " => if (q) { alpha(one, two); beta(1); }"
      },
      {
        "alpha(d->a, two); beta(1); if (x) y();",
        "if (q) { alpha(h(d), two); beta(1); } if (x) y();",
        " => if (q) { alpha(h(d), two); beta(1); } | d->a => h(d)"
      },
      {"if (d->a) g(); else k();", "if (!h(d)) k(); else g();", "d->a => !h(d)"},
      {
        "for (i = 0; i < N; i++) { g(i); k(d->a); }",
        "each(d, i) { g(i); k(h(d)); }",
        "for (i = 0; i < N; i++) { g(i); k(d->a); } => each(d, i) { g(i); k(h(d)); }"
            + " | d->a => h(d)"
      },
      {
        "if (x)\n return 1;\n return 0;",
        "return h(x);",
        "if (x)\n return 1;\n return 0; => return h(x);"
      },
      {
        "switch (x) { case 1: a(d->a); break; case 2: b(2); break; }",
        "switch (x) { case 1: a(h(d)); break; case 3: c(3); return; case 2: b(2); break; }",
        "d->a => h(d) |  => case 3: c(3); return;"
      },
      {
        "\n#ifdef A\n g(d->a);\n#else\n k(d->a);\n#endif\n",
        "\n#ifdef A\n g(h(d));\n#else\n k(d->a);\n#endif\n",
        "d->a => h(d)"
      },
      {"x = FIELD | (v << 3) | OTHER;", "x = FIELD | PREP(v) | OTHER;", "v << 3 => PREP(v)"},
    };
  }

  @Test(dataProvider = "bodies")
  public void tellsSmallestEdits(String before, String after, String expected) {
    CodeChange change =
        TestSide.change("", "void f(void) { " + before + " }", "void f(void) { " + after + " }");
    assertEquals(told(TreeAligner.align(change), change), expected);
  }

  private static String told(Alignment alignment, CodeChange change) {
    String edits =
        alignment.edits().stream()
            .map(
                edit ->
                    text(edit.before(), change.before().orElseThrow())
                        + " => "
                        + text(edit.after(), change.after().orElseThrow()))
            .collect(Collectors.joining(" | "));
    String moves =
        alignment.moves().stream()
            .map(move -> "~ " + change.after().orElseThrow().text(move.after()))
            .collect(Collectors.joining(" | "));
    return edits + moves;
  }

  private static String text(List<CNode> nodes, CodeSide side) {
    if (nodes.isEmpty()) {
      return "";
    }
    Span span = Nodes.span(nodes);
    return side.text(new dev.galley.kernelc.syntax.Expr.Nothing(span));
  }

  @Test
  public void endsOnLongFunctions() {
    StringBuilder before = new StringBuilder("void f(void) {");
    StringBuilder after = new StringBuilder("void f(void) {");
    for (int i = 0; i < 10_000; i++) {
      before.append(" x[").append(i % 7).append("] = d->a + y;\n");
      after.append(" x[").append(i % 7).append("] = h(d) + y;\n");
    }
    CodeChange change = TestSide.change("", before + "}", after + "}");
    long start = System.nanoTime();
    Alignment alignment = TreeAligner.align(change);
    assertEquals(alignment.differences().size(), 10_000);
    assertTrue(System.nanoTime() - start < 20_000_000_000L, "it took too long");
  }

  @Test
  public void endsOnDeepNesting() {
    String before = "void f(void) { x = " + "(".repeat(400) + "d->a" + ")".repeat(400) + "; }";
    CodeChange change = TestSide.change("", before, before.replace("d->a", "h(d)"));
    assertEquals(TreeAligner.align(change).differences().size(), 1);
  }

  @Test
  public void tellsAMissingSideAsAWhole() {
    CodeChange both = TestSide.change("", "int a;", "int b;");
    CodeChange added = new CodeChange(1, "a.c", "f", java.util.Optional.empty(), both.after());
    Alignment alignment = TreeAligner.align(added);
    assertEquals(alignment.differences().size(), 1);
    assertTrue(alignment.edits().get(0).before().isEmpty());
  }
}

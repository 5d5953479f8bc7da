package dev.galley.convert;

import static org.testng.Assert.assertEquals;

import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What edits of one function have in common, written {@code left => right, times}. */
public final class ObservedRulesTest {

  private static final String HEAD =
      "struct d { int a; struct d *up; }; int native; int h(struct d *d); int k(int x);\n";

  @DataProvider
  public Object[][] bodies() {
    return new Object[][] {
      {"if (d->a) g(); if (e->a) k(1);", "if (h(d)) g(); if (h(e)) k(1);", "E0->a => h(E0), 2"},
      {"if (d->a) g(); k(2);", "if (h(d)) g(); k(2);", ""},
      {
        "if (d->up->a) g(); if (e->a) k(1);",
        "if (h(d->up)) g(); if (h(e)) k(1);",
        "E0->a => h(E0), 2"
      },
      {
        "if (d->a || native) g(); if (e->a || native) k(1);",
        "if (h(d)) g(); if (h(e)) k(1);",
        "E0->a || native => h(E0), 2"
      },
      {
        "if (d->a == e->a) g(); if (e->a == d->a) k(1);",
        "if (h(d)) g(); if (h(e)) k(1);",
        "E0->a == E1->a => h(E0), 2"
      },
      {
        "if (d->a) g(); if (e->a) k(1); if (d->up) k(2);",
        "if (h(d)) g(); if (h(e)) k(1); if (h(d)) k(2);",
        "E0->a => h(E0), 2"
      },
    };
  }

  @Test(dataProvider = "bodies")
  public void agreesOnWhatSeveralEditsShow(String before, String after, String rules) {
    CodeChange change = TestSide.change(HEAD, function(before), function(after));
    List<Rule> found = ObservedRules.of(TreeAligner.align(change).edits());
    assertEquals(String.join(" | ", found.stream().map(ObservedRulesTest::text).toList()), rules);
  }

  private static String function(String body) {
    return "void f(struct d *d, struct d *e) {\n" + body + "\n}\n";
  }

  private static String text(Rule rule) {
    int times = ((Rule.Origin.Observed) rule.origin()).times();
    return rule.left().text() + " => " + rule.right().text() + ", " + times;
  }
}

package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Rule files: what is read, what is written, and what is said of errors. */
public final class RuleFileTest {

  private static final String FILE =
      """
      // drivers/pci/pci.h:12, patch 1
      @ pci_is_sriov_physfn @
      const struct pci_dev *dev;
      scope: drivers/pci
      exempt: drivers/pci/iov.c keeps the flag
      @@
      - dev->is_physfn
      + pci_is_sriov_physfn(dev)

      @ clear @ struct s *p; expression e; @@
      - p->a = e;
      - if (e)
      - 	p->b = 0;
      + clear(p, e);
      """;

  @Test
  public void readsBothForms() {
    Read<List<Rule>> read = RuleFile.read("x.rules", Bytes.utf8(FILE));
    assertEquals(read.problems(), List.of());
    Rule first = read.value().get(0);
    assertEquals(
        HelperRulesTest.text(first),
        "dev->is_physfn => pci_is_sriov_physfn(dev) [const struct pci_dev *dev]");
    assertEquals(first.scope(), List.of("drivers/pci"));
    assertEquals(
        first.exemptions(), List.of(new Rule.Exemption("drivers/pci/iov.c", "keeps the flag")));
    assertEquals(first.origin(), new Rule.Origin.Written("x.rules", 2));
    assertEquals(
        HelperRulesTest.text(read.value().get(1)),
        "p->a = e;\nif (e)\n\tp->b = 0; => clear(p, e); [struct s *p, expression e]");
  }

  @Test
  public void printsWhatItReads() {
    String once = RulePrinter.print(RuleFile.read("x", Bytes.utf8(FILE)).value());
    assertEquals(
        once,
        """
        @ pci_is_sriov_physfn @
        const struct pci_dev *dev;
        scope: drivers/pci
        exempt: drivers/pci/iov.c keeps the flag
        @@
        - dev->is_physfn
        + pci_is_sriov_physfn(dev)

        @ clear @
        struct s *p;
        expression e;
        @@
        - p->a = e;
        - if (e)
        - 	p->b = 0;
        + clear(p, e);
        """);
    assertEquals(RulePrinter.print(RuleFile.read("x", Bytes.utf8(once)).value()), once);
  }

  @DataProvider
  public static Object[][] errors() {
    return new Object[][] {
      {
        "- a->b\n+ f(a)\n",
        "line 1, column 3: expected @ NAME @ or the end of the file, found a line with -: a->b"
      },
      {
        "@ f @\n",
        "line 2, column 1: expected @@ or TYPE NAME; or exempt: or scope:, found the end"
            + " of the file"
      },
      {"@ f\n", "line 1, column 4: expected a second @ behind the name of the rule"},
      {
        "@ f @ @@\n- a->b\n",
        "line 3, column 1: expected a line with + or a line with -, found the end of the file"
      },
      {"@ f @ @@\n+ f(a)\n", "line 2, column 3: expected a line with -, found a line with +: f(a)"},
      {
        "@ f @\nstruct s *p\n@@\n- p->x\n+ f(p)\n",
        "line 2, column 1: expected TYPE NAME; or scope: or exempt: or @@, found: struct s *p"
      },
      {
        "@ f @ struct; @@\n- p->x\n+ f(p)\n",
        "line 1, column 7: expected a declaration such as struct pci_dev *d; or expression e;"
            + " found: struct"
      },
      {
        "@ f @ expression e; @@\n- e +\n+ f(e)\n",
        "line 2, column 6: expected an expression, or statements: unexpected end"
      },
      {
        "@ f @ expression e; @@\n- e\n+ f(e)\n",
        "line 2, column 3: the side with - is nothing but the variable e: it would fit everywhere"
      },
      {
        "@ f @ expression e; @@\n- e->a\n+ f(e);\n",
        "line 3, column 3: one side is an expression and the other statements: a statement ends"
            + " with a semicolon"
      },
      {"@ f @ expression e; @@\n- e->a\n+ e->a\n", "line 3, column 3: both sides are the same"},
      {"@ f @ expression e; int e; @@\n- e->a\n+ f(e)\n", "line 1, column 21: e is declared twice"},
      {
        "@ f @\nexempt: a/b\n@@\n- x->a\n+ f(x)\n",
        "line 2, column 12: expected a reason behind the path a/b"
      },
      {
        "@ f @ @@\n- a();\n...\n- b();\n+ f();\n",
        "line 3, column 1: \"...\" between statements is not known here: it stands for arguments"
            + " only"
      },
      {"what\n", "line 1, column 1: expected a line that begins with -, + or @, found: what"},
    };
  }

  @Test(dataProvider = "errors")
  public void saysWhereAndWhatWasExpected(String text, String expected) {
    assertEquals(problems(text), expected);
  }

  @Test
  public void saysAllErrorsAndKeepsTheOtherRules() {
    String text =
        """
        @ a @ expression e; @@
        - e->
        + a(e)

        @ b @ expression e; @@
        - e->b
        + b(e)

        @ c @ expression e @@
        - e->c
        + c(e)
        """;
    Read<List<Rule>> read = RuleFile.read("x", Bytes.utf8(text));
    assertEquals(read.value().stream().map(Rule::name).toList(), List.of("b", "c"));
    assertEquals(
        read.problems().stream().map(problem -> problem.message().replaceAll(":.*", "")).toList(),
        List.of("line 2, column 6", "line 9, column 7"));
  }

  @Test
  public void readsTenThousandRulesAndNoMore() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= RuleFile.MOST_RULES; i++) {
      text.append("@ r @ expression e; @@\n- e->m").append(i).append("\n+ r(e)\n");
    }
    Read<List<Rule>> read = RuleFile.read("x", Bytes.utf8(text.toString()));
    assertEquals(read.value().size(), RuleFile.MOST_RULES);
    assertEquals(read.problems().size(), 1);
    assertTrue(
        read.problems().get(0).message().endsWith("10001 rules; 10000 are allowed"),
        read.problems().toString());
  }

  @Test
  public void takesDeepNestingForAnError() {
    String deep = "(".repeat(50_000) + "e->x" + ")".repeat(50_000);
    String found = problems("@ f @ expression e; @@\n- " + deep + "\n+ f(e)\n");
    assertTrue(found.startsWith("line 2, column "), found);
  }

  private static String problems(String text) {
    return RuleFile.read("x", Bytes.utf8(text)).problems().stream()
        .map(Problem::message)
        .collect(Collectors.joining("; "));
  }
}

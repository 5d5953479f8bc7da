package dev.galley.convert;

import static org.testng.Assert.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What edits of a body are, by a few rules. */
public final class ExplainerTest {

  private static final String HEAD =
      """
      typedef unsigned short u16;
      typedef unsigned char u8;
      typedef unsigned int u32;
      typedef _Bool bool;
      struct bus { u8 number; };
      struct pci_dev {
        unsigned int is_physfn:1; unsigned int is_virtfn:1; struct pci_dev *physfn;
        struct bus *bus; u32 devfn; int error; u32 flags;
      };
      struct other { int is_physfn; struct pci_dev *pdev; };
      bool is_pf(struct pci_dev *dev);
      bool is_vf(struct pci_dev *dev);
      u16 dev_id(struct pci_dev *dev);
      u16 mixed(struct pci_dev *dev);
      bool locked(struct pci_dev *dev);
      struct pci_dev *pci_physfn(struct pci_dev *dev);
      int link(struct pci_dev *a, struct pci_dev *b);
      u32 order(u32 a, u32 b);
      struct bus *bus_of(struct pci_dev *dev);
      """;

  private static final List<Rule> RULES =
      TestRules.of(
          "struct pci_dev *dev: dev->is_physfn => is_pf(dev)",
          "struct pci_dev *dev: dev->is_virtfn => is_vf(dev)",
          "struct pci_dev *dev: (dev->bus->number << 8) | dev->devfn => dev_id(dev)",
          "struct pci_dev *dev: dev->flags & 4 => locked(dev)",
          "u32 a; u32 b: a - b => order(a, b)");

  @DataProvider
  public Object[][] bodies() {
    return new Object[][] {
      {"if (d->is_physfn) g();", "if (is_pf(d)) g();", "Converted is_pf"},
      {"if (!d->is_physfn) g();", "if (!is_pf(d)) g();", "Converted is_pf"},
      {
        "if (d->is_physfn && !o->pdev->is_virtfn) g();",
        "if (is_pf(d) && !is_vf(o->pdev)) g();",
        "Converted is_pf, Converted is_vf"
      },
      {"if (!d->is_physfn) g();", "if (is_pf(d)) g();", "Negated is_pf"},
      {"if (d->is_physfn) g();", "if (!is_pf(d)) g();", "Negated is_pf"},
      {"if (d->is_physfn == 0) g();", "if (!is_pf(d)) g();", "Converted is_pf"},
      {"if (d->is_physfn) g(); else k();", "if (!is_pf(d)) k(); else g();", "Converted is_pf"},
      {"if (d->is_physfn) g(); else k();", "if (is_pf(d)) k(); else g();", "Negated is_pf"},
      {
        "if (!(d->is_physfn || d->is_virtfn)) g();",
        "if (!is_pf(d) && !is_vf(d)) g();",
        "Converted is_pf, Converted is_vf"
      },
      {
        "if (!(d->is_physfn || d->is_virtfn)) g();",
        "if (!is_pf(d) || !is_vf(d)) g();",
        "NotEquivalent is_pf"
      },
      {"if (d->is_virtfn) g();", "if (is_pf(d)) g();", "WrongHelper is_vf is_pf"},
      {"if (d->is_physfn) g();", "if (is_pf(e)) g();", "WrongOperand dev: d -> e"},
      {
        "struct pci_dev *x = d->physfn; if (d->physfn->is_physfn) g();",
        "struct pci_dev *x = d->physfn; if (is_pf(x)) g();",
        "Converted is_pf"
      },
      {"d->is_physfn = 1;", "is_pf(d) = 1;", "WriteConverted is_pf"},
      {"d->is_physfn = 1;", "is_pf(d);", "WriteConverted is_pf"},
      {"d->flags |= 4;", "set(d, order(d->flags, 4));", "Leftover"},
      {"p(&d->error, d->is_physfn);", "p(&d->error, is_pf(d));", "Converted is_pf"},
      {"if (o->is_physfn) g();", "if (is_pf(o->pdev)) g();", "OtherType struct pci_dev *"},
      {"if (d->error) g();", "if (is_pf(d)) g();", "NotEquivalent is_pf"},
      {"if (d && d->is_physfn) g();", "if (is_pf(d)) g();", "NotEquivalent is_pf"},
      {"if (d->is_physfn && x) g();", "if (is_pf(d) || x) g();", "NotEquivalent is_pf"},
      {"if (x && d->is_physfn) g();", "if (is_pf(d) && x) g();", "Converted is_pf"},
      {"if (d->flags & 4) g();", "if (locked(d)) g();", "Converted locked"},
      {"if (d->flags & 8) g();", "if (locked(d)) g();", "NotEquivalent locked"},
      {"if ((d->flags & 4) != 0) g();", "if (locked(d)) g();", "Converted locked"},
      {"x = (d->bus->number << 8) | d->devfn;", "x = dev_id(d);", "Converted dev_id"},
      {"x = d->devfn | (d->bus->number << 8);", "x = dev_id(d);", "Converted dev_id"},
      {"x = (d->bus->number << 4) | d->devfn;", "x = dev_id(d);", "NotEquivalent dev_id"},
      {"y = f->a - f->b;", "y = order(f->a, f->b);", "Converted order"},
      {"k(1);", "k(2);", "Leftover"},
      {"k(1);", "k(1); if (is_pf(d)) return;", "Leftover"},
      {"if (whatever(d)) g();", "if (is_pf(d)) g();", "Leftover"},
      {
        "if (d->is_physfn) return; alpha(); beta();",
        "if (!is_pf(d)) { alpha(); beta(); }",
        "Leftover, Leftover"
      },
    };
  }

  @Test(dataProvider = "bodies")
  public void tellsWhatAnEditIs(String before, String after, String expected) {
    String start = "void f(struct pci_dev *d, struct pci_dev *e, struct other *o, int x, u32 y) { ";
    CodeChange change = TestSide.change(HEAD, start + before + " }", start + after + " }");
    String told =
        new Explainer(new RuleMatcher())
            .explain(change, RULES).stream()
                .map(each -> told(each, change))
                .collect(Collectors.joining(", "));
    assertEquals(told.replaceAll(" \\{.*", ""), expected, told);
  }

  private static String told(Explanation explanation, CodeChange change) {
    String kind = explanation.getClass().getSimpleName();
    if (explanation instanceof Explanation.Converted converted) {
      return kind + " " + converted.rule().name();
    } else if (explanation instanceof Explanation.WrongHelper wrong) {
      return kind + " " + wrong.before().rule().name() + " " + wrong.after().rule().name();
    } else if (explanation instanceof Explanation.WrongOperand wrong) {
      return kind
          + " "
          + wrong.variable()
          + ": "
          + change.before().orElseThrow().text(wrong.was())
          + " -> "
          + change.after().orElseThrow().text(wrong.now());
    } else if (explanation instanceof Explanation.Negated negated) {
      return kind + " " + negated.after().rule().name();
    } else if (explanation instanceof Explanation.WriteConverted write) {
      return kind + " " + write.after().rule().name();
    } else if (explanation instanceof Explanation.OtherType other) {
      return kind + " " + other.wanted();
    } else if (explanation instanceof Explanation.NotEquivalent differs) {
      return kind + " " + differs.rule().name() + " {" + differs.differences() + "}";
    }
    return kind + ((Explanation.Leftover) explanation).note().map(note -> " {" + note).orElse("");
  }
}

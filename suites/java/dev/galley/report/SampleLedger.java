package dev.galley.report;

import dev.galley.convert.Fate;
import dev.galley.convert.Ledger;
import dev.galley.convert.LedgerEntry;
import dev.galley.convert.Reason;
import dev.galley.convert.Rule;
import dev.galley.convert.Said;
import dev.galley.convert.Template;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.search.Elsewhere;
import dev.galley.search.SiteKind;
import dev.galley.text.Span;
import java.util.List;

/** A ledger made by hand: every fate once, hostile text. */
final class SampleLedger {

  private SampleLedger() {}

  static Ledger withEveryFate() {
    Said said =
        new Said(
            0,
            Said.Sort.EXEMPT,
            List.of("drivers/net"),
            List.of(),
            "drivers/net",
            "I left \u001b[31mdrivers/net\u001b[0m alone.",
            12);
    Rule rule =
        new Rule(
            "ring_is_bell",
            List.of(new Rule.Variable("r", "const struct ring *r")),
            new Template.Expression("r->bell", new Expr.Ident(Span.at(0), "r")),
            new Template.Expression("ring_is_bell(r)", new Expr.Ident(Span.at(0), "r")),
            new Rule.Origin.Helper("include/linux/ring.h", 7, 1),
            List.of(),
            List.of());
    return new Ledger(
        List.of(
            new Ledger.Account(
                rule,
                "const struct ring *r; r->bell",
                List.of(
                    entry("a.c", 3, 0, 0, SiteKind.READ, new Fate.Converted(2, "ring_is_bell")),
                    entry("a.c", 9, 10, 0, SiteKind.READ, new Fate.Missed()),
                    entry("b.c", 4, 4, 0, SiteKind.READ, new Fate.Generic()),
                    entry("drivers/net/n.c", 5, 5, 0, SiteKind.READ, new Fate.Exempt(said)),
                    entry("c.c", 6, 0, 0, SiteKind.READ, new Fate.Removed(3)),
                    entry("c.c", 7, 7, 0, SiteKind.WRITE, new Fate.NoRead()),
                    entry("d.c", 8, 8, 0, SiteKind.READ, new Fate.Unknown("the type is unknown")),
                    entry("ring.h", 0, 9, 1, SiteKind.READ, new Fate.HelperBody("ring_is_bell")),
                    entry("ring.h", 2, 2, 0, SiteKind.READ, new Fate.BaseMacro("bell", "bell2"))),
                List.of(new Elsewhere("e.c", 1, "struct other")))),
        List.of(said),
        List.of("ring_is_gong: its places cannot be searched for"));
  }

  private static LedgerEntry entry(
      String path, int before, int after, int added, SiteKind kind, Fate fate) {
    return new LedgerEntry(
        path,
        before,
        after,
        added,
        path.endsWith(".h") ? "" : "ring_work",
        "r->bell",
        Span.at(0),
        "if\t(r->bell) /* \u202e */",
        fate instanceof Fate.Missed ? "#ifdef CONFIG_RING" : "",
        kind,
        List.of("r: struct ring *"),
        fate instanceof Fate.Unknown unknown ? unknown.reason() : "",
        fate,
        fate instanceof Fate.Missed
            ? List.of(
                new Reason(Reason.Sort.USES, "the code behind the test uses r->clapper"),
                new Reason(Reason.Sort.WORDS, said()))
            : List.of());
  }

  private static String said() {
    return "patch 2, subject: \"ring: Convert a.c\"";
  }
}

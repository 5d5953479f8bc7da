package dev.galley.report;

import dev.galley.convert.Fate;
import dev.galley.convert.Ledger;
import dev.galley.convert.LedgerEntry;
import dev.galley.convert.Reason;
import dev.galley.text.Columns;
import dev.galley.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ledger for people: for each rule the sum, then its places by what became of them, reads that
 * stay first.
 */
public final class LedgerText {

  /** What a reader looks for comes first. */
  private static final List<String> ORDER =
      List.of(
          "left with evidence",
          "type unknown",
          "left as generic",
          "exempt",
          "converted",
          "removed",
          "helper's body",
          "base macro",
          "no read");

  private final ReportOptions options;
  private final Ink ink;
  private final StringBuilder out = new StringBuilder();

  private LedgerText(ReportOptions options) {
    this.options = options;
    this.ink = new Ink(options.colour());
  }

  /** The ledger in lines that end with a line feed; says so where there is none. */
  public static String render(Ledger ledger, ReportOptions options) {
    LedgerText text = new LedgerText(options);
    text.write(ledger);
    return text.out.toString();
  }

  private void write(Ledger ledger) {
    out.append('\n');
    if (ledger.accounts().isEmpty()) {
      out.append("no ledger: no conversion by a known rule, or no base\n");
    }
    int reads = 0;
    int untyped = 0;
    for (Ledger.Account account : ledger.accounts()) {
      account(account);
      reads += account.reads();
      untyped += account.untyped();
    }
    ledger
        .notes()
        .forEach(note -> out.append("not done: ").append(Printable.line(note)).append('\n'));
    if (ledger.accounts().size() > 1) {
      out.append(ink.bold("all: " + sum(reads, untyped))).append('\n');
    }
  }

  private static String sum(int reads, int untyped) {
    return Words.count(reads, "read")
        + " known, "
        + (reads - untyped)
        + " typed, "
        + untyped
        + " by field name only";
  }

  private void account(Ledger.Account account) {
    out.append(
        ink.bold(
            "ledger of "
                + Printable.line(account.left())
                + ", "
                + Printable.line(account.right())));
    out.append('\n');
    out.append("  ").append(sum(account.reads(), account.untyped())).append('\n');
    Map<String, List<LedgerEntry>> byFate = new LinkedHashMap<>();
    ORDER.forEach(label -> byFate.put(label, new ArrayList<>()));
    for (LedgerEntry entry : account.entries()) {
      byFate.computeIfAbsent(entry.fate().label(), key -> new ArrayList<>()).add(entry);
    }
    byFate.forEach(this::group);
    if (!account.others().isEmpty()) {
      List<String> others = new ArrayList<>();
      account.otherTotals().forEach((what, count) -> others.add(count + " " + what));
      out.append("  ").append(ink.bold("same word, something else")).append(": ");
      out.append(Printable.line(String.join(", ", others))).append('\n');
    }
    out.append('\n');
  }

  private void group(String label, List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    out.append("  ").append(ink.bold(label)).append(": ").append(entries.size()).append('\n');
    for (LedgerEntry entry : entries) {
      String place = Printable.line(entry.path()) + ":" + entry.line();
      String note = note(entry);
      String head = "    " + place + (note.isEmpty() ? "" : " (" + note + ")") + ": ";
      String line = Printable.line(entry.excerpt().replace('\t', ' '));
      out.append(head);
      out.append(ink.dim(Columns.fit(line, Math.max(options.width() - Columns.width(head), 40))));
      out.append('\n');
      for (Reason reason : entry.reasons()) {
        String text = reason.sort().label() + ": " + Printable.line(reason.text());
        for (String part : Columns.wrap(text, Math.max(options.width() - 8, 40))) {
          out.append("        ").append(part).append('\n');
        }
      }
    }
  }

  private static String note(LedgerEntry entry) {
    List<String> notes = new ArrayList<>();
    if (!entry.function().isEmpty()) {
      notes.add(Printable.line(entry.function()) + "()");
    }
    Fate fate = entry.fate();
    if (fate instanceof Fate.Converted converted) {
      notes.add("patch " + converted.patch());
    } else if (fate instanceof Fate.Removed removed) {
      notes.add("patch " + removed.patch());
    } else if (fate instanceof Fate.Exempt exempt) {
      int patch = exempt.said().patch();
      notes.add(patch == 0 ? "the cover letter says so" : "patch " + patch + " says so");
    } else if (fate instanceof Fate.Unknown unknown) {
      notes.add(Printable.line(unknown.reason()));
    } else if (fate instanceof Fate.BaseMacro macro) {
      notes.add(Printable.line(macro.wrapper()) + " is made like it");
    } else if (fate instanceof Fate.NoRead) {
      notes.add(entry.kind().label());
    }
    if (entry.added() > 0) {
      notes.add("added by patch " + entry.added());
    }
    return String.join(", ", notes);
  }
}

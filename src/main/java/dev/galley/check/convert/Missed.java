package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.convert.Fate;
import dev.galley.convert.Ledger;
import dev.galley.convert.LedgerEntry;
import dev.galley.convert.Reason;
import dev.galley.convert.Rule;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A read that stays although evidence says that it is of the converted kind.
 *
 * <p>Places of one file whose evidence is the same words or the same conditional are one finding.
 */
@CheckInfo(
    id = "convert/missed",
    severity = Severity.WARNING,
    summary = "A place that the conversion should have covered stays open-coded",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class Missed implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    if (review.base().isEmpty()) {
      out.skip("no base to look for places that stay open-coded");
      return;
    }
    Ledger ledger = ReviewLedger.of(review);
    ledger.notes().forEach(out::skip);
    if (ledger.accounts().isEmpty()) {
      out.notApplicable();
      return;
    }
    for (Ledger.Account account : ledger.accounts()) {
      Map<String, List<LedgerEntry>> groups = new LinkedHashMap<>();
      for (LedgerEntry entry : account.entries()) {
        if (entry.fate() instanceof Fate.Missed && entry.added() == 0) {
          groups.computeIfAbsent(group(entry), key -> new ArrayList<>()).add(entry);
        }
      }
      groups.values().forEach(group -> out.add(remark(account, group)));
    }
  }

  private static String group(LedgerEntry entry) {
    String alone = isStrong(entry) ? ":" + entry.line() + entry.expression() : "";
    return entry.path()
        + alone
        + entry.reasons().stream()
            .map(reason -> reason.sort().label())
            .collect(Collectors.joining("+"));
  }

  private static boolean isStrong(LedgerEntry entry) {
    return entry.reasons().stream()
        .anyMatch(reason -> reason.sort().compareTo(Reason.Sort.NAMES) <= 0);
  }

  private static Remark remark(Ledger.Account account, List<LedgerEntry> group) {
    LedgerEntry first = group.get(0);
    Reason reason = first.reasons().get(0);
    boolean isWarning = isStrong(first) || isMostlyConverted(account, first);
    Remark remark =
        Remark.at(
                Place.line(0, first.path(), Side.NEW, first.line()).inFunction(first.function()),
                message(group, reason))
            .severity(isWarning ? Severity.WARNING : Severity.NOTE)
            .excerpt(" " + first.excerpt());
    for (Reason one : first.reasons()) {
      remark = remark.fact(one.sort().label(), one.text());
    }
    if (group.size() > 1) {
      remark =
          remark.fact(
              "lines",
              group.stream()
                  .map(entry -> entry.line() + " " + entry.function() + "()")
                  .collect(Collectors.joining(", ")));
    }
    return remark
        .fact("rule", account.left() + " is " + account.right() + origin(account.rule()))
        .fix(fix(account.rule(), first));
  }

  private static String origin(Rule rule) {
    return rule.origin() instanceof Rule.Origin.Helper helper && helper.patch() > 0
        ? ", patch " + helper.patch()
        : "";
  }

  private static String message(List<LedgerEntry> group, Reason reason) {
    LedgerEntry first = group.get(0);
    String what =
        group.size() == 1
            ? first.expression() + " stays open-coded"
            : group.size() + " reads stay open-coded";
    return switch (reason.sort()) {
      case USES -> what + " although it guards what only the converted kind has";
      case CALLS -> what + " although it guards a call whose own test is converted";
      case NAMES -> what + " although the code behind it names the converted kind";
      case FILE -> what + " in a file that is converted otherwise";
      case WORDS -> what + ", and the series says that this file is converted";
      case CONDITION -> what + " inside the conditional of the converted kind";
    };
  }

  /** Whether few reads of the file stay beside many that are converted. */
  private static boolean isMostlyConverted(Ledger.Account account, LedgerEntry entry) {
    if (entry.reasons().stream().noneMatch(reason -> reason.sort() == Reason.Sort.FILE)) {
      return false;
    }
    int converted = 0;
    int left = 0;
    for (LedgerEntry other : account.entries()) {
      if (other.path().equals(entry.path())) {
        converted += other.fate() instanceof Fate.Converted ? 1 : 0;
        left += other.fate() instanceof Fate.Missed ? 1 : 0;
      }
    }
    return converted >= 2 * left;
  }

  /** The helper's call with the object of the place, where the rule is a member's read. */
  private static String fix(Rule rule, LedgerEntry entry) {
    String left = rule.left().text();
    if (rule.variables().size() != 1) {
      return "";
    }
    String variable = rule.variables().get(0).name();
    String tail = left.startsWith(variable) ? left.substring(variable.length()) : "";
    if (tail.isEmpty() || !entry.expression().endsWith(tail)) {
      return "";
    }
    String object = entry.expression().substring(0, entry.expression().length() - tail.length());
    return rule.name() + "(" + object + ")";
  }
}

package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.convert.Fate;
import dev.galley.convert.Ledger;
import dev.galley.convert.LedgerEntry;
import dev.galley.convert.Rule;
import dev.galley.convert.Said;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What stays open-coded in the rest of the tree, in one note: by folder, with the exemptions. */
@CheckInfo(
    id = "convert/missed-elsewhere",
    severity = Severity.NOTE,
    summary = "How much of the tree stays open-coded, and what the series says about it",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "Documentation/process/submitting-patches.rst, Describe your changes")
public final class MissedElsewhere implements SeriesCheck {

  private static final int MOST_FOLDERS = 40;

  @Override
  public void check(ReviewSubject review, Remarks out) {
    if (review.base().isEmpty()) {
      out.skip("no base to look for places that stay open-coded");
      return;
    }
    Ledger ledger = ReviewLedger.of(review);
    boolean claimsAll =
        ledger.said().stream().anyMatch(said -> said.sort() == Said.Sort.EVERYWHERE);
    Map<String, Integer> folders = new TreeMap<>();
    Map<String, Integer> exempt = new TreeMap<>();
    Set<String> rules = new LinkedHashSet<>();
    int stays = 0;
    for (Ledger.Account account : ledger.accounts()) {
      if (!claimsAll && !isNew(account.rule())) {
        continue;
      }
      for (LedgerEntry entry : account.entries()) {
        boolean isLeft = entry.fate() instanceof Fate.Generic;
        if (isLeft && entry.before() > 0) {
          folders.merge(folder(entry.path()), 1, Integer::sum);
        } else if (entry.fate() instanceof Fate.Exempt said) {
          exempt.merge(said.said().quote(), 1, Integer::sum);
        } else {
          continue;
        }
        rules.add(account.left());
        stays++;
      }
    }
    if (stays == 0) {
      out.notApplicable();
      return;
    }
    out.add(remark(ledger, stays, rules, folders, exempt));
  }

  private static Remark remark(
      Ledger ledger,
      int stays,
      Set<String> rules,
      Map<String, Integer> folders,
      Map<String, Integer> exempt) {
    Remark remark =
        Remark.at(
            Place.series(),
            stays
                + (stays == 1 ? " read of " : " reads of ")
                + list(rules)
                + (stays == 1 ? " stays" : " stay")
                + " open-coded in the rest of the tree");
    if (!folders.isEmpty()) {
      String list =
          folders.entrySet().stream()
              .limit(MOST_FOLDERS)
              .map(folder -> folder.getKey() + " " + folder.getValue())
              .collect(Collectors.joining(", "));
      int more = folders.size() - MOST_FOLDERS;
      remark = remark.fact("as generic", list + (more > 0 ? " and " + more + " folders more" : ""));
    }
    for (Map.Entry<String, Integer> one : exempt.entrySet()) {
      remark = remark.fact("exempt", one.getValue() + " by " + one.getKey());
    }
    for (Said said : ledger.said()) {
      if (said.sort() == Said.Sort.EVERYWHERE) {
        remark = remark.fact("claim", said.quote());
      }
    }
    return remark.fact("list", "galley review --ledger");
  }

  private static String list(Set<String> words) {
    String all = String.join(", ", words);
    int last = all.lastIndexOf(", ");
    return words.size() < 2 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
  }

  private static boolean isNew(Rule rule) {
    return rule.origin() instanceof Rule.Origin.Helper helper && helper.patch() > 0;
  }

  /** The first two parts of a path; of a short one its folder. */
  static String folder(String path) {
    int end = -1;
    for (int i = 0; i < 2; i++) {
      int slash = path.indexOf('/', end + 1);
      if (slash < 0) {
        break;
      }
      end = slash;
    }
    return end < 0 ? "." : path.substring(0, end);
  }
}

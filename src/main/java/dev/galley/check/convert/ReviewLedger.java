package dev.galley.check.convert;

import dev.galley.check.ReviewSubject;
import dev.galley.convert.Companion;
import dev.galley.convert.Companions;
import dev.galley.convert.Ledger;
import dev.galley.convert.LedgerMaker;
import dev.galley.convert.RuleBook;
import dev.galley.convert.SeriesCode;
import java.util.List;
import java.util.Set;

/** The ledger of a review and what follows from it, made once for all checks and reports. */
public final class ReviewLedger {

  /** The checks that need it. */
  public static final Set<String> CHECKS =
      Set.of("convert/missed", "convert/missed-elsewhere", "convert/companion");

  private final Ledger ledger;
  private final List<Companion> companions;

  private ReviewLedger(Ledger ledger, List<Companion> companions) {
    this.ledger = ledger;
    this.companions = companions;
  }

  /** The ledger of a review; empty without a base. */
  public static Ledger of(ReviewSubject review) {
    return made(review).ledger;
  }

  /** Writers of one of two flags that leave out the other; none without a base. */
  static List<Companion> companions(ReviewSubject review) {
    return made(review).companions;
  }

  /** Each shared thing is asked for outside the making of another. */
  private static ReviewLedger made(ReviewSubject review) {
    if (review.base().isEmpty()) {
      return new ReviewLedger(Ledger.EMPTY, List.of());
    }
    SeriesCode code = ReviewCode.of(review);
    RuleBook rules = ReviewCode.conversions(review).rules();
    return review.shared().get(ReviewLedger.class, () -> make(code, rules));
  }

  private static ReviewLedger make(SeriesCode code, RuleBook rules) {
    Ledger ledger = LedgerMaker.of(code, rules);
    return new ReviewLedger(ledger, Companions.of(code, rules, ledger));
  }
}

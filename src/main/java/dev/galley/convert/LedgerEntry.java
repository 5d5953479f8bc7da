package dev.galley.convert;

import dev.galley.search.SiteKind;
import dev.galley.text.Span;
import java.util.List;
import java.util.Objects;

/**
 * One place where a rule's left side stands, before the series or after it.
 *
 * @param path the file before the series, after it where the series adds the place
 * @param before its line before the series, counted from 1; 0 where the series adds it
 * @param after its line after the last patch; 0 where it is gone
 * @param added the patch that adds it; 0 where it was there before
 * @param function the function or macro around it; empty at file level
 * @param expression as written, on one line
 * @param span its octets in the file: after the series where it is still there, else before
 * @param excerpt its line
 * @param condition the innermost {@code #if} line around it; empty without one
 * @param kind what happens there
 * @param types why its types are what they are
 * @param doubt why it may be none: its type is not known; empty where it is certain
 * @param fate what became of it
 * @param reasons why it should not have stayed; empty unless it did
 */
public record LedgerEntry(
    String path,
    int before,
    int after,
    int added,
    String function,
    String expression,
    Span span,
    String excerpt,
    String condition,
    SiteKind kind,
    List<String> types,
    String doubt,
    Fate fate,
    List<Reason> reasons) {

  public LedgerEntry {
    Objects.requireNonNull(path);
    Objects.requireNonNull(function);
    Objects.requireNonNull(expression);
    Objects.requireNonNull(span);
    Objects.requireNonNull(excerpt);
    Objects.requireNonNull(condition);
    Objects.requireNonNull(kind);
    types = List.copyOf(types);
    Objects.requireNonNull(doubt);
    Objects.requireNonNull(fate);
    reasons = List.copyOf(reasons);
  }

  /** Its line for people: after the series where it is still there. */
  public int line() {
    return after > 0 ? after : before;
  }

  /** Whether its value is used there, so that the helper could stand in its place. */
  public boolean isRead() {
    return kind == SiteKind.READ || kind == SiteKind.CALL;
  }

  /** The same with another fate. */
  LedgerEntry with(Fate became, List<Reason> why) {
    return new LedgerEntry(
        path,
        before,
        after,
        added,
        function,
        expression,
        span,
        excerpt,
        condition,
        kind,
        types,
        doubt,
        became,
        why);
  }
}

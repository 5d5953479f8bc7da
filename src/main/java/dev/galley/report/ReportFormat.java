package dev.galley.report;

import dev.galley.review.ReviewResult;

/**
 * A form in which a review can be shown.
 *
 * <p>The same result and options give the same text: no times, no machine's paths, no map order.
 */
public interface ReportFormat {

  /** The word that asks for it on a command line. */
  String name();

  /** The whole report, in lines that end with a line feed. */
  String render(ReviewResult result, ReportOptions options);
}

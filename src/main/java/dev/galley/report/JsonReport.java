package dev.galley.report;

import dev.galley.report.internal.ReviewJson;
import dev.galley.review.ReviewResult;

/**
 * A review for programs: JSON as {@code docs/schema/review-1.json} describes it.
 *
 * <p>Strings carry what the mails said, unchanged; characters that could steer a terminal are
 * written as {@code \\u} escapes, so that the file is safe to look at.
 */
public final class JsonReport implements ReportFormat {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String render(ReviewResult result, ReportOptions options) {
    return ReviewJson.write(result, options.gate());
  }
}

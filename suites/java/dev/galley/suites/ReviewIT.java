package dev.galley.suites;

import dev.galley.cli.Failure;
import dev.galley.finding.Finding;
import dev.galley.finding.Skip;
import dev.galley.report.ReportOptions;
import dev.galley.report.TextReport;
import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Reviews: a test for each check of each patch, so that a report shows them all. */
public class ReviewIT {

  private static final ReportOptions PLAIN = ReportOptions.PLAIN.withWidth(100);

  // Set by the provider, which TestNG calls first.
  private @Nullable MainJob job;

  /** The cases of the review; an input that cannot be read fails the build with its message. */
  @DataProvider(propagateFailureAsTestFailure = true)
  public Object[][] cases() throws IOException {
    try {
      job = MainJob.run();
    } catch (Failure failure) {
      throw new FindingError("galley: " + failure.getMessage());
    }
    List<ReviewCase> cases =
        job.results().stream().flatMap(result -> ReviewCase.of(result).stream()).toList();
    if (cases.size() < 2) {
      throw new IllegalStateException("no check applied to the series");
    }
    AllureFiles.write(job.results().get(0), job.gate());
    return cases.stream().map(single -> new Object[] {single}).toArray(Object[][]::new);
  }

  @Test(dataProvider = "cases")
  public void review(ReviewCase single) {
    Gate gate = ran().gate();
    List<String> texts = texts(single);
    AllureTest.describe(single, texts);
    List<Finding> stopping = single.stopping(gate);
    if (!stopping.isEmpty()) {
      throw new FindingError(message(single, stopping));
    }
    if (single.check().equals(ReviewCase.COMPLETE) && !single.result().series().isComplete()) {
      throw new FindingError("missing patches: " + single.result().series().missing());
    }
    List<Skip> skips = single.skips();
    if (!skips.isEmpty() && single.findings().isEmpty()) {
      throw new SkipException(
          skips.stream().map(Skip::reason).distinct().collect(Collectors.joining("; ")));
    }
  }

  /** Says at the end of the tests what the review says, and where more is to be seen. */
  @AfterClass(alwaysRun = true)
  public void tell() {
    if (job != null) {
      System.out.println("\n" + job.text() + "\nreports/review.txt, reports/review.json");
      System.out.println("reports/allure/index.html is made next; a browser opens it as it is\n");
    }
  }

  private MainJob ran() {
    return Optional.ofNullable(job).orElseThrow();
  }

  private static List<String> texts(ReviewCase single) {
    ReviewResult result = single.result();
    List<String> texts = new ArrayList<>();
    for (Finding finding : single.findings()) {
      texts.add(TextReport.finding(result.series(), finding, PLAIN));
    }
    return texts;
  }

  /** The first line of each finding that stops the series; the first finding leads. */
  private static String message(ReviewCase single, List<Finding> stopping) {
    return stopping.stream()
        .map(finding -> TextReport.finding(single.result().series(), finding, PLAIN))
        .map(text -> text.lines().findFirst().orElse(""))
        .collect(Collectors.joining("\n"));
  }
}

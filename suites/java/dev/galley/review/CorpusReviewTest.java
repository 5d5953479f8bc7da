package dev.galley.review;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.finding.Finding;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceSpec;
import dev.galley.report.JsonReport;
import dev.galley.report.ReportOptions;
import dev.galley.report.TextReport;
import dev.galley.testkit.CorpusFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.testng.Reporter;
import org.testng.annotations.Test;

/** Every mbox of the corpus goes through everything; nothing breaks and nothing is lost. */
@Test(groups = "corpus")
public final class CorpusReviewTest {

  private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cf}");

  public void everyFileIsReviewedWithoutABrokenCheck() throws IOException {
    List<Path> files = CorpusFiles.mboxes();
    assertTrue(files.size() > 300, "only " + files.size() + " files in the corpus");
    List<String> wrong = new ArrayList<>();
    TreeMap<String, Integer> counts = new TreeMap<>();
    int reviewed = 0;
    for (Path file : files) {
      Optional<ReviewResult> result = review(file);
      if (result.isEmpty()) {
        continue;
      }
      reviewed++;
      for (Finding finding : result.get().findings()) {
        counts.merge(finding.check(), 1, Integer::sum);
        if (finding.check().equals(Review.INTERNAL_ERROR)) {
          wrong.add(file.getFileName() + ": " + finding.message());
        }
      }
      String text = new TextReport().render(result.get(), ReportOptions.PLAIN);
      if (UNSAFE.matcher(text).find()) {
        wrong.add(file.getFileName() + ": a control character in the text report");
      }
      assertFalse(new JsonReport().render(result.get(), ReportOptions.PLAIN).isBlank());
    }
    counts.forEach((check, count) -> Reporter.log(check + " " + count));
    assertEquals(wrong, List.of());
    assertTrue(reviewed > 250, "only " + reviewed + " of " + files.size() + " hold a series");
  }

  public void theSameMailsGiveTheSameOctets() throws IOException {
    for (Path file : CorpusFiles.mboxes()) {
      Optional<ReviewResult> first = review(file);
      Optional<ReviewResult> second = review(file);
      assertEquals(json(first), json(second), file.toString());
    }
  }

  private static String json(Optional<ReviewResult> result) {
    return result.map(r -> new JsonReport().render(r, ReportOptions.PLAIN)).orElse("");
  }

  private static Optional<ReviewResult> review(Path file) throws IOException {
    try {
      ReviewOrder order = ReviewOrder.of(SourceSpec.of(file.toString()));
      return Optional.of(ReviewJob.run(order, Progress.SILENT).result());
    } catch (NothingToReview reply) {
      return Optional.empty();
    } catch (SourceException notAMail) {
      throw new AssertionError(file + ": " + notAMail.getMessage(), notAMail);
    }
  }
}

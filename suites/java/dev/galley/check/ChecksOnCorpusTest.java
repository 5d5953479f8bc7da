package dev.galley.check;

import static org.testng.Assert.assertEquals;

import dev.galley.finding.Finding;
import dev.galley.review.Review;
import dev.galley.review.ReviewRequest;
import dev.galley.review.ReviewResult;
import dev.galley.series.Series;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.FindingText;
import dev.galley.testkit.Mails;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/**
 * Every check on every series of the corpus: none throws. What they say is left in {@code
 * target/checks-on-corpus.txt} for a reader to judge; {@code docs/checks-on-corpus.md} has the
 * judgement.
 */
@Test(groups = "corpus")
public final class ChecksOnCorpusTest {

  private static final List<String> SETS = List.of("siov-rfc", "series", "conversions", "oddities");

  public void noCheckThrows() throws IOException {
    List<String> broken = new ArrayList<>();
    StringBuilder said = new StringBuilder();
    List<Check> checks = Checks.all();
    for (String set : SETS) {
      for (Path file : CorpusFiles.mboxes(set)) {
        for (Series series : Mails.allSeries(CorpusFiles.octets(file))) {
          ReviewResult result = Review.run(ReviewRequest.of(series), checks);
          String name = set + "/" + file.getFileName();
          said.append("=== ").append(name).append(" v").append(series.version()).append('\n');
          for (Finding finding : result.findings()) {
            said.append(finding.check()).append(": ").append(FindingText.full(finding));
            if (finding.check().equals(Review.INTERNAL_ERROR)) {
              broken.add(name + ": " + FindingText.full(finding));
            }
          }
        }
      }
    }
    Files.writeString(
        Path.of("target", "checks-on-corpus.txt"), said.toString(), StandardCharsets.UTF_8);
    assertEquals(broken, List.of());
  }
}

package dev.galley.check.convert;

import dev.galley.check.Check;
import dev.galley.check.Checks;
import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.review.Review;
import dev.galley.review.ReviewRequest;
import dev.galley.series.Series;
import dev.galley.testkit.Bless;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.Mails;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.testng.annotations.Test;

/**
 * The series of the corpus folder {@code conversions}, from their mails alone: which of the checks
 * that compare code say something, and where. {@code docs/conversions-benchmark.md} has the
 * judgement of each.
 */
@Test(groups = "corpus")
public final class ConversionsBenchmarkTest {

  /** The checks of both sides of a change that are not about conversions alone. */
  private static final Set<String> KERNEL =
      Set.of(
          "kernel/early-use",
          "kernel/fallthrough",
          "kernel/include",
          "kernel/late-bound",
          "kernel/node-put",
          "kernel/null-guard",
          "kernel/removed-used",
          "kernel/stub-value");

  private static final Path EXPECTED = Path.of("fixtures", "convert", "conversions.tsv");

  public void saysOfEverySeriesWhatWasReadByEye() throws IOException {
    List<Check> checks =
        Checks.all().stream().filter(check -> isCompared(check.info().id())).toList();
    StringBuilder said = new StringBuilder();
    said.append(
        "# What convert/* and eight kernel/* checks say of the corpus folder conversions,\n");
    said.append("# from the mails alone: file, patch, severity, check, path, function.\n");
    for (Path file : CorpusFiles.mboxes("conversions")) {
      if (file.toString().contains(".mistake.")) {
        continue;
      }
      for (Series series : Mails.allSeries(CorpusFiles.octets(file))) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : Review.run(ReviewRequest.of(series), checks).findings()) {
          lines.add(line(file, finding));
        }
        lines.sort(Comparator.naturalOrder());
        lines.forEach(line -> said.append(line).append('\n'));
      }
    }
    Bless.check(EXPECTED, said.toString());
  }

  private static boolean isCompared(String id) {
    return id.startsWith("convert/") || KERNEL.contains(id);
  }

  private static String line(Path file, Finding finding) {
    Place place = finding.place();
    return String.join(
        "\t",
        file.getFileName().toString(),
        Integer.toString(place.patch()),
        finding.severity().label(),
        finding.check(),
        place.path(),
        place.function());
  }
}

package dev.galley.convert;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.finding.Finding;
import dev.galley.finding.Severity;
import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import dev.galley.review.ReviewResult.PatchVerdict;
import dev.galley.series.SeriesPatch;
import dev.galley.testkit.FindingText;
import dev.galley.testkit.GitCommand;
import dev.galley.testkit.Mails;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.SeriesApplier;
import dev.galley.tree.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** The bundled conversion series apply, to git too, and nothing is wrong with them. */
public final class BundledSeriesTest {

  @DataProvider
  public Object[][] series() throws IOException {
    return BundledSeries.all().stream()
        .map(series -> new Object[] {series})
        .toArray(Object[][]::new);
  }

  @Test(dataProvider = "series")
  public void noCheckHasAWarning(BundledSeries series) throws IOException {
    ReviewResult result = series.review();
    List<Finding> wrong =
        result.findings().stream().filter(finding -> finding.severity() != Severity.NOTE).toList();
    assertEquals(FindingText.full(wrong, List.of()), "");
    assertTrue(result.passes(Gate.WARNING));
    assertEquals(result.patches().stream().filter(BundledSeriesTest::isOff).toList(), List.of());
  }

  private static boolean isOff(PatchVerdict verdict) {
    return verdict.state() != PatchVerdict.State.APPLIES;
  }

  /** Each mail is a patch for git too, and its last tree is the same, file by file. */
  @Test(dataProvider = "series", groups = "oracle-git")
  public void gitAppliesItToTheSameTree(BundledSeries series) throws IOException {
    if (!GitCommand.isThere()) {
      throw new SkipException("no git");
    }
    Path folder = Files.createTempDirectory("galley-bundled");
    try {
      copy(series.base(), folder);
      GitCommand git = GitCommand.init(folder);
      git.commit("base");
      git.get("am", "-q", "--empty=drop", series.mbox().toAbsolutePath().toString());
      List<String> files = git.get("ls-files").lines().toList();
      try (BaseTree base = Bases.open(BaseSpec.parse(series.base().toString()))) {
        Tree last = last(series, base);
        assertTrue(files.size() > 5, files.toString());
        for (String file : files) {
          assertEquals(
              last.content(file).orElseThrow().utf8(),
              Files.readString(folder.resolve(file)),
              file);
        }
      }
    } finally {
      remove(folder);
    }
  }

  private static Tree last(BundledSeries series, BaseTree base) throws IOException {
    List<SeriesPatch> patches =
        Mails.newest(Bytes.wrap(Files.readAllBytes(series.mbox()))).patches();
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(base, patches.stream().map(SeriesPatch::diff).toList());
    return outcomes.get(outcomes.size() - 1).after();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

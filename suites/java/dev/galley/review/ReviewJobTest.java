package dev.galley.review;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceSpec;
import dev.galley.testkit.MailText;
import dev.galley.testkit.TestSeries;
import dev.galley.tree.BaseSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** From files to a result: mails, base, verdicts. */
public final class ReviewJobTest {

  private static final String CHANGE =
      """
      diff --git a/a.c b/a.c
      index 814f4a4..4cb29ea 100644
      --- a/a.c
      +++ b/a.c
      @@ -1,2 +1,3 @@
       one
       two
      +three
      """;

  private Path folder = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Files.createTempDirectory("galley-job");
  }

  @AfterMethod(alwaysRun = true)
  public void removeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  public void withoutABaseNothingIsTried() throws Exception {
    ReviewAnswer answer = run(TestSeries.of(2), false);

    assertEquals(states(answer), List.of("NOT_TRIED", "NOT_TRIED"));
    assertTrue(answer.result().base().isEmpty());
  }

  @Test
  public void aMissingPatchIsAVerdictAndFailsEveryGate() throws Exception {
    ReviewAnswer answer = run(TestSeries.of(3).without(2), false);

    assertEquals(states(answer), List.of("NOT_TRIED", "MISSING", "NOT_TRIED"));
    assertFalse(answer.result().passes(Gate.NEVER));
  }

  @Test
  public void theCommitThatTheSeriesWasMadeOnIsFound() throws Exception {
    commit("a.c", "one\ntwo\n");
    commit("a.c", "zero\none\ntwo\nend\n");

    ReviewAnswer answer = run(TestSeries.of(MailText.patch(1, 1).diff(CHANGE)), true);

    ReviewResult.BaseInfo base = answer.result().base().orElseThrow();
    assertTrue(base.guessed());
    assertEquals(base.matched(), 1);
    assertEquals(base.indexLines(), 1);
    assertEquals(states(answer), List.of("APPLIES"));
  }

  @Test
  public void aRevisionThatWasGivenIsNotGuessedAway() throws Exception {
    commit("a.c", "one\ntwo\n");
    commit("a.c", "zero\none\ntwo\nend\n");

    ReviewAnswer answer =
        run(TestSeries.of(MailText.patch(1, 1).diff(CHANGE)), new BaseSpec(folder, "HEAD"));

    ReviewResult.BaseInfo base = answer.result().base().orElseThrow();
    assertFalse(base.guessed());
    assertEquals(base.matched(), 0);
    assertEquals(states(answer), List.of("FAILS"));
    assertTrue(answer.result().patches().get(0).message().contains("a.c"));
  }

  @Test
  public void aDamagedDiffIsNoPatchThatApplies() throws Exception {
    commit("a.c", "one\ntwo\n");
    String damaged = CHANGE + "\n@@ -9,1 +10,1 @@\n-nine\n+9\n";

    ReviewAnswer answer = run(TestSeries.of(MailText.patch(1, 1).diff(damaged)), true);

    assertEquals(states(answer), List.of("PARTLY"));
    ReviewResult.PatchVerdict verdict = answer.result().patches().get(0);
    assertTrue(
        verdict.message().startsWith("git refuses it: a hunk is cut off"), verdict.message());
    assertEquals(verdict.treeId(), "");
  }

  @Test
  public void aMailWithoutADiffIsNoPatchThatApplies() throws Exception {
    commit("a.c", "one\ntwo\n");

    ReviewAnswer answer =
        run(TestSeries.of(MailText.patch(1, 2).diff(CHANGE), MailText.patch(2, 2).diff("")), true);

    assertEquals(states(answer), List.of("APPLIES", "FAILS"));
  }

  @Test
  public void mailsWithoutASeriesSaySo() throws IOException {
    Path file = folder.resolve("reply.mbox");
    Files.writeString(
        file,
        MailText.SEPARATOR
            + MailText.patch(1, 1)
                .subject("hello")
                .diff("")
                .prefix("")
                .toString()
                .replaceFirst("Subject: .*", "Subject: Re: lunch"));

    NothingToReview nothing =
        expectThrows(
            NothingToReview.class,
            () -> ReviewJob.run(ReviewOrder.of(SourceSpec.of(file.toString())), Progress.SILENT));

    assertTrue(nothing.toString().contains("1 mail"), nothing.toString());
  }

  private static List<String> states(ReviewAnswer answer) {
    return answer.result().patches().stream().map(patch -> patch.state().name()).toList();
  }

  private ReviewAnswer run(TestSeries series, boolean withBase)
      throws IOException, SourceException, NothingToReview {
    Path file = Files.write(folder.resolve("series.mbox"), series.bytes().toArray());
    ReviewOrder order = ReviewOrder.of(SourceSpec.of(file.toString()));
    return ReviewJob.run(
        withBase ? order.against(new BaseSpec(folder, "")) : order, Progress.SILENT);
  }

  private ReviewAnswer run(TestSeries series, BaseSpec base)
      throws IOException, SourceException, NothingToReview {
    Path file = Files.write(folder.resolve("series.mbox"), series.bytes().toArray());
    return ReviewJob.run(
        ReviewOrder.of(SourceSpec.of(file.toString())).against(base), Progress.SILENT);
  }

  private void commit(String path, String text) throws IOException, GitAPIException {
    Files.writeString(folder.resolve(path), text);
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(path).call();
      git.commit().setMessage("change").setAuthor("a", "a@b.c").setCommitter("a", "a@b.c").call();
    }
  }
}

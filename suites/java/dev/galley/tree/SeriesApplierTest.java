package dev.galley.tree;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import dev.galley.tree.FileOutcome.Status;
import dev.galley.tree.SeriesApplier.Numbered;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.Test;

/** Series go on after a patch that fails, and failures are traced to their origin. */
public final class SeriesApplierTest {

  private static final String BASE = "one\ntwo is here\nthree is here\nfour is here\nfive\n";

  private static String change(String context, String old, String changed) {
    return "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -2,3 +2,3 @@\n "
        + context
        + "\n-"
        + old
        + "\n+"
        + changed
        + "\n four is here\n";
  }

  private static Numbered patch(int number, String diff) {
    return new Numbered(number, PatchApplierTest.diff(diff));
  }

  @Test
  public void carriesTheTreeFromPatchToPatch() {
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("f", BASE),
            List.of(
                PatchApplierTest.diff(change("two is here", "three is here", "3")),
                PatchApplierTest.diff(change("two is here", "3", "III"))));
    assertTrue(outcomes.stream().allMatch(PatchOutcome::applies));
    assertEquals(
        outcomes.get(1).after().content("f").map(Bytes::utf8).orElse(""),
        BASE.replace("three is here", "III"));
  }

  @Test
  public void tracesAFailureToThePatchThatFailedBefore() {
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("f", BASE),
            List.of(
                patch(1, change("another line", "and its neighbour", "three as patch 1 has it")),
                patch(2, change("two is here", "three as patch 1 has it", "III")),
                patch(3, change("two is here", "three is here", "3"))),
            BlobSource.NONE);
    assertEquals(outcomes.get(0).status(), Status.FAILS);
    assertEquals(outcomes.get(1).status(), Status.FAILS);
    HunkOutcome.Failed failed = (HunkOutcome.Failed) outcomes.get(1).files().get(0).hunks().get(0);
    assertEquals(failed.cause().needsPatch(), 1);
    assertEquals(outcomes.get(2).status(), Status.APPLIES);
    assertTrue(outcomes.get(2).partial());
  }

  @Test
  public void tracesAFailureToAMissingPatch() {
    String first =
        change("two is here", "three is here", "3")
            .replace("--- a/f", "index 1111111..2222222 100644\n--- a/f");
    String third =
        change("two is here", "drei", "III")
            .replace("--- a/f", "index 3333333..4444444 100644\n--- a/f");
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("f", BASE), List.of(patch(1, first), patch(3, third)), BlobSource.NONE);
    assertTrue(outcomes.get(0).applies());
    assertFalse(outcomes.get(0).partial());
    HunkOutcome.Failed failed = (HunkOutcome.Failed) outcomes.get(1).files().get(0).hunks().get(0);
    assertEquals(failed.cause().needsPatch(), 2);
    assertTrue(outcomes.get(1).partial());
  }

  @Test
  public void aMissingFileIsTracedToo() {
    String create =
        """
        diff --git a/g/x b/g/x
        new file mode 100644
        --- /dev/null
        +++ b/g/x
        @@ -0,0 +1 @@
        +hello there
        """;
    String use =
        """
        diff --git a/g/x b/g/x
        --- a/g/x
        +++ b/g/x
        @@ -1 +1 @@
        -hello there
        +good bye
        """;
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("g", "a file in the way\n"),
            List.of(patch(1, create), patch(2, use)),
            BlobSource.NONE);
    assertEquals(outcomes.get(1).files().get(0).cause().map(Cause::needsPatch).orElse(0), 1);
  }

  @Test
  public void aRefusedPatchIsPartlyThereAtMost() {
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("f", BASE),
            List.of(
                new Numbered(
                    1,
                    PatchApplierTest.diff(change("two is here", "three is here", "3")),
                    Optional.of("a hunk is cut off")),
                patch(2, change("two is here", "3", "III"))),
            BlobSource.NONE);
    assertEquals(outcomes.get(0).status(), Status.PARTLY);
    assertEquals(outcomes.get(0).refusal(), Optional.of("a hunk is cut off"));
    assertTrue(outcomes.get(0).partial());
    assertEquals(outcomes.get(1).status(), Status.APPLIES);
    assertTrue(outcomes.get(1).partial(), "the tree after a refused patch is no commit's");
  }

  @Test
  public void aRefusedPatchWithoutChangesFails() {
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("f", BASE),
            List.of(
                new Numbered(1, PatchApplierTest.diff(""), Optional.of("the mail has no diff"))),
            BlobSource.NONE);
    assertEquals(outcomes.get(0).status(), Status.FAILS);
  }

  @Test
  public void aLineThatAFailedPatchShouldHaveRemovedIsTracedToIt() {
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("f", BASE),
            List.of(
                patch(1, change("another line", "three is here", "a neighbour")),
                patch(
                    2,
                    """
                    diff --git a/f b/f
                    --- a/f
                    +++ b/f
                    @@ -1,4 +1,4 @@
                     one
                     two is here
                    -four is here
                    +4
                     five
                    """)),
            BlobSource.NONE);
    HunkOutcome.Failed failed = (HunkOutcome.Failed) outcomes.get(1).files().get(0).hunks().get(0);
    assertEquals(failed.cause().needsPatch(), 1, failed.cause().message());
  }

  @Test
  public void withoutIndexLinesAMissingPatchIsGuessed() {
    List<PatchOutcome> outcomes =
        SeriesApplier.apply(
            MemoryTree.of("g", "a file\n"),
            List.of(patch(2, change("two is here", "three is here", "3"))),
            BlobSource.NONE);
    Cause cause = outcomes.get(0).files().get(0).cause().orElseThrow();
    assertEquals(cause.needsPatch(), 1);
    assertTrue(cause.message().contains("patch 1 is missing; it may"), cause.message());
  }
}

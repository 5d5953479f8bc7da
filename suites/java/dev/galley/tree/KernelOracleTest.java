package dev.galley.tree;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.patch.Diff;
import dev.galley.patch.DiffReader;
import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/**
 * The reference series on a real kernel tree, beside git, which writes into a folder of its own.
 */
@Test(groups = {"oracle-git", "corpus"})
public final class KernelOracleTest {

  private interface Work {
    void run(List<Diff> series, List<Bytes> patches, Path scratch) throws IOException;
  }

  private static void with(String mbox, Work work) throws IOException {
    Path scratch = TempFolders.make();
    try {
      Path file = CorpusPatches.folder().resolve("siov-rfc").resolve(mbox);
      List<Bytes> patches =
          CorpusPatches.patches(file, Files.createDirectories(scratch.resolve("mails"))).stream()
              .map(CorpusPatches.Patch::patch)
              .toList();
      List<Diff> series =
          patches.stream().map(patch -> DiffReader.read(patch, Limits.DEFAULT).value()).toList();
      work.run(series, patches, scratch);
    } finally {
      TempFolders.delete(scratch);
    }
  }

  public void treeIdsEqualGits() throws IOException {
    Path kernel = CorpusFiles.kernel();
    with(
        "siov-rfc-rebased-7.2.mbox",
        (series, patches, scratch) -> {
          List<String> actual = new ArrayList<>();
          try (BaseTree base = Bases.open(new BaseSpec(kernel, ""))) {
            SeriesApplier.apply(base, series)
                .forEach(outcome -> actual.add(outcome.after().id().orElse("")));
          }
          Path in = Files.createDirectories(scratch.resolve("in"));
          for (int i = 0; i < patches.size(); i++) {
            Files.write(in.resolve(String.valueOf(100 + i)), patches.get(i).toArray());
          }
          List<String> expected =
              Shell.run(
                  scratch,
                  """
                  export GIT_DIR="$1/.git" GIT_INDEX_FILE="$PWD/index"
                  export GIT_OBJECT_DIRECTORY="$PWD/objects"
                  export GIT_ALTERNATE_OBJECT_DIRECTORIES="$1/.git/objects"
                  mkdir objects
                  git read-tree HEAD
                  for patch in in/*; do
                    git apply --cached "$patch" && git write-tree || echo refused
                  done
                  """,
                  kernel.toString());
          assertEquals(actual, expected);
          assertEquals(actual.size(), 12);
        });
  }

  public void theVerdictShowsTheLineThatDiffers() throws IOException {
    Path kernel = CorpusFiles.kernel();
    with(
        "siov-rfc-v1.mbox",
        (series, patches, scratch) -> {
          try (BaseTree base = Bases.open(new BaseSpec(kernel, ""))) {
            List<PatchOutcome> outcomes = SeriesApplier.apply(base, series);
            assertEquals(outcomes.stream().filter(PatchOutcome::applies).count(), 11);
            FileOutcome file = outcomes.get(1).files().get(0);
            assertEquals(file.change().path(), "drivers/pci/iov.c");
            HunkOutcome.Failed failed =
                file.hunks().stream()
                    .filter(HunkOutcome.Failed.class::isInstance)
                    .map(HunkOutcome.Failed.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertEquals(failed.hunk().oldStart(), 152);
            assertEquals(
                failed.cause().nearest().edit(),
                """
                -resource_size_t pci_iov_resource_size(struct pci_dev *dev, int resno)
                +resource_size_t pci_iov_resource_size(const struct pci_dev *dev, int resno)
                """);
            assertEquals(
                file.hunks().stream().filter(HunkOutcome::isApplied).count(),
                file.hunks().size() - 1L);
          }
          BaseGuess guess = BaseGuess.guess(kernel, series);
          assertEquals(guess.total(), 17);
          assertTrue(guess.matching() >= 0);
        });
  }

  public void theNetChangeIsTheCovers() throws IOException {
    Path kernel = CorpusFiles.kernel();
    with(
        "siov-rfc-rebased-7.2.mbox",
        (series, patches, scratch) -> {
          try (BaseTree base = Bases.open(new BaseSpec(kernel, ""))) {
            List<PatchOutcome> outcomes = SeriesApplier.apply(base, series);
            NetChange net = NetChange.between(base, outcomes.get(11).after(), series);
            assertEquals(net.files().size(), 18);
            assertEquals(net.added(), 289);
            assertEquals(net.removed(), 58);
            assertEquals(net.summary(), List.of(" create mode 100644 drivers/pci/siov.c"));
          }
        });
  }
}

package dev.galley.tree;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Files of few different lines, edited at random: git's diff of them applies as with git. */
@Test(groups = "oracle-git")
public final class RandomEditsTest {

  private static final int FILES = 60;

  private Path scratch = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    if (!GitCommand.isThere()) {
      throw new SkipException("no git to compare with");
    }
    scratch = TempFolders.make();
  }

  @AfterMethod(alwaysRun = true)
  public void remove() throws IOException {
    if (!scratch.equals(Path.of(""))) {
      TempFolders.delete(scratch);
    }
  }

  /** Lines of context, and the seed. */
  @DataProvider
  public static Object[][] contexts() {
    return new Object[][] {{0, 11}, {1, 12}, {3, 13}};
  }

  @Test(dataProvider = "contexts")
  public void randomEditsApplyAsWithGit(int context, int seed) throws IOException {
    Random random = new Random(seed);
    GitCommand git = GitCommand.init(scratch.resolve("work"));
    Map<String, Tree.Edit> moved = new TreeMap<>();
    List<List<String>> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      List<String> lines = lines(random, random.nextInt(40));
      files.add(lines);
      git.write("f" + i, text(lines, random.nextInt(6) == 0));
      List<String> other = random.nextInt(3) == 0 ? lines : edit(lines, random, 1);
      moved.put("f" + i, new Tree.Edit(TreeEntry.FILE, Bytes.utf8(text(other, false))));
    }
    git.commit("before");
    for (int i = 0; i < FILES; i++) {
      git.write("f" + i, text(edit(files.get(i), random, 3), random.nextInt(6) == 0));
    }
    git.commit("after");
    List<Bytes> patches = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      Bytes patch =
          git.run(Bytes.EMPTY, "diff", "-U" + context, "HEAD~1", "HEAD", "--", "f" + i).output();
      if (!patch.isEmpty()) {
        patches.add(patch);
      }
    }
    ScratchRepository other = ScratchRepository.of(scratch.resolve("moved"), moved);
    List<Optional<String>> expected = other.apply(patches);
    try (BaseTree base = Bases.open(new BaseSpec(other.folder(), ScratchRepository.BASE))) {
      Tree tree = base;
      int taken = 0;
      for (int i = 0; i < patches.size(); i++) {
        PatchOutcome outcome =
            PatchApplier.apply(tree, PatchApplierTest.diff(patches.get(i).utf8()), BlobSource.NONE);
        Optional<String> actual = outcome.applies() ? outcome.after().id() : Optional.empty();
        assertEquals(actual, expected.get(i), patches.get(i) + "\n" + outcome);
        if (outcome.applies()) {
          tree = outcome.after();
          taken++;
        }
      }
      assertTrue(taken > 5, taken + " of " + patches.size());
    }
  }

  private static List<String> lines(Random random, int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          new String[] {"{", "}", "", "\tx;", "\ty;", "word " + random.nextInt(9)}
              [random.nextInt(6)]);
    }
    return lines;
  }

  private static List<String> edit(List<String> old, Random random, int edits) {
    List<String> lines = new ArrayList<>(old);
    for (int i = 0; i < edits; i++) {
      int at = random.nextInt(lines.size() + 1);
      if (random.nextBoolean() || at == lines.size()) {
        lines.addAll(at, lines(random, 1 + random.nextInt(4)));
      } else {
        lines.remove(at);
      }
    }
    return lines;
  }

  private static String text(List<String> lines, boolean unended) {
    String text = String.join("\n", lines);
    return unended || lines.isEmpty() ? text : text + "\n";
  }

  /** Everything that git writes about files, beside their lines. */
  public void formsOfChangesApplyAsWithGit() throws IOException {
    Path work = scratch.resolve("work");
    GitCommand git = GitCommand.init(work);
    String body = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
    for (String path :
        List.of("rename/me", "copy", "swap1", "mode", "type", "gone/deep/x", "dir")) {
      git.write(path, path.equals("swap1") ? "swap one\n" + body : body + path + "\n");
    }
    git.write("swap2", "swap two, quite another text\nof two lines\n");
    Files.write(work.resolve("bin"), new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    Files.write(work.resolve("bin2"), new byte[3000]);
    Files.createSymbolicLink(work.resolve("link"), Path.of("mode"));
    git.get("add", "-A");
    git.get("update-index", "--add", "--cacheinfo", "160000," + "1".repeat(40) + ",module");
    git.get("commit", "-q", "-m", "before");
    git.get("mv", "rename", "renamed");
    git.write("renamed/me", body.replace("5", "five") + "rename/me\n");
    git.write("copied", body + "copy\n" + "more\n");
    git.write("copy", body + "copy\n" + "changed\n");
    git.get("mv", "swap1", "swap3");
    git.get("mv", "swap2", "swap1");
    git.get("mv", "swap3", "swap2");
    assertTrue(work.resolve("mode").toFile().setExecutable(true));
    git.get("rm", "-q", "-r", "gone", "type", "dir");
    Files.createSymbolicLink(work.resolve("type"), Path.of("copy"));
    git.write("dir/now/a/folder", "x\n");
    git.write("empty", "");
    git.write("with space \u00e9", "x\n");
    byte[] bigger = new byte[3100];
    bigger[1500] = 7;
    Files.write(work.resolve("bin2"), bigger);
    Files.write(work.resolve("bin"), new byte[] {9, 0, 9});
    Files.write(work.resolve("bin3"), new byte[] {0, 0, 7});
    Files.delete(work.resolve("link"));
    Files.createSymbolicLink(work.resolve("link"), Path.of("copied"));
    git.get("add", "-A");
    git.get("update-index", "--add", "--cacheinfo", "160000," + "2".repeat(40) + ",module");
    git.get("commit", "-q", "-m", "after");
    for (String how : List.of("-M", "--no-renames", "-C", "-B")) {
      for (String[] way : new String[][] {{"HEAD~1", "HEAD"}, {"HEAD", "HEAD~1"}}) {
        Bytes patch =
            git.run(Bytes.EMPTY, "diff", "--binary", "--full-index", how, way[0], way[1]).output();
        try (BaseTree base = Bases.open(new BaseSpec(work, way[0]))) {
          PatchOutcome outcome =
              PatchApplier.apply(base, PatchApplierTest.diff(patch.utf8()), BlobSource.NONE);
          assertEquals(
              outcome.after().id().orElse(""),
              git.get("rev-parse", way[1] + "^{tree}"),
              how + " " + patch + outcome.files());
          assertTrue(outcome.applies());
        }
      }
    }
  }
}

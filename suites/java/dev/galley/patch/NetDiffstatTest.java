package dev.galley.patch;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.testng.annotations.Test;

/** Net changes composed from hunks. */
public final class NetDiffstatTest {

  private static NetDiffstat net(String... patches) {
    List<Diff> diffs = new ArrayList<>();
    for (String patch : patches) {
      diffs.add(DiffReader.read(Bytes.utf8(patch), Limits.DEFAULT).value());
    }
    return NetDiffstat.of(diffs);
  }

  private static String change(String path, String hunks) {
    return "diff --git a/%s b/%s\n--- a/%s\n+++ b/%s\n%s".formatted(path, path, path, path, hunks);
  }

  private static String shown(NetDiffstat net) {
    StringBuilder text = new StringBuilder();
    for (NetDiffstat.File file : net.files()) {
      text.append("+%d -%d %s\n".formatted(file.added(), file.removed(), file.path()));
    }
    return text.toString();
  }

  private static final String ADD_TWO =
      change("f.c", "@@ -3,2 +3,4 @@\n three\n+new a\n+new b\n four\n");

  @Test
  public void addedLineChangedLaterCountsOnce() {
    String fix = change("f.c", "@@ -3,3 +3,3 @@\n three\n-new a\n+new A\n new b\n");
    assertEquals(shown(net(ADD_TWO, fix)), "+2 -0 f.c\n");
    assertTrue(net(ADD_TWO, fix).exact());
  }

  @Test
  public void addedAndRemovedIsNothing() {
    String undo = change("f.c", "@@ -3,4 +3,2 @@\n three\n-new a\n-new b\n four\n");
    assertEquals(shown(net(ADD_TWO, undo)), "");
  }

  @Test
  public void baseLineThatComesBackDoesNotCount() {
    String remove = change("f.c", "@@ -3,3 +3,2 @@\n three\n-four\n five\n");
    String restore = change("f.c", "@@ -3,2 +3,4 @@\n three\n+four\n+and a half\n five\n");
    assertEquals(shown(net(remove, restore)), "+1 -0 f.c\n");
  }

  @Test
  public void positionsShiftWithEarlierHunks() {
    String first =
        change("f.c", "@@ -1,1 +1,3 @@\n+x\n+y\n one\n@@ -10,2 +12,3 @@\n ten\n+z\n eleven\n");
    String second = change("f.c", "@@ -12,3 +12,3 @@\n ten\n-z\n+Z\n eleven\n");
    assertEquals(shown(net(first, second)), "+3 -0 f.c\n");
    assertTrue(net(first, second).exact());
  }

  @Test
  public void contradictionIsTold() {
    String other = change("f.c", "@@ -3,3 +3,3 @@\n three\n-nobody added this\n+x\n new b\n");
    assertFalse(net(ADD_TWO, other).exact());
  }

  @Test
  public void newFileChangedLater() {
    String create =
        """
        diff --git a/n b/n
        new file mode 100644
        --- /dev/null
        +++ b/n
        @@ -0,0 +1,2 @@
        +a
        +b
        """;
    String edit = change("n", "@@ -1,2 +1,3 @@\n a\n-b\n+B\n+c\n");
    String remove =
        """
        diff --git a/n b/n
        deleted file mode 100644
        --- a/n
        +++ /dev/null
        @@ -1,3 +0,0 @@
        -a
        -B
        -c
        """;
    assertEquals(shown(net(create, edit)), "+3 -0 n\n");
    assertEquals(net(create, edit).files().get(0).oldPath(), "");
    assertEquals(shown(net(create, edit, remove)), "");
  }

  @Test
  public void renamesAreFollowed() {
    String rename =
        """
        diff --git a/f.c b/g.c
        similarity index 100%
        rename from f.c
        rename to g.c
        """;
    String edit = change("g.c", "@@ -3,3 +3,2 @@\n three\n-new a\n new b\n");
    NetDiffstat net = net(ADD_TWO, rename, edit);
    assertEquals(shown(net), "+1 -0 g.c\n");
    assertTrue(net.files().get(0).isRenamed());
    assertEquals(DiffstatWriter.Entry.of(net.files().get(0)).name(), "f.c => g.c");
  }

  /** The cover letter of the reference series tells the truth; the naive sum is +291/-60. */
  @Test(groups = "corpus")
  public void coverOfTheReferenceSeries() throws IOException {
    try (GitTool git = GitTool.open()) {
      var folder = git.split("siov-rfc/siov-rfc-v1.mbox");
      List<Diff> diffs = new ArrayList<>();
      for (int i = 2; i <= 13; i++) {
        Bytes patch = git.patchOf(folder.resolve("%04d".formatted(i)));
        diffs.add(DiffReader.read(patch, Limits.DEFAULT).value());
      }
      assertEquals(diffs.stream().mapToInt(Diff::added).sum(), 291);
      assertEquals(diffs.stream().mapToInt(Diff::removed).sum(), 60);
      NetDiffstat net = NetDiffstat.of(diffs);
      Bytes cover = Bytes.wrap(Files.readAllBytes(folder.resolve("0001")));
      Diffstat told = DiffstatReader.read(cover);
      assertEquals(
          List.of(net.files().size(), net.added(), net.removed(), net.exact()),
          List.of(18, 289, 58, true));
      assertEquals(
          List.of(told.files(), told.insertions(), told.deletions()), List.of(18, 289, 58));
      List<DiffstatWriter.Entry> entries =
          net.files().stream().map(DiffstatWriter.Entry::of).toList();
      List<String> printed = DiffstatWriter.lines(entries, DiffstatWriter.MAIL_WIDTH);
      assertEquals(
          told.rows().stream().map(row -> cover.slice(row.span()).utf8()).toList(),
          printed.subList(0, printed.size() - 1));
    }
  }
}

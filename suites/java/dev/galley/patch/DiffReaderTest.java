package dev.galley.patch;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import java.util.List;
import org.testng.annotations.Test;

/** What the reader says of sound and unsound diffs; agreement with git has its own suite. */
public final class DiffReaderTest {

  private static final String HEADER =
      """
      diff --git a/x.c b/x.c
      --- a/x.c
      +++ b/x.c
      """;

  private static Read<Diff> read(String text) {
    Bytes bytes = Bytes.utf8(text);
    Read<Diff> read = DiffReader.read(bytes, Limits.DEFAULT);
    assertEquals(DiffWriter.print(read.value()), bytes);
    return read;
  }

  private static List<String> messages(String text) {
    return read(text).problems().stream().map(Problem::message).toList();
  }

  private static FileChange only(String text) {
    Read<Diff> read = read(text);
    assertEquals(read.problems(), List.of());
    assertEquals(read.value().files().size(), 1);
    return read.value().files().get(0);
  }

  @Test
  public void linesKnowTheirNumbers() {
    FileChange file =
        only(HEADER + "@@ -7,3 +9,3 @@ int main(void)\n one\n-two\n+2\n three\n-- \n2.39.5\n");
    Hunk hunk = file.hunks().get(0);
    assertEquals(hunk.section().utf8(), "int main(void)");
    StringBuilder shown = new StringBuilder();
    for (HunkLine line : hunk.lines()) {
      shown.append(
          "%s %d %d %s\n"
              .formatted(line.kind(), line.oldLine(), line.newLine(), line.text().utf8()));
    }
    assertEquals(
        shown.toString(),
        """
        CONTEXT 7 9 one
        REMOVED 8 10 two
        ADDED 9 10 2
        CONTEXT 9 11 three
        """);
  }

  @Test
  public void noNewlineBelongsToTheLineAbove() {
    FileChange file = only(HEADER + "@@ -1 +1 @@\n-one\n\\ No newline at end of file\n+1\n");
    List<HunkLine> lines = file.hunks().get(0).lines();
    assertEquals(lines.get(0).endsWithLineFeed(), false);
    assertEquals(lines.get(1).endsWithLineFeed(), true);
  }

  @Test
  public void miscountedHunkIsToldWithItsNumbers() {
    String first = "@@ -1,3 +1,3 @@\n one\n-two\n+2\n three\n";
    String second = "@@ -11,7 +11,7 @@\n one\n-two\n+2\n three\n";
    Read<Diff> read = read(HEADER + first + second + "-- \n2.39.5\n");
    Problem problem = read.problems().get(0);
    assertEquals(
        problem.message(), "hunk 2 of x.c announces 7 old and 7 new lines, body has 3 and 3");
    assertEquals(problem.level(), Problem.Level.ERROR);
    assertEquals(problem.span().start(), HEADER.length() + first.length());
    assertEquals(problem.span().end(), HEADER.length() + first.length() + second.length());
    assertEquals(read.value().files().get(0).hunks().get(1).complete(), false);
  }

  @Test
  public void readingGoesOnBehindABrokenHunk() {
    String text =
        HEADER
            + "@@ -1,9 +1,9 @@\n one\n-two\n+2\n"
            + "diff --git a/y.c b/y.c\n--- a/y.c\n+++ b/y.c\n@@ -1 +1 @@\n-a\n+b\n";
    List<FileChange> files = read(text).value().files();
    assertEquals(files.stream().map(FileChange::path).toList(), List.of("x.c", "y.c"));
    assertEquals(files.get(1).added(), 1);
  }

  @Test
  public void cutInTheMiddleOfALine() {
    assertEquals(
        messages(HEADER + "@@ -1,2 +1,2 @@\n one\n-two\n+2"),
        List.of("hunk 1 of x.c ends in the middle of a line"));
  }

  @Test
  public void lineTooManyIsAWarning() {
    Read<Diff> read = read(HEADER + "@@ -1 +1 @@\n-one\n+1\n+and one\n");
    assertTrue(read.isSound());
    assertEquals(read.problems().size(), 1);
  }

  @Test
  public void kindsAndModes() {
    FileChange added = only("diff --git a/s b/s\nnew file mode 100755\nindex 0000000..1234567\n");
    assertEquals(added.kind(), FileChange.Kind.ADDED);
    assertEquals(added.oldPath(), "");
    assertEquals(added.newMode(), 0100755);
    assertEquals(added.newId(), "1234567");
    FileChange moved =
        only("diff --git a/s b/t\nsimilarity index 98%\nrename from s\nrename to t\n");
    assertEquals(moved.kind(), FileChange.Kind.RENAMED);
    assertEquals(moved.similarity(), 98);
    assertEquals(moved.oldPath() + moved.newPath(), "st");
  }

  @Test
  public void quotedRepliesAreProse() {
    Read<Diff> read = read("> diff --git a/x b/x\n> --- a/x\n> +++ b/x\n> @@ -1 +1 @@\n> -1\n");
    assertTrue(read.value().isEmpty());
    assertEquals(read.problems(), List.of());
  }

  @Test
  public void preludeBelongsToThePlainDiff() {
    FileChange file =
        only("Index: d/x.c\n=======\n--- d.orig/x.c\n+++ d/x.c\n@@ -1 +1 @@\n-1\n+2\n");
    assertEquals(file.style(), FileChange.Style.INDEX);
    assertEquals(file.span().start(), 0);
    assertEquals(file.path(), "x.c");
  }

  @Test
  public void limitsAreTold() {
    Limits small = new Limits(1, 20, 1, 1, 1, 1, 1, 1, 1, 1);
    Bytes bytes = Bytes.utf8((HEADER + "@@ -1 +1 @@\n-one\n+1\n").repeat(2));
    Read<Diff> read = DiffReader.read(bytes, small);
    assertEquals(read.value().files().size(), 1);
    assertEquals(
        read.problems().stream().map(Problem::message).toList(),
        List.of(
            "a line of 23 octets, 20 are allowed",
            "the diff has more than the 1 files that are allowed"));
    assertEquals(DiffWriter.print(read.value()), bytes);
  }
}

package dev.galley.tree;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.patch.Diff;
import dev.galley.patch.DiffReader;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.tree.FileOutcome.Status;
import java.util.List;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What becomes of a patch, case by case. */
public final class PatchApplierTest {

  private static final String FILE =
      """
      int first(void)
      {
      	return 1;
      }

      int second(struct device *dev)
      {
      	if (!dev->ready)
      		return 0;

      	return dev->count;
      }
      """;

  private static final String CHANGE =
      """
      diff --git a/f.c b/f.c
      --- a/f.c
      +++ b/f.c
      @@ -6,7 +6,7 @@ int first(void)
       int second(struct device *dev)
       {
      -	if (!dev->ready)
      +	if (!is_ready(dev))
       		return 0;
      \s
       	return dev->count;
       }
      """;

  static Diff diff(String text) {
    return DiffReader.read(Bytes.utf8(text), Limits.DEFAULT).value();
  }

  private static PatchOutcome apply(Tree tree, String diff) {
    return PatchApplier.apply(tree, diff(diff), BlobSource.NONE);
  }

  private static Cause onlyCause(PatchOutcome outcome) {
    assertFalse(outcome.applies());
    FileOutcome file = outcome.files().get(0);
    if (file.cause().isPresent()) {
      return file.cause().get();
    }
    return file.hunks().stream()
        .filter(HunkOutcome.Failed.class::isInstance)
        .map(hunk -> ((HunkOutcome.Failed) hunk).cause())
        .findFirst()
        .orElseThrow();
  }

  private static String text(Tree tree, String path) {
    return tree.content(path).map(Bytes::utf8).orElse("(none)");
  }

  @Test
  public void appliesInPlace() {
    PatchOutcome outcome = apply(MemoryTree.of("f.c", FILE), CHANGE);
    assertEquals(outcome.status(), Status.APPLIES);
    assertFalse(outcome.partial());
    assertEquals(text(outcome.after(), "f.c"), FILE.replace("!dev->ready", "!is_ready(dev)"));
    assertTrue(outcome.files().get(0).hunks().get(0) instanceof HunkOutcome.Applied);
  }

  @Test
  public void findsTheNearestPlace() {
    PatchOutcome later = apply(MemoryTree.of("f.c", "\n\n" + FILE), CHANGE);
    HunkOutcome.Applied moved = (HunkOutcome.Applied) later.files().get(0).hunks().get(0);
    assertEquals(moved.offset(), 2);
    assertEquals(moved.line(), 8);
    PatchOutcome earlier = apply(MemoryTree.of("f.c", FILE.substring(FILE.indexOf("\t"))), CHANGE);
    assertEquals(((HunkOutcome.Applied) earlier.files().get(0).hunks().get(0)).offset(), -2);
  }

  @Test
  public void showsTheLineThatDiffers() {
    String tree = FILE.replace("second(struct", "second(const struct");
    PatchOutcome outcome = apply(MemoryTree.of("f.c", tree), CHANGE);
    assertEquals(outcome.status(), Status.FAILS);
    assertTrue(outcome.partial());
    Cause cause = onlyCause(outcome);
    assertEquals(cause.kind(), Cause.Kind.CONTEXT_DIFFERS);
    assertEquals(
        cause.nearest().differences(),
        List.of(
            new LineDifference(
                LineDifference.Kind.CHANGED,
                0,
                6,
                Bytes.utf8("int second(struct device *dev)"),
                Bytes.utf8("int second(const struct device *dev)"))));
    assertEquals(
        cause.nearest().edit(),
        "-int second(struct device *dev)\n+int second(const struct device *dev)\n");
    assertEquals(cause.nearest().matching(), 6);
    HunkOutcome.Failed failed = (HunkOutcome.Failed) outcome.files().get(0).hunks().get(0);
    assertEquals(failed.fuzz(), 1);
    assertEquals(failed.fuzzLine(), 6);
    String header = CHANGE.substring(0, CHANGE.indexOf("@@"));
    PatchOutcome rebased =
        apply(MemoryTree.of("f.c", tree), header + cause.nearest().rebased().utf8());
    assertEquals(rebased.status(), Status.APPLIES);
    assertEquals(text(rebased.after(), "f.c"), tree.replace("!dev->ready", "!is_ready(dev)"));
  }

  /** Edits of the tree's file, and what the cause is then. */
  @DataProvider
  public static Object[][] drifts() {
    return new Object[][] {
      {"!dev->ready", "!dev->is_ready", Cause.Kind.CONTEXT_DIFFERS, true},
      {"\t\treturn 0;\n", "\t\tdev_dbg(dev);\n\t\treturn 0;\n", Cause.Kind.CONTEXT_DIFFERS, false},
      {"\n\treturn dev", "\treturn dev", Cause.Kind.CONTEXT_DIFFERS, false},
      {"\t\treturn 0;", "                return 0;", Cause.Kind.WHITESPACE_DIFFERS, false},
      {"\n", "\r\n", Cause.Kind.WHITESPACE_DIFFERS, false},
      {FILE, "a\nb\nc\n", Cause.Kind.NOT_FOUND, false},
      {FILE, "", Cause.Kind.NOT_FOUND, false},
    };
  }

  @Test(dataProvider = "drifts")
  public void namesTheDrift(String old, String changed, Cause.Kind expected, boolean removesOther) {
    MemoryTree tree = MemoryTree.of("f.c", FILE.replace(old, changed));
    Cause cause = onlyCause(apply(tree, CHANGE));
    assertEquals(cause.kind(), expected, cause.message());
    assertEquals(cause.nearest().removesOther(), removesOther);
    if (expected != Cause.Kind.NOT_FOUND) {
      String header = CHANGE.substring(0, CHANGE.indexOf("@@"));
      PatchOutcome rebased = apply(tree, header + cause.nearest().rebased().utf8());
      assertEquals(rebased.status(), Status.APPLIES);
    }
  }

  @Test
  public void knowsWhatIsAlreadyThere() {
    PatchOutcome twice = apply(apply(MemoryTree.of("f.c", FILE), CHANGE).after(), CHANGE);
    assertEquals(twice.status(), Status.ALREADY_APPLIED);
    assertEquals(((HunkOutcome.AlreadyApplied) twice.files().get(0).hunks().get(0)).line(), 6);
  }

  @Test
  public void appliesTheHunksThatApply() {
    String both =
        """
        --- a/f.c
        +++ b/f.c
        @@ -1,4 +1,4 @@
        -int first(void)
        +long first(void)
         {
         	return 1;
         }
        @@ -9,4 +9,4 @@
         	unknown();

        -	return dev->total;
        +	return 0;
         }
        """;
    PatchOutcome outcome = apply(MemoryTree.of("f.c", FILE), both);
    assertEquals(outcome.status(), Status.PARTLY);
    assertTrue(outcome.partial());
    assertTrue(text(outcome.after(), "f.c").startsWith("long first"));
  }

  @Test
  public void withoutTrailingContextTheEndHasToMatch() {
    String atEnd = "--- a/x\n+++ b/x\n@@ -1,1 +1,2 @@\n a\n+b\n";
    assertTrue(apply(MemoryTree.of("x", "a\n"), atEnd).applies());
    Cause cause = onlyCause(apply(MemoryTree.of("x", "a\nc\n"), atEnd));
    assertEquals(cause.kind(), Cause.Kind.WRONG_PLACE);
  }

  /** Diffs that name paths git refuses. */
  @DataProvider
  public static Object[][] hostilePaths() {
    return new Object[][] {
      {"../../etc/passwd"},
      {"a/../b"},
      {"./a"},
      {"a/./b"},
      {".git/config"},
      {"sub/.GIT/hooks/pre-commit"},
      {".git "},
      {".git./x"},
      {"git~1/config"},
      {".git::$INDEX_ALLOCATION/x"},
      {"a\\.git\\x"},
      {"a\\..\\b"},
      {".g\u200cit/config"},
      {"a//b"},
      {"a/"},
      {"/etc/passwd"},
      {"nul\0byte"},
      {"d/".repeat(3000) + "x"},
    };
  }

  @Test(dataProvider = "hostilePaths")
  public void refusesHostilePaths(String path) {
    assertTrue(PathSafety.problem(path, 0).isPresent());
    if (path.startsWith("/") || path.indexOf('\0') >= 0 || path.contains("//")) {
      return;
    }
    PatchOutcome outcome =
        apply(
            MemoryTree.of("f.c", FILE),
            "diff --git a/"
                + path
                + " b/"
                + path
                + "\nnew file mode 100644\n--- /dev/null\n+++ b/"
                + path
                + "\n@@ -0,0 +1 @@\n+x\n");
    assertFalse(outcome.applies());
    assertEquals(outcome.after().list(""), List.of("f.c"));
    if (!outcome.files().isEmpty()) {
      assertEquals(onlyCause(outcome).kind(), Cause.Kind.UNSAFE_PATH);
    }
  }

  /** Paths that look odd and are fine. */
  @DataProvider
  public static Object[][] harmlessPaths() {
    return new Object[][] {
      {".gitignore"},
      {".github/x"},
      {"a.git/x"},
      {"..a"},
      {"a..b/c"},
      {"git~2"},
      {"x\\y"},
      {".gitmodules"}
    };
  }

  @Test(dataProvider = "harmlessPaths")
  public void takesOddPaths(String path) {
    assertEquals(PathSafety.problem(path, TreeEntry.FILE), Optional.empty());
  }

  @Test
  public void aLinkMayNotBeGitmodules() {
    assertTrue(PathSafety.problem(".gitmodules", TreeEntry.SYMLINK).isPresent());
    assertTrue(PathSafety.problem("GITMOD~1", TreeEntry.SYMLINK).isPresent());
  }

  @Test
  public void refusesAFileBehindALinkOfTheSamePatch() {
    PatchOutcome outcome =
        apply(
            MemoryTree.of("f.c", FILE),
            """
            diff --git a/link b/link
            new file mode 120000
            --- /dev/null
            +++ b/link
            @@ -0,0 +1 @@
            +/etc
            \\ No newline at end of file
            diff --git a/link/passwd b/link/passwd
            new file mode 100644
            --- /dev/null
            +++ b/link/passwd
            @@ -0,0 +1 @@
            +x
            """);
    assertEquals(
        outcome.files().get(1).cause().map(Cause::kind), Optional.of(Cause.Kind.BEYOND_SYMLINK));
    assertEquals(outcome.status(), Status.PARTLY);
    assertFalse(outcome.after().isDirectory("link"));
  }

  @Test
  public void explainsFilesThatAreInTheWay() {
    String create =
        """
        diff --git a/f.c b/f.c
        new file mode 100644
        --- /dev/null
        +++ b/f.c
        @@ -0,0 +1 @@
        +x
        """;
    assertEquals(
        onlyCause(apply(MemoryTree.of("f.c", FILE), create)).kind(), Cause.Kind.FILE_EXISTS);
    assertEquals(apply(MemoryTree.of("f.c", "x\n"), create).status(), Status.ALREADY_APPLIED);
    assertEquals(
        onlyCause(apply(MemoryTree.of("f.c/x", "x\n"), create)).kind(),
        Cause.Kind.DIRECTORY_CONFLICT);
    assertEquals(
        onlyCause(apply(MemoryTree.of("f", "x\n"), create.replace("f.c", "f/g"))).kind(),
        Cause.Kind.DIRECTORY_CONFLICT);
  }

  @Test
  public void saysWhereAMissingFileMayBe() {
    Cause cause = onlyCause(apply(MemoryTree.of("sub/f.c", FILE), CHANGE));
    assertEquals(cause.kind(), Cause.Kind.FILE_MISSING);
    assertTrue(cause.message().contains("sub/f.c"), cause.message());
  }

  @Test
  public void aDeletedFileHasToBecomeEmpty() {
    String delete =
        """
        diff --git a/f b/f
        deleted file mode 100644
        --- a/f
        +++ /dev/null
        @@ -1,2 +0,0 @@
        -a
        -b
        """;
    assertEquals(apply(MemoryTree.of("f", "a\nb\n"), delete).after().list(""), List.of());
    assertFalse(apply(MemoryTree.of("f", "a\nb\nc\n"), delete).applies());
    PatchOutcome gone = apply(MemoryTree.of("g", ""), delete);
    assertEquals(onlyCause(gone).kind(), Cause.Kind.FILE_MISSING);
  }

  @Test
  public void refusesBinariesWithoutData() {
    PatchOutcome outcome =
        apply(
            MemoryTree.of("f", "x"),
            "diff --git a/f b/f\nindex 1234567..89abcde 100644\nBinary files a/f and b/f differ\n");
    assertEquals(onlyCause(outcome).kind(), Cause.Kind.BINARY);
  }

  @Test
  public void aHugeSearchIsGivenUp() {
    StringBuilder same = new StringBuilder();
    StringBuilder hunk = new StringBuilder("--- a/f\n+++ b/f\n@@ -1,30002 +1,30002 @@\n");
    for (int i = 0; i < 60_000; i++) {
      same.append("a\n");
    }
    hunk.append(" a\n".repeat(30_000)).append("-b\n+c\n a\n");
    String search = hunk.toString().replace("-1,30002 +1,30002", "-2,30002 +2,30002");
    Cause cause = onlyCause(apply(MemoryTree.of("f", same.toString()), search));
    assertEquals(cause.kind(), Cause.Kind.LIMIT);
  }
}

package dev.galley.tree;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Bases as git sees them. */
@Test(groups = "oracle-git")
public final class BasesTest {

  private Path folder = Path.of("");
  private Path work = Path.of("");
  private String first = "";
  private String second = "";

  @BeforeMethod
  public void makeRepository() throws IOException {
    if (!GitCommand.isThere()) {
      throw new SkipException("no git to compare with");
    }
    folder = TempFolders.make();
    work = folder.resolve("work");
    GitCommand git = GitCommand.init(work);
    git.write("a.c", "one\n");
    git.write("dir/b.c", "two\n");
    git.write("dir/sub/c.c", "three\n");
    Files.createSymbolicLink(work.resolve("link"), Path.of("dir/b.c"));
    assertTrue(work.resolve("dir/b.c").toFile().setExecutable(true));
    first = git.commit("first: add files");
    git.get("tag", "v1");
    git.get("tag", "-a", "-m", "annotated", "v1-annotated");
    git.write("dir/b.c", "two\nmore\n");
    second = git.commit("dir: say more");
  }

  @AfterMethod(alwaysRun = true)
  public void remove() throws IOException {
    if (!folder.equals(Path.of(""))) {
      TempFolders.delete(folder);
    }
  }

  private GitCommand git() {
    return new GitCommand(work);
  }

  private static BaseTree open(Path directory, String revision) throws IOException {
    return Bases.open(new BaseSpec(directory, revision));
  }

  public void readsARevision() throws IOException {
    try (BaseTree base = open(work, "v1")) {
      assertEquals(base.id(), Optional.of(git().get("rev-parse", "v1^{tree}")));
      assertEquals(base.commitId(), Optional.of(first));
      assertEquals(base.describe(), "v1");
      assertEquals(base.content("dir/b.c"), Optional.of(Bytes.utf8("two\n")));
      assertEquals(
          base.entry("dir/b.c"),
          Optional.of(new TreeEntry(TreeEntry.EXECUTABLE, git().get("rev-parse", "v1:dir/b.c"))));
      assertEquals(base.entry("link").map(TreeEntry::mode), Optional.of(TreeEntry.SYMLINK));
      assertEquals(base.content("link"), Optional.of(Bytes.utf8("dir/b.c")));
      assertEquals(base.list(""), List.of("a.c", "dir", "link"));
      assertEquals(base.list("dir"), List.of("b.c", "sub"));
      assertTrue(base.isDirectory("dir/sub"));
      assertFalse(base.isDirectory("a.c"));
      for (String nothing : List.of("b", "dir/x", "a.c/x", "dir", "", "/a.c", "dir//b.c")) {
        assertEquals(base.entry(nothing), Optional.empty(), nothing);
        assertEquals(base.content(nothing), Optional.empty(), nothing);
      }
      assertFalse(base.hasHistory());
      assertFalse(base.isShallow());
    }
  }

  public void knowsItsHistory() throws IOException {
    try (BaseTree base = open(work, "")) {
      assertEquals(base.describe(), second.substring(0, 12));
      assertTrue(base.hasHistory());
      assertEquals(base.subjectsOf("dir/b.c", 10), List.of("dir: say more"));
      assertEquals(base.subjectsOf("dir", 10), List.of("dir: say more"));
      assertEquals(base.subjectsOf("a.c", 10), List.of());
      assertEquals(
          base.commit(first.substring(0, 12)),
          Optional.of(new CommitInfo(first, "first: add files", "A U Thor <author@example.com>")));
      assertEquals(base.commit("0123456789ab"), Optional.empty());
      assertEquals(base.commit("not hex"), Optional.empty());
      assertTrue(base.isAncestor(first));
      assertFalse(base.isAncestor("0123456789012345678901234567890123456789"));
      String blob = git().get("rev-parse", "v1:dir/b.c");
      assertEquals(base.blob(blob.substring(0, 8)), Optional.of(Bytes.utf8("two\n")));
      assertEquals(base.blob("0000000"), Optional.empty());
    }
  }

  public void opensEveryKindOfRepository() throws IOException {
    String tree = git().get("rev-parse", "HEAD^{tree}");
    Path bare = folder.resolve("bare.git");
    git().get("clone", "-q", "--bare", work.toString(), bare.toString());
    Path packed = folder.resolve("packed");
    git().get("clone", "-q", "--no-local", work.toString(), packed.toString());
    Path shared = folder.resolve("shared");
    git().get("clone", "-q", "--shared", work.toString(), shared.toString());
    Path linked = folder.resolve("linked");
    git().get("worktree", "add", "-q", linked.toString(), "HEAD");
    Path shallow = folder.resolve("shallow");
    git().get("clone", "-q", "--depth=1", "file://" + work, shallow.toString());
    for (Path path : List.of(work, work.resolve(".git"), bare, packed, shared, linked, shallow)) {
      try (BaseTree base = open(path, "HEAD")) {
        assertEquals(base.id(), Optional.of(tree), path.toString());
        assertEquals(
            base.content("dir/b.c"), Optional.of(Bytes.utf8("two\nmore\n")), path.toString());
        assertEquals(base.isShallow(), path.equals(shallow), path.toString());
      }
    }
  }

  public void aPartialCloneSaysWhatIsMissing() throws IOException {
    git().get("config", "uploadpack.allowFilter", "true");
    Path partial = folder.resolve("partial.git");
    git().get("clone", "-q", "--bare", "--filter=blob:none", "file://" + work, partial.toString());
    try (BaseTree base = open(partial, "")) {
      assertTrue(base.entry("dir/b.c").isPresent());
      assertTrue(base.read("dir/b.c") instanceof Content.Unreadable);
      assertTrue(base.read("dir/b.c").toString().contains("partial clone"));
    }
  }

  public void newTreesHaveGitsIds() throws IOException {
    Map<String, Tree.Edit> edits = new TreeMap<>();
    edits.put("dir/sub/c.c", Tree.Edit.REMOVE);
    edits.put("dir.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("x\n")));
    edits.put("dir0", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("y\n")));
    edits.put("new/deep/er", new Tree.Edit(TreeEntry.EXECUTABLE, Bytes.utf8("z\n")));
    try (BaseTree base = open(work, "")) {
      Tree changed = base.with(edits);
      Files.delete(work.resolve("dir/sub/c.c"));
      git().write("dir.c", "x\n");
      git().write("dir0", "y\n");
      git().write("new/deep/er", "z\n");
      assertTrue(work.resolve("new/deep/er").toFile().setExecutable(true));
      git().commit("the same by hand");
      assertEquals(changed.id(), Optional.of(git().get("rev-parse", "HEAD^{tree}")));
      assertEquals(changed.list("dir"), List.of("b.c"));
      assertEquals(changed.content("new/deep/er"), Optional.of(Bytes.utf8("z\n")));
      assertThrows(
          IllegalArgumentException.class,
          () -> base.with(Map.of("a.c/x", new Tree.Edit(TreeEntry.FILE, Bytes.EMPTY))));
      assertThrows(
          IllegalArgumentException.class,
          () -> base.with(Map.of("dir", new Tree.Edit(TreeEntry.FILE, Bytes.EMPTY))));
    }
  }

  public void neverWritesIntoTheRepository() throws IOException {
    Map<String, String> before = TempFolders.snapshot(folder);
    try (BaseTree base = open(work, "")) {
      assertTrue(base.subjectsOf("dir", 3).size() == 1);
      assertTrue(base.blob(git().get("rev-parse", "HEAD:a.c")).isPresent());
      Tree changed = base.with(Map.of("a.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("other\n"))));
      assertTrue(changed.content("a.c").isPresent());
    }
    assertEquals(TempFolders.snapshot(folder), before);
  }

  public void aFolderIsReadLikeATree() throws IOException {
    TempFolders.delete(work.resolve(".git"));
    try (BaseTree base = open(work, "")) {
      assertEquals(base.id(), Optional.empty());
      assertEquals(base.describe(), "folder");
      assertEquals(base.list(""), List.of("a.c", "dir", "link"));
      assertEquals(base.entry("dir/b.c").map(TreeEntry::mode), Optional.of(TreeEntry.EXECUTABLE));
      assertEquals(
          base.entry("a.c").map(TreeEntry::id),
          Optional.of("5626abf0f72e58d7a153368ba57db4c673c0e171"));
      assertEquals(base.content("link"), Optional.of(Bytes.utf8("dir/b.c")));
      assertEquals(base.content("link/b.c"), Optional.empty());
      assertEquals(base.content("../work/a.c"), Optional.empty());
      Tree changed =
          base.with(
              Map.of(
                  "dir/sub/c.c",
                  Tree.Edit.REMOVE,
                  "new/x",
                  new Tree.Edit(TreeEntry.FILE, Bytes.utf8("x\n"))));
      assertEquals(changed.list("dir"), List.of("b.c"));
      assertFalse(changed.isDirectory("dir/sub"));
      assertEquals(changed.list(""), List.of("a.c", "dir", "link", "new"));
      assertTrue(changed.isDirectory("new"));
    }
  }

  public void refusesWithAReason() throws IOException {
    assertReason(folder.resolve("nowhere"), "", "does not exist");
    assertReason(work.resolve("a.c"), "", "is not a folder");
    assertReason(work, "v9", "has no revision 'v9'");
    assertReason(work, "HEAD:a.c", "names a file");
    assertReason(work.resolve("dir"), "v1", "is not a git repository");
    Path empty = folder.resolve("empty");
    GitCommand.init(empty);
    assertReason(empty, "", "no commit yet");
    Path sha256 = folder.resolve("sha256");
    Files.createDirectories(sha256);
    new GitCommand(sha256).get("init", "-q", "--object-format=sha256", ".");
    assertReason(sha256, "", "sha256");
  }

  private static void assertReason(Path path, String revision, String reason) {
    BaseException refused = expectThrows(BaseException.class, () -> open(path, revision));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused.getMessage());
  }

  public void aSpecificationMayHaveAtSigns() throws IOException {
    Path odd = folder.resolve("at@home");
    Files.createDirectories(odd);
    assertEquals(BaseSpec.parse(odd.toString()), new BaseSpec(odd, ""));
    assertEquals(BaseSpec.parse(odd + "@v7.2"), new BaseSpec(odd, "v7.2"));
    assertEquals(BaseSpec.parse(odd + "@main@{1}"), new BaseSpec(odd, "main@{1}"));
    assertEquals(BaseSpec.parse("no/such@v1"), new BaseSpec(Path.of("no/such"), "v1"));
    assertThrows(BaseException.class, () -> BaseSpec.parse(""));
  }
}

package dev.galley.kernelc.symbols;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertThrows;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.symbols.TreeScan.Needs;
import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import dev.galley.tree.MemoryTree;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Which files of a tree have a word. */
@Test
public final class TreeScanTest {

  private Path folder = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Folders.make();
  }

  @AfterMethod(alwaysRun = true)
  public void remove() throws IOException {
    Folders.delete(folder);
  }

  private static List<String> scan(Tree tree, Needs needs, String... words) {
    List<String> paths = new ArrayList<>();
    TreeScan.of(tree).scan(Set.of(words), needs, match -> paths.add(match.path()));
    return paths;
  }

  private static boolean has(String text, String word) {
    byte[] octets = ("~~" + text + word).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    // What lies behind the length is an older file's and does not count.
    return new WordSearch(word).isIn(octets, octets.length - word.length());
  }

  public void aWordStandsAlone() {
    assertTrue(has("x->pos;", "pos"));
    assertTrue(has("poss pos", "pos"));
    assertTrue(has("pospos pos+pos2", "pos"));
    assertTrue(has("a", "a"));
    assertTrue(has("\u00fca\u00fc", "a"));
    assertEquals(has("poss", "pos"), false);
    assertEquals(has("_pos pos_ pos2 xpos", "pos"), false);
    assertEquals(has("po", "pos"), false);
    assertEquals(has("", "pos"), false);
    assertEquals(has("aaa", "aa"), false);
    assertTrue(has("aaa aa", "aa"));
    assertThrows(IllegalArgumentException.class, () -> new WordSearch(""));
  }

  public void anyOrAllWords() {
    Tree tree =
        MemoryTree.of(
            "z.c",
            "int one, two;",
            "a.h",
            "int two;",
            "b.c",
            "int one;",
            "n.txt",
            "one two",
            "d/q.c.inc",
            "one",
            "d/r.inl",
            "one;",
            "x.S",
            "one");
    assertEquals(
        scan(tree, Needs.ANY, "one", "two"), List.of("a.h", "b.c", "d/q.c.inc", "d/r.inl", "z.c"));
    assertEquals(scan(tree, Needs.ALL, "one", "two"), List.of("z.c"));
    assertEquals(scan(tree, Needs.ANY, "three"), List.of());
  }

  public void aFolderIsScannedWithItsChanges() throws IOException {
    write("d/a.c", "int here;");
    write("b.c", "int here;");
    write("c.c", "int away;");
    write("e.c", "int here;");
    Files.createSymbolicLink(folder.resolve("l.c"), Path.of("b.c"));
    Files.createSymbolicLink(folder.resolve("dl"), Path.of("d"));
    try (BaseTree base = Bases.open(new BaseSpec(folder, ""))) {
      assertEquals(scan(base, Needs.ANY, "here"), List.of("b.c", "d/a.c", "e.c"));
      Tree patched =
          base.with(
              Map.of(
                  "b.c", Tree.Edit.REMOVE,
                  "c.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("here")),
                  "new/n.h", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("here")),
                  "new/l.h", new Tree.Edit(TreeEntry.SYMLINK, Bytes.utf8("here")),
                  "e.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("away"))));
      assertEquals(scan(patched, Needs.ANY, "here"), List.of("c.c", "d/a.c", "new/n.h"));
    }
  }

  /** What is done to a work tree, and what the scan of its HEAD may not take from it. */
  @DataProvider
  public Object[][] disturbances() {
    return new Object[][] {
      {"nothing", (Disturbance) git -> {}},
      {"modified", (Disturbance) git -> write("a.c", "int other, thing;")},
      {"same size", (Disturbance) git -> write("a.c", "int her2;")},
      {"touched", (Disturbance) git -> Files.setLastModifiedTime(folder.resolve("a.c"), NOW)},
      {"deleted", (Disturbance) git -> Files.delete(folder.resolve("a.c"))},
      {
        "a link to a file outside",
        (Disturbance)
            git -> {
              Files.move(folder.resolve("a.c"), folder.resolve(".git/a.c"));
              Files.createSymbolicLink(folder.resolve("a.c"), Path.of(".git/a.c"));
            }
      },
      {
        "a link to another directory",
        (Disturbance)
            git -> {
              Files.move(folder.resolve("d"), folder.resolve("moved"));
              write("moved/b.c", "int her2;");
              Files.setLastModifiedTime(folder.resolve("moved/b.c"), Folders.OLD);
              Files.createSymbolicLink(folder.resolve("d"), Path.of("moved"));
            }
      },
      {
        "a directory",
        (Disturbance)
            git -> {
              Files.delete(folder.resolve("a.c"));
              write("a.c/b.c", "int here;");
            }
      },
      {"an unborn file", (Disturbance) git -> write("new.c", "int here;")},
      {
        "staged",
        (Disturbance)
            git -> {
              write("a.c", "int other;");
              write("new.c", "int here;");
              git.get("add", "-A");
            }
      },
      {
        "staged and old",
        (Disturbance)
            git -> {
              write("a.c", "int her2;");
              Files.setLastModifiedTime(
                  folder.resolve("a.c"), FileTime.fromMillis(Folders.OLD.toMillis() + 1000));
              git.get("add", "-A");
            }
      },
      {"removed from the index", (Disturbance) git -> git.get("rm", "-q", "--cached", "a.c")},
      {
        "intent to add",
        (Disturbance)
            git -> {
              write("new.c", "int here;");
              git.get("add", "-N", "new.c");
            }
      },
      {
        "assume unchanged",
        (Disturbance)
            git -> {
              git.get("update-index", "--assume-unchanged", "a.c");
              write("a.c", "int her2;");
            }
      },
      {
        "skip work tree",
        (Disturbance)
            git -> {
              git.get("update-index", "--skip-worktree", "a.c");
              Files.delete(folder.resolve("a.c"));
            }
      },
      {"no index", (Disturbance) git -> Files.delete(folder.resolve(".git/index"))},
      {"a damaged index", (Disturbance) git -> write(".git/index", "DIRC")},
      {"index version 4", (Disturbance) git -> git.get("update-index", "--index-version", "4")},
      {"a split index", (Disturbance) git -> git.get("update-index", "--split-index")},
      {
        "a sparse index",
        (Disturbance)
            git -> git.get("sparse-checkout", "set", "--cone", "--sparse-index", "nothing")
      },
      {"packed", (Disturbance) git -> git.get("gc", "-q", "--prune=now")},
      {
        "a conflict",
        (Disturbance)
            git -> {
              String id = git.get("rev-parse", "HEAD:z.h");
              git.run(
                  Bytes.utf8("0 " + "0".repeat(40) + "\ta.c\n100644 " + id + " 2\ta.c\n"),
                  "update-index",
                  "--index-info");
            }
      },
      {
        "another commit on top",
        (Disturbance)
            git -> {
              git.get("tag", "first");
              write("a.c", "int other;");
              git.commit("second");
              git.get("update-ref", "HEAD", "first");
            }
      },
    };
  }

  private static final FileTime NOW = FileTime.fromMillis(1_700_000_000_000L);

  private interface Disturbance {
    void to(GitCommand git) throws IOException;
  }

  @Test(dataProvider = "disturbances", groups = "oracle-git")
  public void theTreeIsScannedNotTheWorkTree(String name, Disturbance disturbance)
      throws IOException {
    GitCommand git =
        Folders.repository(
            folder, "a.c", "int here;", "d/b.c", "int here;", "d/e/c.h", "here", "z.h", "there");
    disturbance.to(git);
    for (String word : List.of("here", "her2", "other", "there")) {
      assertEquals(headScan(word), Folders.gitGrep(git, "HEAD", word), name + ": " + word);
    }
    assertEquals(headScan("here"), List.of("a.c", "d/b.c", "d/e/c.h"), name);
  }

  /** Settings and attributes that give a work tree other octets than the blobs have. */
  @DataProvider
  public Object[][] conversions() {
    return new Object[][] {
      {"core.autocrlf", "true", ""},
      {"core.autocrlf", "input", ""},
      {"core.eol", "crlf", "*.c text\n"},
      {"core.eol", "lf", "*.c text eol=crlf\n"},
      {"core.eol", "lf", "*.c ident\n"},
      {"filter.x.smudge", "tr h b", "*.c filter=x\n"},
      {"core.eol", "lf", "*.c working-tree-encoding=UTF-16\n"},
    };
  }

  @Test(dataProvider = "conversions", groups = "oracle-git")
  public void convertedFilesAreReadAsBlobs(String key, String value, String attributes)
      throws IOException {
    String text = "int here;\n/* $Id$ */\n";
    GitCommand git =
        Folders.repository(folder, "a.c", text, "b.c", "int away;\n", ".gitattributes", "#\n");
    git.get("config", key, value);
    write(".gitattributes", attributes);
    git.get("add", ".gitattributes");
    git.get("commit", "-q", "-m", "attributes");
    Files.delete(folder.resolve("a.c"));
    git.get("checkout", "-q", "--", "a.c");
    Files.setLastModifiedTime(folder.resolve("a.c"), Folders.OLD);
    git.run(Bytes.EMPTY, "update-index", "--refresh", "-q");
    try (BaseTree base = Bases.open(new BaseSpec(folder, ""))) {
      List<String> texts = new ArrayList<>();
      TreeScan.of(base).scan(Set.of("here"), Needs.ANY, match -> texts.add(match.bytes().latin1()));
      assertEquals(texts, List.of(text));
    }
  }

  /** Git itself sees this by the change time, which Java tells only slowly. */
  @Test(groups = "oracle-git")
  public void knownGapAFileChangedWithItsTimeSetBack() throws IOException {
    GitCommand git = Folders.repository(folder, "a.c", "int here;", "b.c", "int her2;");
    assertEquals(git.get("status", "--porcelain"), "");
    write("a.c", "int her2;");
    Files.setLastModifiedTime(folder.resolve("a.c"), Folders.OLD);
    assertEquals(headScan("here"), List.of(), "the one gap of the stamps");
    assertEquals(headScan("her2"), List.of("b.c"), "what is found is always the tree's");
  }

  @Test(groups = "oracle-git")
  public void oldTreesLinkedTreesAndBareRepositories() throws IOException {
    GitCommand git = Folders.repository(folder.resolve("main"), "a.c", "int here;", "b.c", "x");
    git.get("tag", "v1");
    git.write("b.c", "int here;");
    git.write("a.c", "int away;");
    git.commit("second");
    git.get("worktree", "add", "-q", "-b", "other", "../linked", "v1");
    git.get("clone", "-q", "--bare", ".", "../bare.git");
    for (String place : List.of("main", "linked", "bare.git", "main/.git")) {
      for (String revision : List.of("v1", "main", "v1^{tree}")) {
        try (BaseTree base = Bases.open(new BaseSpec(folder.resolve(place), revision))) {
          assertEquals(
              scan(base, Needs.ANY, "here"),
              List.of(revision.startsWith("v1") ? "a.c" : "b.c"),
              place + " " + revision);
        }
      }
    }
  }

  @Test(groups = "oracle-git")
  public void aPatchedTreeIsScannedWithItsChanges() throws IOException {
    Folders.repository(folder, "a.c", "int here;", "d/b.c", "int here;", "d/c.c", "no", "e.c", "");
    try (BaseTree base = Bases.open(new BaseSpec(folder, ""))) {
      Tree patched =
          base.with(
              Map.of(
                  "a.c", Tree.Edit.REMOVE,
                  "d/c.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("here")),
                  "new/n.h", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("here"))));
      assertEquals(scan(patched, Needs.ANY, "here"), List.of("d/b.c", "d/c.c", "new/n.h"));
      assertEquals(scan(base, Needs.ANY, "here"), List.of("a.c", "d/b.c"));
    }
  }

  @Test(groups = "oracle-git")
  public void whatCannotBeReadIsSaid() throws IOException {
    GitCommand git = Folders.repository(folder, "a.c", "int here;", "b.c", "int gone, here;");
    String id = git.get("rev-parse", "HEAD:b.c");
    Files.delete(folder.resolve("b.c"));
    Files.delete(folder.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    try (BaseTree base = Bases.open(new BaseSpec(folder, ""))) {
      List<String> paths = new ArrayList<>();
      TreeScan.Summary summary =
          TreeScan.of(base).scan(Set.of("here"), Needs.ANY, match -> paths.add(match.path()));
      assertEquals(paths, List.of("a.c"));
      assertEquals(summary.files(), 1);
      assertEquals(summary.unread().size(), 1);
      assertEquals(summary.unread().get(0).path(), "b.c");
      assertTrue(summary.unread().get(0).reason().contains(id), summary.toString());
    }
  }

  public void filesComeInOrderAndFailuresEndTheScan() {
    String[] files = new String[2000];
    for (int i = 0; i < 1000; i++) {
      files[2 * i] = "f" + i + ".c";
      files[2 * i + 1] = "here";
    }
    Tree tree = MemoryTree.of(files);
    List<String> paths = scan(tree, Needs.ALL, "here");
    assertEquals(paths.size(), 1000);
    assertEquals(paths, paths.stream().sorted().toList());
    assertThrows(
        IllegalStateException.class,
        () ->
            TreeScan.of(tree)
                .scan(
                    Set.of("here"),
                    Needs.ANY,
                    match -> {
                      throw new IllegalStateException("enough");
                    }));
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private List<String> headScan(String word) throws IOException {
    try (BaseTree base = Bases.open(new BaseSpec(folder, ""))) {
      return scan(base, Needs.ANY, word);
    }
  }
}

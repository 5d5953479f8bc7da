package dev.galley.kernelc.symbols;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** Indexes on disk: made, found, shared, damaged, raced for. */
@Test(groups = "oracle-git")
public final class IndexFolderTest {

  private static final String A = "#include <linux/b.h>\n#include \"own.h\"\nint here(void) { }\n";
  private static final String B = "struct pair { int here; };\n#define TWICE(x) ((x) * 2)\n";

  private Path folder = Path.of("");
  private Path kept = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    folder = Folders.make();
    kept = folder.resolve("cache").resolve("index");
    Folders.repository(
        folder.resolve("work"), "a.c", A, "include/linux/b.h", B, "c.txt", "here", "empty.h", "");
  }

  @AfterMethod(alwaysRun = true)
  public void remove() throws IOException {
    Folders.delete(folder);
  }

  private BaseTree open() throws IOException {
    return Bases.open(new BaseSpec(folder.resolve("work"), ""));
  }

  private IndexFolder.Answer build(Tree tree) throws IOException {
    return IndexFolder.at(kept).findOrBuild(tree);
  }

  private Path onlyFile() throws IOException {
    try (Stream<Path> files = Files.list(kept)) {
      List<Path> all = files.toList();
      assertEquals(all.size(), 1, all.toString());
      return all.get(0);
    }
  }

  private static SymbolIndex names(IndexFolder.Answer answer) {
    return answer.index().orElseThrow(() -> new AssertionError(answer.remarks())).names();
  }

  private static void assertIsWhole(SymbolIndex names) {
    assertEquals(names.mentions("here"), List.of("a.c", "include/linux/b.h"));
    assertEquals(names.mentions("nowhere"), List.of());
    assertEquals(names.definers(Hashes.Space.ORDINARY, "here"), List.of("a.c"));
    assertEquals(names.definers(Hashes.Space.TAG, "here"), List.of());
    assertEquals(names.definers(Hashes.Space.TAG, "pair"), List.of("include/linux/b.h"));
    assertEquals(names.definers(Hashes.Space.MACRO, "TWICE"), List.of("include/linux/b.h"));
    assertEquals(names.definers(Hashes.Space.MACRO, "here"), List.of());
    assertEquals(names.includes("a.c").orElseThrow(), List.of("<linux/b.h", "\"own.h"));
    assertEquals(names.includes("empty.h").orElseThrow(), List.of());
    assertTrue(names.includes("c.txt").isEmpty());
    assertTrue(names.has("empty.h"));
    assertEquals(names.has("c.txt"), false);
    assertEquals(names.has("zzz.c"), false);
  }

  public void isMadeOnceAndFoundAgain() throws IOException {
    try (BaseTree tree = open()) {
      assertTrue(IndexFolder.at(kept).find(tree).index().isEmpty());
      IndexFolder.Answer made = build(tree);
      assertEquals(made.index().orElseThrow().read(), 3);
      assertEquals(made.remarks(), List.of());
      assertIsWhole(names(made));
      IndexFolder.Answer found = IndexFolder.at(kept).find(tree);
      assertEquals(found.index().orElseThrow().read(), 0);
      assertEquals(found.index().orElseThrow().files(), 3);
      assertIsWhole(names(found));
    }
  }

  public void anotherTreeReadsOnlyWhatIsNew() throws IOException {
    try (BaseTree tree = open()) {
      build(tree);
      Tree other =
          tree.with(
              Map.of(
                  "n.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("int here;")),
                  "moved.h", new Tree.Edit(TreeEntry.FILE, Bytes.utf8(B)),
                  "include/linux/b.h", Tree.Edit.REMOVE));
      IndexFolder.Answer answer = build(other);
      assertEquals(answer.index().orElseThrow().read(), 1, "n.c alone");
      assertEquals(names(answer).mentions("here"), List.of("a.c", "moved.h", "n.c"));
      assertEquals(names(answer).definers(Hashes.Space.ORDINARY, "here"), List.of("a.c", "n.c"));
      assertEquals(names(answer).definers(Hashes.Space.MACRO, "TWICE"), List.of("moved.h"));
      assertEquals(names(answer).includes("a.c").orElseThrow().size(), 2);
      byte[] shared =
          Files.readAllBytes(
              kept.resolve(other.id().orElseThrow() + "." + IndexImage.VERSION + ".index"));
      Folders.delete(kept);
      build(other);
      assertEquals(
          Files.readAllBytes(onlyFile()), shared, "the same octets, whatever was there before");
    }
  }

  /** Every octet counts: whichever is changed, the answers are right or there are none. */
  public void noFlippedOctetIsBelieved() throws IOException {
    try (BaseTree tree = open()) {
      build(tree);
      Path file = onlyFile();
      byte[] whole = Files.readAllBytes(file);
      int head = whole.length - names(IndexFolder.at(kept).find(tree)).octets();
      int step = Math.max(1, whole.length / 60);
      for (int at = 0; at < whole.length; at += at < head ? 17 : step) {
        byte[] damaged = whole.clone();
        damaged[at] ^= 0x10;
        assertFindsOrRefuses(tree, file, damaged, "octet " + at);
      }
    }
  }

  public void noCutFileIsBelieved() throws IOException {
    try (BaseTree tree = open()) {
      build(tree);
      Path file = onlyFile();
      byte[] whole = Files.readAllBytes(file);
      int step = whole.length / 30;
      for (int length = 0; length < whole.length; length += step) {
        Files.write(file, java.util.Arrays.copyOf(whole, length));
        IndexFolder.Answer answer = IndexFolder.at(kept).find(tree);
        assertTrue(answer.index().isEmpty(), "cut to " + length);
        assertEquals(answer.remarks().size(), 1);
      }
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
      assertTrue(IndexFolder.at(kept).find(tree).index().isEmpty(), "one octet more");
      Files.write(file, new byte[whole.length]);
      assertTrue(IndexFolder.at(kept).find(tree).index().isEmpty(), "zeroes");
    }
  }

  private void assertFindsOrRefuses(Tree tree, Path file, byte[] octets, String what)
      throws IOException {
    Path other = file.resolveSibling("new");
    Files.write(other, octets);
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    IndexFolder.Answer answer = IndexFolder.at(kept).find(tree);
    if (answer.index().isEmpty()) {
      assertEquals(answer.remarks().size(), 1, what);
      return;
    }
    try {
      assertIsWhole(names(answer));
      assertRefused(names(answer), what);
    } catch (IndexImage.DamagedException e) {
      assertTrue(String.valueOf(e.getMessage()).contains("damaged"), what);
      TreeSymbols symbols = TreeSymbols.of(tree, answer.index().orElseThrow());
      assertEquals(symbols.mentions("here"), List.of("a.c", "include/linux/b.h"), what);
    }
  }

  /** The damage lies in a block that no question above has touched: whoever reads it is told. */
  private static void assertRefused(SymbolIndex names, String what) {
    try {
      names.rowsByFile(SymbolIndex.Section.MENTION_STARTS, SymbolIndex.Section.MENTIONS);
      names.rowsByFile(SymbolIndex.Section.DEFINITION_STARTS, SymbolIndex.Section.DEFINITIONS);
    } catch (IndexImage.DamagedException e) {
      return;
    }
    throw new AssertionError(what + " was believed");
  }

  public void aDamagedIndexIsMadeAnewAndNotShared() throws IOException {
    try (BaseTree tree = open()) {
      build(tree);
      Path file = onlyFile();
      byte[] whole = Files.readAllBytes(file);
      byte[] damaged = whole.clone();
      damaged[whole.length - 1] ^= 1;
      damaged[whole.length / 2] ^= 1;
      Files.write(file, damaged);
      Tree other = tree.with(Map.of("n.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("int here;"))));
      assertEquals(build(other).index().orElseThrow().read(), 4, "nothing of a damaged one");
      Files.write(file, java.util.Arrays.copyOf(whole, 100));
      IndexFolder.Answer anew = build(tree);
      assertIsWhole(names(anew));
      assertEquals(anew.remarks().size(), 1, "says that the old one was not used");
      assertEquals(Files.readAllBytes(file), whole);
    }
  }

  public void anotherVersionIsNotRead() throws IOException {
    try (BaseTree tree = open()) {
      build(tree);
      Path file = onlyFile();
      byte[] octets = Files.readAllBytes(file);
      octets[11]++;
      Files.write(file, octets);
      IndexFolder.Answer answer = IndexFolder.at(kept).find(tree);
      assertTrue(answer.index().isEmpty());
      assertTrue(answer.remarks().get(0).contains("another version"), answer.remarks().toString());
    }
  }

  public void anotherTreesIndexIsNotTakenForThisOne() throws IOException {
    try (BaseTree tree = open()) {
      Tree other = tree.with(Map.of("a.c", Tree.Edit.REMOVE));
      build(other);
      Files.move(
          onlyFile(), kept.resolve(tree.id().orElseThrow() + "." + IndexImage.VERSION + ".index"));
      assertTrue(IndexFolder.at(kept).find(tree).index().isEmpty());
    }
  }

  public void severalWritersRace() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Callable<SymbolIndex>> writers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        writers.add(
            () -> {
              try (BaseTree tree = open()) {
                return names(build(tree));
              }
            });
      }
      for (Future<SymbolIndex> done : pool.invokeAll(writers)) {
        assertIsWhole(done.get());
      }
    } finally {
      pool.shutdown();
    }
    onlyFile();
  }

  public void whereNothingCanBeWrittenItIsKeptInMemory() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    try (BaseTree tree = open()) {
      IndexFolder.Answer answer =
          IndexFolder.at(folder.resolve("file").resolve("index")).findOrBuild(tree);
      assertIsWhole(names(answer));
      assertEquals(answer.remarks().size(), 1);
      assertTrue(answer.remarks().get(0).contains("not kept"), answer.remarks().toString());
    }
  }

  public void aFolderHasNoIndex() throws IOException {
    IndexFolder.Answer answer = build(MemoryTree.of("a.c", "int a;"));
    assertTrue(answer.index().isEmpty());
    assertTrue(answer.remarks().get(0).contains("no id"), answer.remarks().toString());
  }

  public void anUnreadableFileMeansNoIndex() throws IOException {
    GitCommand git = new GitCommand(folder.resolve("work"));
    String id = git.get("rev-parse", "HEAD:a.c");
    Files.delete(folder.resolve("work/a.c"));
    Files.delete(folder.resolve("work/.git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    try (BaseTree tree = open()) {
      IndexFolder.Answer answer = build(tree);
      assertTrue(answer.index().isEmpty());
      assertTrue(answer.remarks().get(0).contains("a.c"), answer.remarks().toString());
      assertEquals(Files.exists(kept), false);
    }
  }

  public void theOldestOnesGo() throws IOException {
    try (BaseTree tree = open()) {
      build(tree);
      Path first = onlyFile();
      for (int i = 0; i < IndexFolder.KEPT; i++) {
        Files.setLastModifiedTime(first, FileTime.fromMillis(1_000_000));
        build(tree.with(Map.of("n.c", new Tree.Edit(TreeEntry.FILE, Bytes.utf8("int n" + i)))));
      }
      try (Stream<Path> files = Files.list(kept)) {
        assertEquals(files.count(), IndexFolder.KEPT);
      }
      assertEquals(Files.exists(first), false);
    }
  }

  public void theUsersFolderCanBeNamed() {
    String before = System.getProperty("galley.index", "");
    try {
      System.setProperty("galley.index", kept.toString());
      assertEquals(IndexFolder.ofUser().path(), kept);
    } finally {
      if (before.isEmpty()) {
        System.clearProperty("galley.index");
      } else {
        System.setProperty("galley.index", before);
      }
    }
  }
}

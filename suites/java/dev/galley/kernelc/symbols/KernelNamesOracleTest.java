package dev.galley.kernelc.symbols;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** Files that have a word, in a whole kernel, beside git grep. */
@Test(groups = {"oracle-git", "corpus"})
public final class KernelNamesOracleTest {

  private static final int WORDS = 8;
  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w*\\b");

  private Path folder = Path.of("");
  private Path kernel = Path.of("");

  @BeforeClass
  public void makeFolder() throws IOException {
    kernel = CorpusFiles.kernel();
    folder = Folders.make();
  }

  @AfterClass(alwaysRun = true)
  public void remove() throws IOException {
    if (!folder.equals(Path.of(""))) {
      Folders.delete(folder);
    }
  }

  /** Words of random lines of random files, always the same: rare ones, common ones, comments. */
  private static Set<String> words(BaseTree tree) {
    Random random = new Random(20261122);
    List<String> paths = new ArrayList<>();
    tree.files().list(TreeScan::isC).forEach(file -> paths.add(file.path()));
    Set<String> words = new TreeSet<>(List.of("is_physfn", "pci_dev", "u32", "do"));
    while (words.size() < WORDS) {
      String text = tree.content(paths.get(random.nextInt(paths.size()))).orElseThrow().latin1();
      List<String> lines = text.lines().toList();
      Matcher matcher =
          WORD.matcher(lines.isEmpty() ? "" : lines.get(random.nextInt(lines.size())));
      if (matcher.find()) {
        words.add(matcher.group());
      }
    }
    return words;
  }

  /**
   * What git finds: files by word. Paths alone, since the places of a word like {@code do} fill a
   * heap.
   */
  private Map<String, Set<String>> gitGrep(Set<String> words) throws IOException {
    Map<String, Set<String>> found = new TreeMap<>();
    for (String word : words) {
      // In a locale of octets: git's words, like ours, know no letters but ASCII's.
      GitCommand.Result result =
          new GitCommand(kernel)
              .with("LC_ALL", "C")
              .run(Bytes.EMPTY, "grep", "-lwF", "-e", word, "--", "*.c", "*.h");
      assertEquals(result.status(), 0, result.errors());
      found.put(word, result.output().latin1().lines().collect(Collectors.toSet()));
    }
    return found;
  }

  public void theScanAndTheIndexFindTheFilesThatGitFinds() throws IOException {
    assertEquals(
        new GitCommand(kernel).get("status", "--porcelain", "--untracked-files=no"),
        "",
        "git grep reads the work tree, so it has to be the commit");
    try (BaseTree tree = Bases.open(new BaseSpec(kernel, ""))) {
      Set<String> words = words(tree);
      Map<String, Set<String>> expected = gitGrep(words);
      Map<String, WordSearch> searches = new TreeMap<>();
      words.forEach(word -> searches.put(word, new WordSearch(word)));
      Map<String, Set<String>> scanned = new TreeMap<>();
      TreeScan.Summary summary =
          TreeScan.of(tree, path -> path.endsWith(".c") || path.endsWith(".h"))
              .scan(
                  words,
                  TreeScan.Needs.ANY,
                  match -> {
                    byte[] octets = match.bytes().toArray();
                    searches.forEach(
                        (word, search) -> {
                          if (search.isIn(octets, octets.length)) {
                            scanned.computeIfAbsent(word, w -> new HashSet<>()).add(match.path());
                          }
                        });
                  });
      assertEquals(summary.unread(), List.of());
      assertEquals(scanned, expected);

      TreeIndex index = IndexFolder.at(folder).findOrBuild(tree).index().orElseThrow();
      assertTrue(index.octets() < 80 << 20, "an index of " + index.octets() + " octets");
      long tooMany = 0;
      long all = 0;
      for (String word : words) {
        Set<String> candidates = new HashSet<>(index.names().mentions(word));
        candidates.removeIf(path -> !path.endsWith(".c") && !path.endsWith(".h"));
        Set<String> wanted = expected.getOrDefault(word, Set.of());
        assertTrue(candidates.containsAll(wanted), word);
        all += wanted.size();
        tooMany += candidates.size() - wanted.size();
      }
      assertTrue(tooMany < all / 10 + 60L * WORDS, tooMany + " candidates too many for " + all);
    }
  }
}

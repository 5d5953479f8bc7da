package dev.galley.tree;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.patch.Diff;
import dev.galley.patch.DiffReader;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.Reporter;
import org.testng.annotations.AfterClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Every series of the corpus, applied by git and by us to the same base: the tree ids after each
 * patch are equal, and what git refuses is refused.
 *
 * <p>The bases are made from the series' own pre-images. {@code git am} itself runs on every fifth,
 * its engine {@code git apply --cached} on the others, on bases with moved lines, and with damaged
 * patches.
 */
@Test(groups = {"oracle-git", "corpus"})
public final class ApplyOracleTest {

  private static final long SEED = 20260604;

  /** Git am itself takes ten times as long as its engine, so it gets every fifth mbox. */
  private static final int AM_EVERY = 5;

  /** Every second mbox is also tried with damaged patches. */
  private static final int DAMAGED_EVERY = 2;

  private final Map<String, int[]> counts = new TreeMap<>();
  private final Set<String> excepted = new TreeSet<>();

  /** The mboxes by path in the corpus. */
  @DataProvider
  public static Iterator<Object[]> mboxes() throws IOException {
    Path folder = CorpusPatches.folder();
    List<Object[]> rows = new ArrayList<>();
    for (Path mbox : CorpusPatches.mboxes()) {
      rows.add(new Object[] {folder.relativize(mbox).toString(), rows.size()});
    }
    return rows.iterator();
  }

  @Test(dataProvider = "mboxes")
  public void treeIdsEqualThoseOfGit(String mbox, int index) throws IOException {
    Path scratch = TempFolders.make();
    try {
      Path mails = Files.createDirectories(scratch.resolve("mails"));
      List<CorpusPatches.Patch> patches =
          CorpusPatches.patches(CorpusPatches.folder().resolve(mbox), mails);
      if (patches.isEmpty()) {
        return;
      }
      List<Bytes> texts = patches.stream().map(CorpusPatches.Patch::patch).toList();
      Random random = new Random(SEED + index);

      Map<String, Tree.Edit> base = base(patches);
      ScratchRepository plain = ScratchRepository.of(scratch.resolve("plain"), base);
      boolean am = index % AM_EVERY == 0;
      List<Bytes> inputs = am ? patches.stream().map(CorpusPatches.Patch::mail).toList() : texts;
      compare(am ? "am" : "apply", mbox, texts, plain, am ? plain.am(inputs) : plain.apply(inputs));

      Map<String, Tree.Edit> moved = new TreeMap<>();
      base.forEach((path, file) -> moved.put(path, move(path, file, random)));
      ScratchRepository shifted = ScratchRepository.of(scratch.resolve("moved"), moved);
      compare("moved", mbox, texts, shifted, shifted.apply(texts));

      if (index % DAMAGED_EVERY == 0) {
        List<Bytes> mutants = new ArrayList<>();
        for (Bytes text : texts) {
          mutants.add(mutate(text, random));
          mutants.add(text);
        }
        ScratchRepository again = ScratchRepository.of(scratch.resolve("damaged"), base);
        compare("damaged", mbox, mutants, again, again.apply(mutants));
      }
    } finally {
      TempFolders.delete(scratch);
    }
  }

  private static Map<String, Tree.Edit> base(List<CorpusPatches.Patch> patches) {
    List<Diff> diffs = patches.stream().map(patch -> patch.read().value()).toList();
    Map<String, Tree.Edit> files = SparseBase.of(diffs);
    files.keySet().removeIf(path -> PathSafety.problem(path, 0).isPresent());
    return files;
  }

  private void compare(
      String run,
      String mbox,
      List<Bytes> patches,
      ScratchRepository git,
      List<Optional<String>> results)
      throws IOException {
    Map<String, String> exceptions = exceptions();
    List<String> differences = new ArrayList<>();
    int[] count = counts.computeIfAbsent(run, name -> new int[3]);
    try (BaseTree base = Bases.open(new BaseSpec(git.folder(), ScratchRepository.BASE))) {
      Tree tree = base;
      for (int i = 0; i < patches.size(); i++) {
        Optional<String> expected = results.get(i);
        Read<Diff> read = DiffReader.read(patches.get(i), Limits.DEFAULT);
        PatchOutcome outcome = PatchApplier.apply(tree, read.value(), BlobSource.NONE);
        boolean accepted = read.isSound() && !read.value().isEmpty() && outcome.applies();
        Optional<String> actual = accepted ? outcome.after().id() : Optional.empty();
        count[expected.isPresent() ? 0 : 1]++;
        if (accepted && expected.isPresent()) {
          tree = outcome.after();
        }
        if (actual.equals(expected)) {
          continue;
        }
        count[2]++;
        String name = run + " " + mbox + " " + (i + 1);
        if (exceptions.containsKey(name)) {
          excepted.add(name);
        } else {
          differences.add(name + ": git " + expected + ", galley " + actual + " " + outcome);
        }
        if (expected.isPresent()) {
          // From here on the trees differ, so nothing more can be compared.
          break;
        }
      }
    }
    assertTrue(differences.isEmpty(), String.join("\n", differences));
  }

  @AfterClass
  public void tellCounts() throws IOException {
    counts.forEach(
        (run, count) ->
            Reporter.log(
                run
                    + ": git took "
                    + count[0]
                    + ", refused "
                    + count[1]
                    + "; different: "
                    + count[2],
                true));
    if (counts.size() == 4) {
      assertEquals(excepted, new TreeSet<>(exceptions().keySet()), "exceptions that are none");
    }
  }

  /** Known differences: run, mbox and number, then the reason. */
  private static Map<String, String> exceptions() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of("fixtures/oracle/am-exceptions.txt"), StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(": ", 2))
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
  }

  /** Inserts, removes and repeats lines at a few places of a text file. */
  private static Tree.Edit move(String path, Tree.Edit file, Random random) {
    int type = TreeEntry.type(file.mode());
    List<Bytes> lines = new ArrayList<>(Image.split(file.bytes()));
    if (type == TreeEntry.SYMLINK || type == TreeEntry.SUBMODULE || lines.size() < 2) {
      return file;
    }
    for (int i = 0; i < 3; i++) {
      int at = random.nextInt(lines.size());
      int many = 1 + random.nextInt(40);
      List<Bytes> put = new ArrayList<>();
      if (random.nextInt(3) == 0) {
        put.addAll(lines.subList(at, Math.min(at + many, lines.size() - 1)));
      } else {
        for (int line = 0; line < many; line++) {
          put.add(SparseBase.filler(path, 1_000_000 + random.nextInt(1_000_000)));
        }
      }
      boolean filler = lines.get(at).startsWith("filler ");
      if (random.nextInt(4) == 0 && filler) {
        lines.remove(at);
      } else if (filler || at == 0 || random.nextInt(4) == 0) {
        lines.addAll(at, put);
      }
    }
    return new Tree.Edit(file.mode(), Bytes.concat(lines));
  }

  /** Changes one thing about the body of a patch. */
  private static Bytes mutate(Bytes patch, Random random) {
    List<String> lines = new ArrayList<>(List.of(patch.latin1().split("(?<=\n)", -1)));
    List<Integer> body = new ArrayList<>();
    boolean inDiff = false;
    for (int i = 0; i < lines.size(); i++) {
      inDiff |= lines.get(i).startsWith("@@ -");
      if (inDiff && !lines.get(i).isEmpty() && " +-@".indexOf(lines.get(i).charAt(0)) >= 0) {
        body.add(i);
      }
    }
    if (body.isEmpty()) {
      return patch;
    }
    int at = body.get(random.nextInt(body.size()));
    String line = lines.get(at);
    switch (random.nextInt(6)) {
      case 0 -> lines.set(at, line.charAt(0) + "x" + line.substring(1));
      case 1 -> lines.set(at, line.replace('\t', ' '));
      case 2 -> lines.remove(at);
      case 3 -> lines.add(at, line);
      case 4 -> lines.set(at, (line.charAt(0) == '-' ? ' ' : '-') + line.substring(1));
      default -> lines.set(at, line.replaceFirst("-(\\d+),", "-1$1,"));
    }
    return Bytes.wrap(String.join("", lines).getBytes(StandardCharsets.ISO_8859_1));
  }
}

package dev.galley.patch;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Read;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Every mail of the corpus: rows and verdicts as git apply's, recorded in the corpus's truth. */
@Test(groups = {"oracle-git", "corpus"})
public final class DiffOracleTest {

  private static final String[] SETS = {"siov-rfc", "series", "conversions", "oddities"};

  private static final Set<String> EXCEPTIONS = ApplyExceptions.read();

  private @Nullable GitTool opened;

  @BeforeClass
  public void findGit() throws IOException {
    CorpusFiles.folder();
    opened = GitTool.open();
  }

  @AfterClass(alwaysRun = true)
  public void removeFiles() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  @DataProvider
  public Object[][] sets() {
    Object[][] sets = new Object[SETS.length][];
    for (int i = 0; i < SETS.length; i++) {
      sets[i] = new Object[] {SETS[i]};
    }
    return sets;
  }

  @Test(dataProvider = "sets")
  public void agreesWithGitApply(String set) throws IOException {
    Map<String, List<String>> rows = new HashMap<>();
    for (String[] row : GitTool.truth(set + ".files.tsv")) {
      if (row.length > 4) {
        String text =
            row[2].equals("numstat") ? row[3] + "\t" + row[4] + "\t" + row[5] : row[row.length - 1];
        rows.computeIfAbsent(row[0] + "#" + row[1], key -> new ArrayList<>()).add(text);
      }
    }
    GitTool git = Objects.requireNonNull(opened);
    int mails = 0;
    List<String> wrong = new ArrayList<>();
    Map<String, Path> split = new HashMap<>();
    for (String[] row : GitTool.truth(set + ".mails.tsv")) {
      if (!split.containsKey(row[0])) {
        split.put(row[0], git.split(row[0]));
      }
      Path mail = split.get(row[0]).resolve(String.format("%04d", Integer.parseInt(row[1])));
      Bytes patch = git.patchOf(mail);
      mails++;
      if (!GitTool.sha256(patch).equals(row[11])) {
        wrong.add(row[0] + " " + row[1] + ": this git's mailinfo differs from the truth's");
        continue;
      }
      compare(row, patch, rows.getOrDefault(row[0] + "#" + row[1], List.of()), wrong);
    }
    assertTrue(mails > 0, "no mail in " + set);
    assertEquals(String.join("\n", wrong), "", mails + " mails");
  }

  private static void compare(
      String[] row, Bytes patch, List<String> expected, List<String> wrong) {
    String mail = row[0] + " " + row[1];
    Read<Diff> read = DiffReader.read(patch, Limits.DEFAULT);
    Diff diff = read.value();
    if (!DiffWriter.print(diff).equals(patch)) {
      wrong.add(mail + ": does not print as it was read");
    }
    boolean none = row.length > 17 && row[17].contains("No valid patches");
    boolean accepted = row[12].equals("0") || none;
    if ((accepted != read.isSound()) != EXCEPTIONS.contains(mail)) {
      wrong.add(mail + ": git says " + row[12] + " " + row[17] + ", problems " + read.problems());
    }
    if (none && !diff.isEmpty()) {
      wrong.add(mail + ": files found where git finds none: " + Numstat.of(diff));
    }
    if (!row[12].equals("0")) {
      return;
    }
    List<String> actual = new ArrayList<>();
    Numstat.of(diff).forEach(stat -> actual.add(stat.text()));
    Summary.of(diff).forEach(line -> actual.add(line.strip()));
    List<String> stripped = expected.stream().map(String::strip).toList();
    if (!actual.equals(stripped)) {
      wrong.add(mail + ": git " + stripped + ", galley " + actual);
    }
    if (diff.added() != Integer.parseInt(row[14]) || diff.removed() != Integer.parseInt(row[15])) {
      wrong.add(mail + ": totals +" + diff.added() + " -" + diff.removed());
    }
  }
}

package dev.galley.patch;

import static org.testng.Assert.assertEquals;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Diffstats and white space, against git on a repository made here. */
@Test(groups = "oracle-git")
public final class DiffstatOracleTest {

  private @Nullable GitTool opened;
  private @Nullable Path made;

  @BeforeClass
  public void makeRepository() throws IOException {
    GitTool git = GitTool.open();
    opened = git;
    Path work = Files.createDirectory(git.scratch().resolve("work"));
    made = work;
    git(work, "init", "-q");
    write("drivers/lamp/lamp.c", numbered("line", 400));
    write("drivers/lamp/wick.c", numbered("wick", 30));
    write("a/very/long/path/that/goes/on/and/on/through/many/directories/file.c", "x\n");
    write("gone.c", numbered("gone", 7));
    Files.write(work.resolve("bin"), new byte[] {0, 1, 2});
    write("x.c", "one\r\ntwo\r\n");
    commit();
    write("drivers/lamp/lamp.c", numbered("line", 400).replace("line 1", "other 1"));
    Files.createDirectories(work.resolve("drivers/light"));
    Files.move(work.resolve("drivers/lamp/wick.c"), work.resolve("drivers/light/wick.c"));
    write("a/very/long/path/that/goes/on/and/on/through/many/directories/file.c", "y\nz\n");
    Files.delete(work.resolve("gone.c"));
    Files.write(work.resolve("bin"), new byte[] {0, 1, 2, 3, 4});
    write("täglich.txt", "neu\n");
    write("space.c", "fine\ntrailing \n  \tspace\n        eight\n\t  \n\t\tcr\r\nend\n\n\n");
    write("x.c", "one\r\nnew \r\ntwo\r\n");
    commit();
  }

  @AfterClass(alwaysRun = true)
  public void removeFiles() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = Objects.requireNonNull(made).resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private static String numbered(String word, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word).append(' ').append(i).append('\n');
    }
    return text.toString();
  }

  private void commit() throws IOException {
    Path work = Objects.requireNonNull(made);
    git(work, "add", "-A");
    git(work, "-c", "user.name=n", "-c", "user.email=e", "commit", "-qm", "made by a test");
  }

  private GitTool.Output git(Path folder, String... arguments) throws IOException {
    return Objects.requireNonNull(opened).runIn(folder, Bytes.EMPTY, arguments);
  }

  private Diff diff() throws IOException {
    Path work = Objects.requireNonNull(made);
    Bytes diff = git(work, "diff", "--binary", "-M", "HEAD~1", "HEAD").out();
    return DiffReader.read(diff, Limits.DEFAULT).value();
  }

  @DataProvider
  public Object[][] widths() {
    return new Object[][] {{40}, {60}, {72}, {80}, {100}, {200}, {1000}};
  }

  @Test(dataProvider = "widths")
  public void printsAsGit(int width) throws IOException {
    Path work = Objects.requireNonNull(made);
    Bytes stat = git(work, "diff", "-M", "--stat=" + width, "HEAD~1", "HEAD").out();
    List<DiffstatWriter.Entry> entries =
        diff().files().stream().map(DiffstatWriter.Entry::of).toList();
    assertEquals(
        String.join("\n", DiffstatWriter.lines(entries, width)) + "\n", stat.utf8(), "" + width);
  }

  @Test
  public void readsWhatGitPrints() throws IOException {
    Path work = Objects.requireNonNull(made);
    Bytes mail = git(work, "format-patch", "--stdout", "-1").out();
    Diffstat stat = DiffstatReader.read(mail);
    Diff diff = DiffReader.read(mail, Limits.DEFAULT).value();
    assertEquals(stat.files(), diff.files().size());
    assertEquals(stat.insertions(), diff.added());
    assertEquals(stat.deletions(), diff.removed());
    List<String> told = stat.notes().stream().map(note -> mail.slice(note.span()).utf8()).toList();
    List<String> own = Summary.of(diff);
    assertEquals(told.size(), own.size());
    for (int i = 0; i < told.size(); i++) {
      Diffstat.Note note = stat.notes().get(i);
      if (note.kind() == Diffstat.Note.Kind.RENAME) {
        assertEquals(note.oldPath(), "drivers/lamp/wick.c");
        assertEquals(note.newPath(), "drivers/light/wick.c");
      } else {
        // git apply, which Summary follows, prints names raw; format-patch quotes them.
        String quoted = own.get(i).replace("täglich.txt", PathQuoting.quote("täglich.txt"));
        assertEquals(told.get(i), quoted);
      }
    }
    for (int i = 0; i < stat.rows().size(); i++) {
      Diffstat.Row row = stat.rows().get(i);
      FileChange file = diff.files().get(i);
      assertEquals(row.mayMean(PathQuoting.quote(file.path())), true, row.path());
      assertEquals(row.form() == Diffstat.Row.Form.BINARY, file.isBinary());
      if (!file.isBinary()) {
        assertEquals(row.changes(), file.added() + file.removed());
      }
    }
  }

  @DataProvider
  public Object[][] whitespaceRules() {
    return new Object[][] {
      {"", WhitespaceCheck.DEFAULT},
      {
        "indent-with-non-tab",
        Set.of(
            WhitespaceCheck.Rule.BLANK_AT_EOL,
            WhitespaceCheck.Rule.BLANK_AT_EOF,
            WhitespaceCheck.Rule.SPACE_BEFORE_TAB,
            WhitespaceCheck.Rule.INDENT_WITH_NON_TAB)
      },
      {
        "tab-in-indent,-space-before-tab,cr-at-eol",
        Set.of(
            WhitespaceCheck.Rule.BLANK_AT_EOL,
            WhitespaceCheck.Rule.BLANK_AT_EOF,
            WhitespaceCheck.Rule.TAB_IN_INDENT,
            WhitespaceCheck.Rule.CR_AT_EOL)
      },
    };
  }

  @Test(dataProvider = "whitespaceRules")
  public void faultsAsGitDiffCheck(String setting, Set<WhitespaceCheck.Rule> rules)
      throws IOException {
    Path work = Objects.requireNonNull(made);
    String check =
        git(work, "-c", "core.whitespace=" + setting, "diff", "--check", "HEAD~1", "HEAD")
            .out()
            .utf8();
    Set<String> expected = new HashSet<>();
    for (String line : check.split("\n", -1)) {
      if (line.startsWith("space.c:")) {
        expected.add(line.substring(0, line.length() - 1));
      }
    }
    Set<String> actual = new HashSet<>();
    for (FileChange file : diff().files()) {
      if (file.path().equals("space.c")) {
        for (WhitespaceCheck.Fault fault : WhitespaceCheck.of(file, rules)) {
          actual.add("space.c:" + fault.line().newLine() + ": " + fault.text());
        }
      }
    }
    assertEquals(actual, expected);
  }

  /** git apply lets carriage returns pass where the old lines have them too. */
  @Test
  public void faultsAsGitApply() throws IOException {
    Path work = Objects.requireNonNull(made);
    Bytes patch = git(work, "diff", "HEAD~1", "HEAD", "--", "x.c", "space.c").out();
    Path file = Objects.requireNonNull(opened).scratch().resolve("patch.diff");
    Files.write(file, patch.toArray());
    String errors = git(work, "apply", "--check", "--whitespace=warn", file.toString()).errors();
    List<String> expected = new ArrayList<>();
    for (String line : errors.split("\n", -1)) {
      if (line.startsWith(file + ":")) {
        expected.add(line.substring(line.indexOf(": ") + 2, line.length() - 1));
      }
    }
    List<String> actual = new ArrayList<>();
    for (FileChange change : DiffReader.read(patch, Limits.DEFAULT).value().files()) {
      WhitespaceCheck.of(change, WhitespaceCheck.DEFAULT).forEach(f -> actual.add(f.text()));
    }
    assertEquals(expected.isEmpty(), false, errors);
    actual.removeIf(text -> text.startsWith("new blank line"));
    expected.removeIf(text -> text.startsWith("new blank line"));
    assertEquals(actual, expected);
  }
}

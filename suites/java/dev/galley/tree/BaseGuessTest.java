package dev.galley.tree;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.patch.Diff;
import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.testng.SkipException;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;
import org.testng.annotations.Test;

/** The commit that a series was made on is found by its index lines. */
@Test(groups = "oracle-git")
public final class BaseGuessTest {

  private Path work = Path.of("");

  @BeforeMethod
  public void makeFolder() throws IOException {
    if (!GitCommand.isThere()) {
      throw new SkipException("no git to compare with");
    }
    work = TempFolders.make();
  }

  @AfterMethod(alwaysRun = true)
  public void remove() throws IOException {
    if (!work.equals(Path.of(""))) {
      TempFolders.delete(work);
    }
  }

  private static Diff between(GitCommand git, String from, String to) throws IOException {
    Bytes text = git.run(Bytes.EMPTY, "diff", "--binary", from, to).output();
    return PatchApplierTest.diff(text.utf8());
  }

  public void findsTheCommit() throws IOException {
    GitCommand git = GitCommand.init(work);
    for (int i = 1; i <= 6; i++) {
      git.write("a", "a " + i + "\n");
      git.write("d/b", "b " + i / 2 + "\n");
      git.commit("commit " + i);
      if (i == 2) {
        git.get("tag", "v2");
      }
    }
    String fourth = git.get("rev-parse", "HEAD~2");
    git.get("checkout", "-q", "-b", "topic", fourth);
    git.write("a", "a topic\n");
    git.write("d/b", "b topic\n");
    git.write("c", "new\n");
    git.commit("topic");
    Diff diff = between(git, fourth, "topic");
    git.get("checkout", "-q", "main");
    git.get("branch", "-q", "-D", "topic");
    BaseGuess guess = BaseGuess.guess(work, List.of(diff));
    assertEquals(guess.commit(), fourth);
    assertEquals(guess.describe(), fourth.substring(0, 12) + ": 2 of 2 index lines match");
    try (BaseTree head = Bases.open(new BaseSpec(work, ""))) {
      IndexMatch match = IndexMatch.of(head, List.of(diff));
      assertEquals(match, new IndexMatch(0, 2, List.of("a", "d/b")));
    }
    assertEquals(BaseGuess.guess(work, List.of(between(git, "v2", fourth))).name(), "v2");
    assertEquals(BaseGuess.guess(work, List.of(between(git, "HEAD", "v2"))).name(), "HEAD");
    assertEquals(BaseGuess.guess(work, List.of()).describe(), "HEAD: 0 of 0 index lines match");
  }

  public void theNetChangeIsGits() throws IOException {
    GitCommand git = GitCommand.init(work);
    git.write("moved/from/x", "1\n2\n3\n4\n5\n6\n7\n8\n");
    git.write("gone", "x\n");
    git.write("changed", "a\nb\nc\n");
    git.write("same", "s\n");
    git.write("mode", "m\n");
    git.commit("base");
    git.get("mv", "moved", "moved2");
    git.write("moved2/from/x", "1\n2\n3\nfour\n5\n6\n7\n8\n");
    git.get("rm", "-q", "gone");
    git.write("changed", "a\nB\nc\nd\n");
    git.write("same", "t\n");
    git.write("made", "n\n");
    git.commit("one");
    git.write("same", "s\n");
    git.write("changed", "a\nBB\nc\nd\n");
    assertTrue(work.resolve("mode").toFile().setExecutable(true));
    git.commit("two");
    List<Diff> series = List.of(between(git, "HEAD~2", "HEAD~1"), between(git, "HEAD~1", "HEAD"));
    try (BaseTree base = Bases.open(new BaseSpec(work, "HEAD~2"))) {
      List<PatchOutcome> outcomes = SeriesApplier.apply(base, series);
      assertEquals(outcomes.get(1).after().id().orElse(""), git.get("rev-parse", "HEAD^{tree}"));
      NetChange net = NetChange.between(base, outcomes.get(1).after(), series);
      assertEquals(
          String.join("\n", net.summary()),
          git.run(Bytes.EMPTY, "diff", "--summary", "-M", "HEAD~2", "HEAD")
              .output()
              .utf8()
              .stripTrailing());
      StringBuilder numstat = new StringBuilder();
      net.files()
          .forEach(f -> numstat.append(f.added()).append('\t').append(f.removed()).append('\n'));
      assertEquals(
          numstat.toString(),
          git.get("diff", "--numstat", "-M", "HEAD~2", "HEAD")
              .replaceAll("\t[^\t\n]*(\n|$)", "\n"));
    }
  }

  /** Git am's own fallback gives the same tree. */
  public void mergesLikeGitAm() throws IOException {
    GitCommand git = GitCommand.init(work);
    String lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n";
    git.write("f", lines);
    git.commit("base");
    git.get("checkout", "-q", "-b", "topic");
    git.write("f", lines.replace("6\n", "six\n"));
    git.write("n", "new\n");
    git.commit("topic");
    Bytes mail = git.run(Bytes.EMPTY, "format-patch", "--stdout", "-1").output();
    git.get("checkout", "-q", "main");
    git.write("f", lines.replace("4\n", "four\n").replace("1\n", "one\n"));
    git.commit("ours");
    List<PatchOutcome> outcomes;
    try (BaseTree base = Bases.open(new BaseSpec(work, ""))) {
      outcomes = SeriesApplier.apply(base, List.of(PatchApplierTest.diff(mail.utf8())));
    }
    assertEquals(git.run(mail, "am", "-q").status(), 128);
    git.run(Bytes.EMPTY, "am", "--abort");
    assertEquals(git.run(mail, "am", "-q", "-3").status(), 0);
    assertEquals(outcomes.get(0).status(), FileOutcome.Status.APPLIES_BY_THREE_WAY);
    assertEquals(outcomes.get(0).after().id().orElse(""), git.get("rev-parse", "HEAD^{tree}"));
  }
}

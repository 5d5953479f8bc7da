package dev.galley.mail.source;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** Commits as mails, against {@code git format-patch} and {@code git am}. */
@Test(groups = "oracle-git")
public final class CommitSourceTest {

  private static final String LINES =
      """
      int first(void)
      {
      \treturn 1;
      }

      int second(void)
      {
      \tint a;
      \tint b;
      \tint c;

      \ta = 1;
      \tb = 2;
      \tc = 3;
      \treturn a + b + c;
      }
      """;

  /** A history with every kind of change that git writes. */
  private static Git history(Folder folder) throws IOException {
    Git.require();
    Git git = new Git(folder.path());
    git.run("init", "-q", "-b", "main", ".");
    folder.write("src/a.c", LINES);
    folder.write("move/me.txt", "one\ntwo\nthree\nfour\nfive\nsix\n");
    folder.write("run.sh", "#!/bin/sh\n");
    folder.write("gone.txt", "gone\n");
    folder.write("bin.dat", new byte[] {0, 1, 2, 3, (byte) 0xff});
    commit(git, "Start");
    folder.write("src/a.c", LINES.replace("c = 3", "c = 4").replace("return 1", "return 2"));
    commit(
        git,
        "Change two functions\n\nA body of\ntwo lines.\n\nSigned-off-by: Ada <ada@example.org>\n");
    git.run("mv", "move/me.txt", "moved.txt");
    folder.write("moved.txt", "one\ntwo\nthree\nfour\nfive\nseven\n");
    commit(
        git,
        "Move a file and change a line, in a subject that is so long that it has to be folded");
    Files.delete(folder.path().resolve("gone.txt"));
    folder.write("new \"quoted\" \u00fc.txt", "no newline at the end");
    git.run("update-index", "--chmod=+x", "run.sh");
    commit(
        git,
        "Gr\u00fc\u00dfe: delete, add, and change a mode \u2014 with letters beyond ASCII\n\nK\u00f6rper\n");
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    noise[0] = 0;
    folder.write("bin.dat", noise);
    folder.write("empty.txt", "");
    folder.write("other.bin", new byte[] {0});
    commit(git, "Change and add binary files");
    Files.delete(folder.path().resolve("other.bin"));
    commit(git, "Delete a binary file");
    return git;
  }

  private static void commit(Git git, String message) {
    git.run("add", "-A");
    git.run("update-index", "--chmod=" + (message.startsWith("Start") ? "-x" : "+x"), "run.sh");
    git.run("commit", "-q", "--allow-empty", "-m", message);
  }

  private static Taken take(Folder folder, String range) throws Exception {
    return Taken.all(Sources.open(SourceSpec.parse(folder.path() + ":" + range), Limits.DEFAULT));
  }

  public void mailsEqualThoseOfFormatPatch() throws Exception {
    try (Folder folder = Folder.create()) {
      Git git = history(folder);
      Taken taken = take(folder, "HEAD~5..HEAD");
      String all =
          git.run(
              "format-patch",
              "--stdout",
              "--full-index",
              "--no-binary",
              "--signature=galley",
              "HEAD~5..HEAD");
      List<String> expected = List.of(all.split("(?m)^(?=From [0-9a-f]{40} )"));
      assertEquals(taken.mails().size(), 5);
      for (int i = 0; i < 3; i++) {
        assertEquals(normal(taken.mails().get(i).framed().utf8()), normal(expected.get(i)));
      }
    }
  }

  /**
   * Without the similarity, which JGit counts otherwise, the diffstat, and the tab after a path
   * with blanks.
   */
  private static String normal(String mail) {
    return mail.replaceAll("similarity index \\d+%", "similarity index N%")
        .replaceFirst("(?s)\n---\n.*?\ndiff ", "\n---\n\ndiff ")
        .replaceAll("(?m)^(\\+\\+\\+|---)( .* .*)\t$", "$1$2")
        .stripTrailing();
  }

  public void applyingThemGivesTheSameTrees() throws Exception {
    try (Folder folder = Folder.create();
        Folder other = Folder.create()) {
      Git git = history(folder);
      new Git(other.path()).run("clone", "-q", folder.path().toString(), "copy");
      Git copy = new Git(other.path().resolve("copy"));
      copy.run("reset", "-q", "--hard", "HEAD~5");
      for (RawMail mail : take(folder, "HEAD~5..HEAD").mails()) {
        Git.Result applied = copy.tryRun(mail.framed().toArray(), "am", "-q", "-k");
        assertEquals(applied.status(), 0, applied.text() + mail.framed().utf8());
      }
      assertEquals(trees(copy), trees(git));
    }
  }

  private static List<String> trees(Git git) {
    List<String> trees = new ArrayList<>();
    for (String id : git.run("rev-list", "--reverse", "HEAD").strip().lines().toList()) {
      trees.add(git.run("rev-parse", id + "^{tree}").strip());
    }
    return trees;
  }

  public void authorSubjectAndMessageReadAsGitWroteThem() throws Exception {
    try (Folder folder = Folder.create()) {
      Git git = history(folder);
      Taken taken = take(folder, "main~5");
      List<String> subjects =
          git.run("log", "--reverse", "--format=%s", "main~5..main").lines().toList();
      for (int i = 0; i < taken.mails().size(); i++) {
        byte[] mail = taken.mails().get(i).bytes().toArray();
        String info = git.tryRun(mail, "mailinfo", "/dev/null", "/dev/null").text();
        assertTrue(info.contains("Author: Ada Author\nEmail: ada@example.org\n"), info);
        assertTrue(info.contains("Subject: " + subjects.get(i) + "\n"), info);
        assertTrue(info.contains("Date: Wed, 15 Nov 2023 00:13:20 +0200\n"), info);
      }
    }
  }

  public void theFirstCommitIsWrittenToo() throws Exception {
    try (Folder folder = Folder.create()) {
      Git git = history(folder);
      git.run("checkout", "-q", "--orphan", "lone");
      git.run("commit", "-q", "-m", "All at once");
      Taken taken = take(folder, "main..lone");
      assertEquals(taken.mails().size(), 1);
      String mail = taken.mails().get(0).bytes().utf8();
      assertTrue(mail.contains("Subject: [PATCH] All at once\n"), mail);
      assertTrue(mail.contains("--- /dev/null\n+++ b/src/a.c\n"), mail);
    }
  }

  public void whatIsMissingIsToldWithAWayOut() throws Exception {
    try (Folder folder = Folder.create()) {
      history(folder);
      assertFails(folder, "nosuch..HEAD", "this repository has no revision \"nosuch\"");
      assertFails(folder, "HEAD..HEAD~2", "there are no commits in HEAD..HEAD~2");
      assertFails(folder, "HEAD~2...HEAD", "is a symmetric difference");
      assertFails(folder, "HEAD^{tree}..HEAD", "HEAD^{tree}");
      assertFails(folder, "a\u001b[31m..b", "no revision");
      SourceException whole =
          expectThrows(
              SourceException.class,
              () -> Sources.open(SourceSpec.of(folder.path().toString()), Limits.DEFAULT));
      assertEquals(whole.problem().kind(), SourceProblem.Kind.NO_SELECTION);
      assertFails(folder, "x@example.org", "no public-inbox archive");
    }
  }

  public void nothingIsWrittenIntoTheRepository() throws Exception {
    try (Folder folder = Folder.create()) {
      history(folder);
      List<String> before = files(folder);
      assertEquals(take(folder, "HEAD~5..HEAD").mails().size(), 5);
      assertEquals(files(folder), before);
    }
  }

  private static List<String> files(Folder folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder.path())) {
      List<String> files = new ArrayList<>();
      for (Path file : all.sorted().toList()) {
        files.add(file + " " + Files.getLastModifiedTime(file));
      }
      return files;
    }
  }

  private static void assertFails(Folder folder, String range, String what) {
    SourceException failure = expectThrows(SourceException.class, () -> take(folder, range));
    assertTrue(failure.problem().describe().contains(what), failure.problem().describe());
    assertTrue(
        failure.problem().describe().chars().noneMatch(c -> c == 0x1b),
        failure.problem().describe());
  }

  /** A long random history: hunks may be cut otherwise, trees may not. */
  public void randomEditsApplyToTheSameTrees() throws Exception {
    try (Folder folder = Folder.create();
        Folder other = Folder.create()) {
      Git.require();
      Git git = new Git(folder.path());
      git.run("init", "-q", "-b", "main", ".");
      Random random = new Random(42);
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        lines.add(i % 9 == 0 ? "void f" + i + "(void)" : "\tline(" + random.nextInt(9) + ");");
      }
      for (int i = 0; i < 12; i++) {
        for (int edits = random.nextInt(6); edits > 0; edits--) {
          int at = random.nextInt(lines.size());
          switch (random.nextInt(3)) {
            case 0 -> lines.add(at, "\tadded(" + random.nextInt(9) + ");");
            case 1 -> lines.remove(at);
            default -> lines.set(at, "\tset(" + random.nextInt(9) + ");");
          }
        }
        folder.write("f.c", String.join("\n", lines) + (random.nextBoolean() ? "\n" : ""));
        git.run("add", "-A");
        git.run("commit", "-q", "--allow-empty-message", "--allow-empty", "-m", "Edit " + i);
      }
      new Git(other.path()).run("clone", "-q", folder.path().toString(), "copy");
      Path copyPath = other.path().resolve("copy");
      Git copy = new Git(copyPath);
      copy.run("reset", "-q", "--hard", "HEAD~11");
      int applied = 0;
      for (RawMail mail : take(folder, "HEAD~11..HEAD").mails()) {
        if (mail.bytes().indexOf("\ndiff --git ", 0) >= 0) {
          Git.Result result = copy.tryRun(mail.framed().toArray(), "am", "-q");
          assertEquals(result.status(), 0, result.text() + mail.framed().utf8());
          applied++;
        }
      }
      assertTrue(applied > 5, applied + " applied");
      assertEquals(copy.run("rev-parse", "HEAD^{tree}"), git.run("rev-parse", "HEAD^{tree}"));
      assertEquals(
          Files.readString(copyPath.resolve("f.c"), StandardCharsets.UTF_8),
          Files.readString(folder.path().resolve("f.c"), StandardCharsets.UTF_8));
    }
  }
}

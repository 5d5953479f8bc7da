package dev.galley.check.mail;

import dev.galley.testkit.CheckTester;
import dev.galley.testkit.GitCommand;
import dev.galley.testkit.MailText;
import dev.galley.testkit.TestSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.Test;

/** The checks that ask a base for its history. */
public final class HistoryTest {

  private static final String SIGNED = "Signed-off-by: Ann Author <ann@example.org>";
  private static final String DIFF =
      """
      diff --git a/drivers/demo/core.c b/drivers/demo/core.c
      --- a/drivers/demo/core.c
      +++ b/drivers/demo/core.c
      @@ -1 +1,2 @@
       int core;
      +int more;
      """;

  private Path folder = Path.of(".");
  private String first = "";
  private String aside = "";

  @BeforeClass
  public void makeHistory() throws IOException {
    if (!GitCommand.isThere()) {
      throw new SkipException("no git");
    }
    folder = Files.createTempDirectory("galley-history");
    GitCommand git = GitCommand.init(folder);
    git.write("drivers/demo/core.c", "int core;\n");
    first = git.commit("PCI/demo: Add the core");
    for (int i = 0; i < 6; i++) {
      git.write("drivers/demo/core.c", "int core;\n".repeat(i + 2));
      git.commit("PCI/demo: Change the core, part " + i);
    }
    git.write("drivers/demo/core.c", "int core;\n");
    git.commit("PCI/demo: Take it all back");
    git.get("checkout", "-q", "-b", "side");
    git.write("other.c", "int other;\n");
    aside = git.commit("other: Add it");
    git.get("checkout", "-q", "main");
  }

  @AfterClass(alwaysRun = true)
  public void remove() throws IOException {
    if (folder.equals(Path.of("."))) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      deepestFirst.forEach(HistoryTest::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CheckTester fixes(String value) {
    return CheckTester.of(new FixesTag())
        .base(folder)
        .mails(
            TestSeries.withoutCover(
                MailText.patch(1, 1).diff(DIFF).trailers("Fixes: " + value, SIGNED)));
  }

  private CheckTester subject(String subject) {
    return CheckTester.of(new SubjectPrefix())
        .base(folder)
        .mails(TestSeries.withoutCover(MailText.patch(1, 1).diff(DIFF).subject(subject)));
  }

  @Test
  public void knownCommitWithItsSubjectIsFine() {
    fixes(first.substring(0, 12) + " (\"PCI/demo: Add the core\")").verify();
    fixes(first.substring(0, 12) + " (\"pci/demo:  add the ...\")").verify();
  }

  @Test
  public void unknownCommitIsTold() {
    fixes("0123456789ab (\"PCI/demo: Add the core\")")
        .expect("patch 1: mail 12: warning: the base has no commit 0123456789ab")
        .verify();
  }

  @Test
  public void anotherSubjectIsTold() {
    fixes(first.substring(0, 12) + " (\"PCI/demo: Add the door\")")
        .expect("patch 1: mail 12: warning: the commit has another subject")
        .verify();
  }

  @Test
  public void commitAsideIsANote() {
    fixes(aside.substring(0, 12) + " (\"other: Add it\")")
        .expect("patch 1: mail 12: note: the commit is in the repository, but not before the base")
        .verify();
  }

  @Test
  public void prefixOfTheHistoryIsFine() {
    subject("PCI/demo: Add more").verify();
    subject("PCI: Add more").verify();
    subject("Revert \"demo\"").verify();
  }

  @Test
  public void strangePrefixIsTold() {
    subject("net: Add more")
        .expect(
            "patch 1: mail 3: warning: the prefix is none that earlier changes of these files have")
        .verify();
    subject("Add more")
        .expect(
            "patch 1: mail 3: warning: the subject has no prefix, unlike earlier changes of these"
                + " files")
        .verify();
  }

  @Test
  public void otherCapitalsAreANote() {
    subject("pci: Add more")
        .expect(
            "patch 1: mail 3: note: the prefix is spelled in other capitals than in earlier"
                + " changes")
        .verify();
  }
}

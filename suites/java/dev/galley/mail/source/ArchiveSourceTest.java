package dev.galley.mail.source;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.galley.text.Limits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.Test;

/** Archives of public-inbox, made with git here. */
@Test(groups = "oracle-git")
public final class ArchiveSourceTest {

  private static String mail(String id, String fields) {
    return "From: Ada <ada@example.org>\nMessage-ID: <"
        + id
        + ">\n"
        + fields
        + "Subject: "
        + id
        + "\n\nText of "
        + id
        + "\n";
  }

  /** Adds a mail as public-inbox does: the only file of the tree is "m" (or "d"). */
  private static void add(Git git, Folder folder, String file, String mail) throws Exception {
    for (String old : List.of("m", "d")) {
      Files.deleteIfExists(folder.path().resolve(old));
    }
    folder.write(file, mail);
    git.run("add", "-A");
    git.run("commit", "-q", "-m", "mail");
  }

  private static void fill(Folder folder) throws Exception {
    Git git = new Git(folder.path());
    git.run("init", "-q", "-b", "master", ".");
    add(git, folder, "m", mail("cover@x", ""));
    add(git, folder, "m", mail("p1@x", "In-Reply-To: <cover@x>\n"));
    add(git, folder, "m", mail("other@x", ""));
    add(git, folder, "m", mail("reply@y", "References: <cover@x>\n\t<lost@x>\n"));
    add(git, folder, "m", mail("late@y", "In-Reply-To: Ada's mail <lost@x>\n"));
    add(git, folder, "m", mail("spam@z", "In-Reply-To: <cover@x>\n"));
    add(git, folder, "d", mail("spam@z", "In-Reply-To: <cover@x>\n"));
  }

  private static List<String> subjects(Taken taken) {
    return taken.mails().stream()
        .map(mail -> mail.bytes().utf8().replaceFirst("(?s).*Subject: (\\S+)\n.*", "$1"))
        .toList();
  }

  private static Taken take(String argument) throws Exception {
    return Taken.all(Sources.open(SourceSpec.parse(argument), Limits.DEFAULT));
  }

  public void allMailsComeOldestFirstWithoutTheDeletedOnes() throws Exception {
    Git.require();
    try (Folder folder = Folder.create()) {
      fill(folder);
      Taken taken = take(folder.path().toString());
      assertEquals(subjects(taken), List.of("cover@x", "p1@x", "other@x", "reply@y", "late@y"));
      assertEquals(taken.mails().get(0).bytes().utf8(), mail("cover@x", ""));
    }
  }

  public void aThreadIsLinkedThroughMailsThatAreNotThere() throws Exception {
    Git.require();
    try (Folder folder = Folder.create()) {
      fill(folder);
      List<String> thread = List.of("cover@x", "p1@x", "reply@y", "late@y");
      assertEquals(subjects(take(folder.path() + ":p1@x")), thread);
      assertEquals(subjects(take(folder.path() + ":<late@y>")), thread);
      assertEquals(subjects(take(folder.path() + ":other@x")), List.of("other@x"));
    }
  }

  public void bareAndInEpochs() throws Exception {
    Git.require();
    try (Folder folder = Folder.create();
        Folder second = Folder.create();
        Folder all = Folder.create()) {
      fill(folder);
      Git git = new Git(second.path());
      git.run("init", "-q", "-b", "master", ".");
      add(git, second, "m", mail("new@x", "In-Reply-To: <p1@x>\n"));
      Files.createDirectory(all.path().resolve("git"));
      Git here = new Git(all.path());
      here.run("clone", "-q", "--bare", folder.path().toString(), "git/0.git");
      here.run("clone", "-q", "--bare", second.path().toString(), "git/1.git");
      assertEquals(
          subjects(take(all.path() + ":cover@x")),
          List.of("cover@x", "p1@x", "reply@y", "late@y", "new@x"));
      Path bare = all.path().resolve("git/0.git");
      assertEquals(subjects(take(bare.toString())).size(), 5);
    }
  }

  public void aMessageIdThatIsNotThereIsTold() throws Exception {
    Git.require();
    try (Folder folder = Folder.create()) {
      fill(folder);
      SourceException failure =
          expectThrows(SourceException.class, () -> take(folder.path() + ":nosuch@x"));
      assertEquals(failure.problem().kind(), SourceProblem.Kind.NOT_FOUND);
      assertTrue(
          failure.problem().describe().contains("there is no mail <nosuch@x> among the 5 mails"),
          failure.problem().describe());
      SourceException range =
          expectThrows(SourceException.class, () -> take(folder.path() + ":HEAD~1..HEAD"));
      assertEquals(range.problem().kind(), SourceProblem.Kind.NO_SELECTION);
    }
  }
}

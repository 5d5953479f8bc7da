package dev.galley.mail.source;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.testng.SkipException;
import org.testng.annotations.Test;

/** Folders of mails: what is taken, and in which order. */
public final class FoldersTest {

  private static String mail(String subject) {
    return "From: Ada <ada@example.org>\nSubject: " + subject + "\n\nText\n";
  }

  private static Taken take(Folder folder) throws Exception {
    return Taken.all(Sources.open(SourceSpec.of(folder.path().toString()), Limits.DEFAULT));
  }

  private static List<String> names(Folder folder, Taken taken) {
    String prefix = folder.path() + "/";
    return taken.mails().stream()
        .map(mail -> mail.origin().source().substring(prefix.length()))
        .toList();
  }

  @Test
  public void patchFilesComeInTheOrderOfTheirNumbers() throws Exception {
    try (Folder folder = Folder.create()) {
      folder.write("0010-j.patch", mail("10"));
      folder.write("9-i.eml", mail("9"));
      folder.write("0002-b.patch", mail("2"));
      folder.write(".0001-hidden.patch", mail("hidden"));
      folder.write("notes.txt", mail("notes"));
      folder.write("sub/0001-a.patch", mail("1"));
      Taken taken = take(folder);
      assertEquals(names(folder, taken), List.of("0002-b.patch", "9-i.eml", "0010-j.patch"));
      assertEquals(taken.problems().get(0).kind(), Kind.SKIPPED_FILES);
      assertTrue(taken.problems().get(0).what().endsWith(": notes.txt"));
    }
  }

  @Test
  public void filesWithoutAnEndingAreLookedInto() throws Exception {
    try (Folder folder = Folder.create()) {
      folder.write("2", mail("2"));
      folder.write("10", mail("10"));
      folder.write("index", "no mail");
      assertEquals(names(folder, take(folder)), List.of("2", "10"));
    }
  }

  @Test
  public void aBrokenFileDoesNotStopTheOthers() throws Exception {
    try (Folder folder = Folder.create()) {
      folder.write("1.patch", mail("1"));
      folder.write("2.patch", "");
      folder.write("3\u001b.patch", "<html>");
      folder.write("4.patch", mail("4"));
      Taken taken = take(folder);
      assertEquals(names(folder, taken), List.of("1.patch", "4.patch"));
      assertEquals(
          taken.problems().stream().map(SourceProblem::kind).toList(),
          List.of(Kind.EMPTY, Kind.NOT_A_MAIL));
      assertTrue(taken.problems().get(1).describe().contains("3\\u{1b}.patch: this is a web page"));
    }
  }

  @Test
  public void aFolderWithoutMailsIsTold() throws Exception {
    try (Folder folder = Folder.create()) {
      folder.write("a.c", "int a;\n");
      SourceException failure = expectThrows(SourceException.class, () -> take(folder));
      assertEquals(failure.problem().kind(), Kind.NO_MAILS);
      assertTrue(failure.problem().describe().contains("without mails (1 other files)"));
    }
    try (Folder folder = Folder.create()) {
      Files.createDirectories(folder.path().resolve("new"));
      SourceException failure = expectThrows(SourceException.class, () -> take(folder));
      assertTrue(failure.problem().describe().contains("this Maildir is empty"));
    }
  }

  @Test
  public void aFileThatMayNotBeReadIsTold() throws Exception {
    try (Folder folder = Folder.create()) {
      Path file = folder.write("x.mbox", mail("x"));
      if (!file.toFile().setReadable(false) || Files.isReadable(file)) {
        throw new SkipException("this user can read everything (root)");
      }
      SourceException failure =
          expectThrows(
              SourceException.class,
              () -> Sources.open(SourceSpec.of(file.toString()), Limits.DEFAULT));
      assertEquals(failure.problem().kind(), Kind.UNREADABLE);
    }
  }

  @Test(groups = "oracle-git")
  public void aMaildirIsTakenInTheOrderOfGit() throws Exception {
    Git.require();
    Random random = new Random(11);
    for (int round = 0; round < 10; round++) {
      try (Folder folder = Folder.create();
          Folder split = Folder.create()) {
        for (int i = 0; i < 30; i++) {
          String name = (random.nextBoolean() ? "cur/" : "new/") + name(random);
          folder.write(name, mail(name));
        }
        new Git(folder.path()).run("mailsplit", "-o" + split.path(), folder.path().toString());
        List<String> expected = new ArrayList<>();
        try (Stream<Path> files = Files.list(split.path())) {
          for (Path file : files.sorted().toList()) {
            expected.add(Files.readString(file, StandardCharsets.UTF_8));
          }
        }
        Taken taken = take(folder);
        assertEquals(taken.mails().stream().map(mail -> mail.bytes().utf8()).toList(), expected);
        assertEquals(taken.problems(), List.of());
      }
    }
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int parts = 1 + random.nextInt(3); parts > 0; parts--) {
      name.append(random.nextInt(30)).append("a.:_,ZM".charAt(random.nextInt(7)));
    }
    return name.append(random.nextInt(1000)).append('x').toString();
  }
}

package dev.galley.mail.source;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;
import static org.testng.Assert.expectThrows;

import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** What sources are taken for, and what is said of those that hold no mail. */
public final class SourcesTest {

  private static final String FROM = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
  private static final String MAIL =
      "From: Ada <ada@example.org>\nSubject: [PATCH] x\nMessage-ID: <1@example.org>\n\nText\n";
  private static final String DIFF = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] octets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(octets);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  @DataProvider
  public Object[][] recognised() {
    return new Object[][] {
      {SourceKind.MBOX, FROM + MAIL},
      {SourceKind.MBOX, "\n \r\n" + FROM + MAIL},
      {SourceKind.MBOX, "\ufeff" + FROM + MAIL},
      {SourceKind.MBOX, "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"},
      {SourceKind.MBOX, FROM.replace("\n", "\r\n") + MAIL.replace("\n", "\r\n")},
      {SourceKind.MAIL, MAIL},
      {SourceKind.MAIL, "\ufeff\n" + MAIL},
      {SourceKind.MAIL, "X-Own: 1\n folded: line\nDate: today\n\n"},
      {SourceKind.MAIL, "Received : by a\nFrom: b\n"},
      {SourceKind.MAIL, "From ada@example.org\n" + MAIL},
      {SourceKind.MAIL, "Subject: binary body\n\n\0\0\0"},
      {SourceKind.DIFF, DIFF},
      {SourceKind.DIFF, "diff --git a/x b/x\nold mode 100644\nnew mode 100755\n"},
      {SourceKind.DIFF, "What this does:\nmuch.\n\n" + DIFF},
      {SourceKind.DIFF, "Index: x\n=====\n" + DIFF},
    };
  }

  @Test(dataProvider = "recognised")
  public void contentDecides(SourceKind kind, String text) throws Exception {
    for (byte[] form : List.of(octets(text), gzip(octets(text)))) {
      try (MailSource source =
          Sources.stream("-", new ByteArrayInputStream(form), Limits.DEFAULT)) {
        assertEquals(source.kind(), kind);
        Taken taken = Taken.all(source);
        assertEquals(taken.framed(), Bytes.utf8(text));
      }
    }
  }

  @DataProvider
  public Object[][] refused() throws IOException {
    String oneLine =
        "From mboxrd@z Thu Jan 1 00:00:00 1970 Subject: [RFC 00/12] x From: Ada Date: Thu, 4 Jun"
            + " 2026 08:01:50 -0700 Message-ID: <20260604-1-a@example.org> Hello diff --git a/x b/x";
    return new Object[][] {
      {Kind.EMPTY, octets(""), "this is empty (0 bytes)"},
      {Kind.EMPTY, octets(" \n\n"), "nothing but white space"},
      {Kind.EMPTY, gzip(octets("")), "empty"},
      {Kind.LINE_BREAKS_LOST, octets(oneLine), "b4 mbox 20260604-1-a@example.org"},
      {Kind.LINE_BREAKS_LOST, octets(oneLine + "\n"), "line breaks were lost"},
      {Kind.LINE_BREAKS_LOST, octets(oneLine + "x".repeat(200_000)), "more than 65536 bytes"},
      {Kind.LINE_BREAKS_LOST, octets(MAIL.replace('\n', '\r')), "end with CR alone"},
      {Kind.NOT_A_MAIL, octets("%PDF-1.7\n%\u00e2\n"), "PDF"},
      {Kind.NOT_A_MAIL, octets("\n<!DOCTYPE html>\n<html>"), "/t.mbox.gz"},
      {Kind.NOT_A_MAIL, octets("<HTML><body>Subject: x"), "web page"},
      {Kind.NOT_A_MAIL, octets("just a text\n"), "The line: just a text"},
      {Kind.NOT_A_MAIL, octets("\u001b[31mred: text\n"), "\\u{1b}[31mred"},
      {Kind.NOT_A_MAIL, new byte[] {0x7f, 'E', 'L', 'F', 2, 0, 0}, "binary file"},
      {Kind.NOT_A_MAIL, new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0}, "xz"},
      {Kind.NOT_A_MAIL, "Subject: x\n".getBytes(StandardCharsets.UTF_16), "UTF-16"},
      {Kind.NOT_A_MAIL, octets("commit " + "0a".repeat(20) + "\nAuthor: A\n"), "git format-patch"},
      {Kind.COMPRESSION, gzip(gzip(octets(FROM + MAIL))), "inside of a gzip"},
      {Kind.COMPRESSION, new byte[] {0x1f, (byte) 0x8b, 8}, "ends in the middle"},
    };
  }

  @Test(dataProvider = "refused")
  public void whatIsNoMailIsToldApart(Kind kind, byte[] octets, String words) {
    SourceException failure =
        expectThrows(SourceException.class, () -> Taken.stream(octets, Limits.DEFAULT));
    assertEquals(failure.problem().kind(), kind, failure.problem().describe());
    assertTrue(failure.problem().describe().contains(words), failure.problem().describe());
    assertFalse(failure.problem().advice().isEmpty() && kind != Kind.COMPRESSION);
    assertTrue(failure.problem().describe().chars().noneMatch(c -> c < ' ' && c != '\n'));
  }

  @Test
  public void aHugeFileOfSomethingElseIsRefusedAtOnce() {
    long[] given = new long[1];
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            given[0]++;
            return 0;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            Arrays.fill(target, offset, offset + length, (byte) 0);
            given[0] += length;
            return length;
          }
        };
    SourceException failure =
        expectThrows(
            SourceException.class, () -> Sources.stream("big.iso", endless, Limits.DEFAULT));
    assertTrue(failure.problem().describe().startsWith("big.iso: this is a binary file"));
    assertTrue(given[0] <= PeekStream.BLOCK, given[0] + " octets read");
  }

  @Test
  public void aBareDiffIsAMailWithoutAHeader() throws Exception {
    Taken taken = Taken.stream(octets(DIFF), Limits.DEFAULT);
    RawMail mail = taken.mails().get(0);
    assertEquals(mail.bytes().utf8(), "\n" + DIFF);
    assertEquals(mail.origin().line(), 0);
    assertEquals(taken.problems().get(0).kind(), Kind.BARE_DIFF);
  }

  @Test
  public void anOddSeparatorIsLeftOutAndTold() throws Exception {
    Taken taken = Taken.stream(octets("From ada@example.org\n" + MAIL), Limits.DEFAULT);
    assertEquals(taken.mails().get(0).bytes().utf8(), MAIL);
    assertEquals(taken.mails().get(0).origin().line(), 2);
    assertEquals(taken.problems().get(0).kind(), Kind.ODD_SEPARATOR);
  }

  @Test
  public void gzipOfSeveralMembersIsOneFile() throws Exception {
    byte[] octets = join(gzip(octets(FROM + MAIL)), gzip(octets(FROM)), gzip(octets(MAIL)));
    assertEquals(Taken.stream(octets, Limits.DEFAULT).mails().size(), 2);
    Taken padded = Taken.stream(join(octets, new byte[100]), Limits.DEFAULT);
    assertEquals(padded.mails().size(), 2);
    assertEquals(padded.problems(), List.of());
  }

  @Test
  public void aCutGzipKeepsWhatCameOut() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      text.append(FROM).append(MAIL).append(Integer.toHexString(i * 0x9e3779b1)).append('\n');
    }
    byte[] whole = gzip(octets(text.toString()));
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    Taken taken = Taken.stream(cut, Limits.DEFAULT);
    assertTrue(taken.mails().size() > 100, taken.mails().size() + " mails");
    SourceProblem problem = taken.problems().get(0);
    assertEquals(problem.kind(), Kind.COMPRESSION);
    assertEquals(problem.offset().getAsLong(), cut.length);
    assertTrue(
        problem.what().contains(taken.framed().length() + " bytes came out"), problem.what());
  }

  @Test
  public void damageInGzipIsTold() throws Exception {
    byte[] checksum = gzip(octets(FROM + MAIL));
    checksum[checksum.length - 8] ^= 1;
    assertProblem(checksum, "checksum");
    byte[] length = gzip(octets(FROM + MAIL));
    length[length.length - 1] ^= 1;
    assertProblem(length, "length does not match");
    assertProblem(join(gzip(octets(FROM + MAIL)), octets("trailing")), "not gzip follow");
  }

  private static void assertProblem(byte[] octets, String words) throws Exception {
    Taken taken = Taken.stream(octets, Limits.DEFAULT);
    assertEquals(taken.mails().size(), 1);
    assertEquals(taken.problems().size(), 1);
    assertTrue(taken.problems().get(0).what().contains(words), taken.problems().get(0).what());
  }

  @Test
  public void aGzipBombStopsAtTheLimit() throws Exception {
    Limits small = new Limits(1 << 20, 1 << 20, 1 << 20, 9, 9, 9, 9, 9, 9, 5_000_000);
    byte[] bomb = gzip(join(octets(FROM + MAIL), new byte[50_000_000]));
    Taken taken = Taken.stream(bomb, small);
    assertEquals(taken.mails(), List.of());
    assertEquals(
        taken.problems().stream().map(SourceProblem::kind).toList(),
        List.of(Kind.LIMIT, Kind.LIMIT));
    assertTrue(taken.problems().get(1).what().contains("more than 5000000 bytes"));
  }

  @Test
  public void anArgumentMayNameAThreadOrCommits() throws Exception {
    try (Folder folder = Folder.create()) {
      String here = folder.path().toString();
      assertEquals(SourceSpec.parse("-"), SourceSpec.of("-"));
      assertEquals(SourceSpec.parse(here), SourceSpec.of(here));
      assertEquals(SourceSpec.parse(here + ":a..b"), SourceSpec.commits(here, "a..b"));
      assertEquals(
          SourceSpec.parse(here + ":origin/x@{u}..HEAD"),
          SourceSpec.commits(here, "origin/x@{u}..HEAD"));
      assertEquals(SourceSpec.parse(here + ":<1@x>"), SourceSpec.thread(here, "1@x"));
      assertEquals(SourceSpec.parse("no/folder:1@x"), SourceSpec.of("no/folder:1@x"));
      folder.write("odd:name", MAIL);
      assertEquals(SourceSpec.parse(here + "/odd:name"), SourceSpec.of(here + "/odd:name"));
    }
  }

  @Test
  public void namesWithControlCharactersAreShownEscaped() {
    SourceException failure =
        expectThrows(
            SourceException.class,
            () -> Sources.open(SourceSpec.of("no\u001b[2Jfile\n"), Limits.DEFAULT));
    assertEquals(failure.problem().kind(), Kind.MISSING);
    assertTrue(
        failure.problem().describe().startsWith("no\\u{1b}[2Jfile\\u{a}: there is no such file"));
    SourceException nul =
        expectThrows(
            SourceException.class, () -> Sources.open(SourceSpec.of("a\0b"), Limits.DEFAULT));
    assertEquals(nul.problem().kind(), Kind.MISSING);
  }
}

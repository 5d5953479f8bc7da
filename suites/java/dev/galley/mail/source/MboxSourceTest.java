package dev.galley.mail.source;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testng.annotations.Test;

/** Framing of every kind of mbox, in pieces of any size, within limits. */
public final class MboxSourceTest {

  private static final String FROM = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
  private static final String OTHER_FROM = "From ada@example.org Mon Sep 17 00:00:00 2001\n";

  private static Taken take(String mbox) throws Exception {
    return Taken.stream(mbox.getBytes(StandardCharsets.ISO_8859_1), Limits.DEFAULT);
  }

  private static List<String> mails(Taken taken) {
    return taken.mails().stream().map(mail -> mail.bytes().latin1()).toList();
  }

  @Test
  public void oneLevelOfQuotingIsUndone() throws Exception {
    Taken taken = take(FROM + "Subject: a\n\n>From x\n>>From y\n >From z\n> From w\n>From\n>From ");
    assertEquals(
        mails(taken), List.of("Subject: a\n\nFrom x\n>From y\n >From z\n> From w\n>From\nFrom "));
  }

  @Test
  public void placesAreThoseOfTheFile() throws Exception {
    Taken taken = take("\n\n" + FROM + "Subject: a\n\n>From x\n\n" + OTHER_FROM + "Subject: b\n");
    assertEquals(taken.mails().get(0).origin().line(), 4);
    assertEquals(taken.mails().get(0).origin().offset(), 2 + FROM.length());
    assertEquals(taken.mails().get(1).origin().line(), 9);
    assertEquals(taken.mails().get(1).origin().ordinal(), 2);
    assertEquals(taken.framed().indexOf("Subject: b", 0), taken.mails().get(1).origin().offset());
  }

  @Test
  public void aContentLengthThatLeadsToASeparatorIsBelieved() throws Exception {
    String body = "text\n" + OTHER_FROM + ">From quoted by the author\n";
    String first = "Subject: a\nContent-Length: " + body.length() + "\n\n" + body;
    String second = "Subject: b\ncontent-length: 5\n\nlast\n";
    Taken taken = take(OTHER_FROM + first + "\n" + OTHER_FROM + second);
    assertEquals(mails(taken), List.of(first + "\n", second));
    assertEquals(take(OTHER_FROM + first).mails().size(), 1);
  }

  @Test
  public void aContentLengthThatLeadsElsewhereIsNot() throws Exception {
    for (String length : List.of("3", "100000", "99999999999999999999", "-1", "x", "")) {
      String first = "Subject: a\nContent-Length: " + length + "\n\ntext\n";
      Taken taken = take(OTHER_FROM + first + OTHER_FROM + "Subject: b\n\n");
      assertEquals(taken.mails().size(), 2, length);
    }
  }

  @Test
  public void aContentLengthCannotHideMailsOfAPublicInbox() throws Exception {
    String hidden = FROM + "Subject: b\n\n";
    Taken taken = take(FROM + "Content-Length: " + hidden.length() + "\n\n" + hidden);
    assertEquals(taken.mails().size(), 2);
  }

  @Test
  public void aQuotedMailOfAnMboxclIsUnquoted() throws Exception {
    String body = ">From here\n";
    Taken taken = take(OTHER_FROM + "Content-Length: " + body.length() + "\n\n" + body);
    assertTrue(mails(taken).get(0).endsWith("\n\nFrom here\n"));
  }

  @Test
  public void aStreamThatComesInDropsIsReadTheSame() throws Exception {
    String mbox =
        ("\n" + FROM + "Subject: a\n\n>From b\nFrom c\n>>>>From d\n" + OTHER_FROM + "x: y\n\n")
            .repeat(20);
    byte[] octets = mbox.getBytes(StandardCharsets.ISO_8859_1);
    Taken whole = Taken.stream(octets, Limits.DEFAULT);
    assertEquals(whole.mails().size(), 40);
    for (int drop : new int[] {1, 2, 3, 7}) {
      Taken taken =
          Taken.all(
              Sources.stream(
                  "test", new Drops(new ByteArrayInputStream(octets), drop), Limits.DEFAULT));
      assertEquals(taken.mails(), whole.mails());
    }
  }

  @Test
  public void aMailOverTheLimitIsLeftOutAndTold() throws Exception {
    Limits small = Limits.DEFAULT.withMailBytes(1 << 20);
    String big = FROM + "Subject: big\n\n" + "0123456789\n".repeat(500_000);
    String last = FROM + "Subject: c\n\n";
    String mbox = FROM + "Subject: a\n\n" + big + last;
    Taken taken = Taken.stream(mbox.getBytes(StandardCharsets.ISO_8859_1), small);
    assertEquals(mails(taken), List.of("Subject: a\n\n", "Subject: c\n\n"));
    SourceProblem problem = taken.problems().get(0);
    assertEquals(problem.kind(), Kind.LIMIT);
    assertEquals(problem.line().getAsLong(), 5);
    assertEquals(
        problem.what(),
        "mail 2 is too long: "
            + (big.length() - FROM.length())
            + " bytes, allowed are 1048576; it was left out");
    RawMail after = taken.mails().get(1);
    assertEquals(after.origin().ordinal(), 3);
    assertEquals(after.origin().line(), 500_008);
    assertEquals(after.origin().offset(), mbox.length() - last.length() + FROM.length());
  }

  @Test
  public void aLineOverTheLimitIsToldAsALine() throws Exception {
    Limits small = new Limits(8 << 20, 1 << 20, 1 << 20, 9, 9, 9, 9, 9, 9, 1 << 30);
    for (int length : new int[] {2 << 20, 100 << 20}) {
      InputStream mbox =
          new SequenceInputStream(
              new ByteArrayInputStream(
                  (FROM + "Subject: a\n\n").getBytes(StandardCharsets.ISO_8859_1)),
              new SequenceInputStream(
                  new Repeated("y", length),
                  new ByteArrayInputStream(
                      ("\n" + FROM + "Subject: b\n\n").getBytes(StandardCharsets.ISO_8859_1))));
      Taken taken = Taken.all(Sources.stream("test", mbox, small));
      assertEquals(mails(taken), List.of("Subject: b\n\n"));
      assertTrue(
          taken.problems().get(0).what().startsWith("a line of mail 1 is longer than 1048576"),
          taken.problems().get(0).what());
      assertEquals(taken.mails().get(0).origin().line(), 6);
    }
  }

  @Test
  public void moreMailsThanAllowedAreTold() throws Exception {
    Limits few = new Limits(1 << 20, 1 << 20, 1 << 20, 9, 9, 3, 9, 9, 9, 1 << 30);
    byte[] mbox = (FROM + "a: b\n\n").repeat(5).getBytes(StandardCharsets.ISO_8859_1);
    Taken taken = Taken.stream(mbox, few);
    assertEquals(taken.mails().size(), 3);
    assertEquals(
        taken.problems().get(0).what(),
        "there are more than 3 mails in this; the rest was not read");
  }

  @Test
  public void manyMailsNeedLittleMemory() throws Exception {
    String mail =
        FROM + "Subject: a\n\n" + ">From the first line\n+ a line of a patch\n".repeat(400);
    long size = 200L << 20;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long before = runtime.totalMemory() - runtime.freeMemory();
    long mails = 0;
    long octets = 0;
    long most = 0;
    try (MailSource source = Sources.stream("test", new Repeated(mail, size), Limits.DEFAULT)) {
      for (var next = source.next(); next.isPresent(); next = source.next()) {
        mails++;
        octets += next.get().framed().length();
        if (mails % 4000 == 0) {
          System.gc();
          most = Math.max(most, runtime.totalMemory() - runtime.freeMemory() - before);
        }
      }
    }
    assertEquals(octets, size);
    assertEquals(mails, (size + mail.length() - 1) / mail.length());
    assertTrue(most < 16 << 20, most + " octets retained");
  }

  @Test
  public void aHostileMailOfNothingButQuotedLinesStaysInBounds() throws Exception {
    long size = 7L * 3_000_000;
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream(FROM.getBytes(StandardCharsets.ISO_8859_1)),
            new Repeated(">From \n", size));
    Taken taken = Taken.all(Sources.stream("test", in, Limits.DEFAULT));
    Bytes mail = taken.mails().get(0).bytes();
    assertEquals(mail.length(), 6 * 3_000_000);
    assertTrue(mail.startsWith("From \nFrom \n"));
  }

  /** A text over and over, without holding it. */
  private static final class Repeated extends InputStream {

    private final byte[] unit;
    private long left;
    private int at;

    Repeated(String unit, long length) {
      this.unit =
          unit.repeat(Math.max(1, 8192 / unit.length())).getBytes(StandardCharsets.ISO_8859_1);
      this.left = length;
    }

    @Override
    public int read() {
      if (left == 0) {
        return -1;
      }
      left--;
      int octet = unit[at] & 0xff;
      at = (at + 1) % unit.length;
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left == 0) {
        return -1;
      }
      int count = (int) Math.min(Math.min(length, unit.length - at), left);
      System.arraycopy(unit, at, target, offset, count);
      at = (at + count) % unit.length;
      left -= count;
      return count;
    }
  }

  /** Gives a few octets at a time. */
  private static final class Drops extends InputStream {

    private final InputStream in;
    private final int drop;

    Drops(InputStream in, int drop) {
      this.in = in;
      this.drop = drop;
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return in.read(target, offset, Math.min(length, drop));
    }
  }
}

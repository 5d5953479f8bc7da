package dev.galley.mail.source;

import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.mail.source.internal.FromLine;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells from the first block of a source what it holds. */
final class Recognition {

  private static final int LONG_LINE = 2_000;
  private static final int NAMES_OF_LOST_BREAKS = 3;
  private static final Pattern COMMIT = Pattern.compile("commit [0-9a-f]{40}\\b.*");
  private static final String AS_MBOX =
      "Give an mbox, a mail with its header, a Maildir, a folder of patch files, or a git range.";

  private final String source;
  private final Bytes head;
  private final boolean whole;

  private Recognition(String source, Bytes head, boolean whole) {
    this.source = source;
    this.head = head;
    this.whole = whole;
  }

  /**
   * What a source is.
   *
   * @throws SourceException if it is nothing that mails come in
   */
  static SourceKind of(String source, PeekStream in) throws SourceException {
    return new Recognition(source, in.head(), in.isWhole()).recognise();
  }

  /** The octets of white space, or of a byte order mark, that come before the first mail. */
  static int blank(Bytes head) {
    int at = startsWith(head, 0xef, 0xbb, 0xbf) ? 3 : 0;
    while (at < head.length() && isBlank(head.at(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  private SourceKind recognise() throws SourceException {
    int start = blank(head);
    if (start == head.length()) {
      throw empty();
    }
    Bytes firstLine = head.slice(start, head.nextLine(start));
    checkLineBreaks(start, firstLine);
    if (FromLine.is(firstLine)) {
      return SourceKind.MBOX;
    }
    if (HeaderLines.begin(head, start)) {
      return SourceKind.MAIL;
    }
    checkForeign(start, firstLine);
    if (isDiff()) {
      return SourceKind.DIFF;
    }
    throw notAMail(
        "this is text, but not a mail: its first line is no header field and no mbox separator",
        "The line: " + excerpt(firstLine),
        AS_MBOX);
  }

  private SourceException empty() {
    String what =
        head.isEmpty() ? "this is empty (0 bytes)" : "there is nothing but white space in this";
    return new SourceException(
        SourceProblem.error(
            Kind.EMPTY, source, what, "Was the download or the pipe that wrote it cut off?"));
  }

  /** A mail copied from a page in a browser is often one long line. */
  private void checkLineBreaks(int start, Bytes firstLine) throws SourceException {
    boolean onlyLine = start + firstLine.length() == head.length();
    if (!onlyLine && firstLine.length() < LONG_LINE) {
      return;
    }
    String text = firstLine.latin1();
    int names = HeaderLines.namesInside(text);
    if (names < (onlyLine ? NAMES_OF_LOST_BREAKS - 1 : NAMES_OF_LOST_BREAKS)) {
      return;
    }
    boolean carriageReturns = text.strip().indexOf('\r') >= 0;
    String size = whole ? head.length() + " bytes" : "more than " + head.length() + " bytes";
    String what =
        carriageReturns
            ? "the lines of this mail end with CR alone (" + size + ", no line feed)"
            : "this is one mail whose line breaks were lost (" + size + ", no line feed)";
    String id = HeaderLines.messageId(firstLine.utf8());
    String again =
        carriageReturns
            ? "Convert it, for example:  tr '\\r' '\\n'"
            : "Get the thread again as an mbox, for example:  b4 mbox "
                + (id.isEmpty() ? "MESSAGE-ID" : Printable.line(id));
    throw new SourceException(
        SourceProblem.error(
                Kind.LINE_BREAKS_LOST,
                source,
                what,
                "It has mail headers, but on one line they and the patch cannot be told apart.",
                again)
            .atLine(1));
  }

  private void checkForeign(int start, Bytes firstLine) throws SourceException {
    String packer = packer(head);
    if (!packer.isEmpty()) {
      throw notAMail(
          "this is a file compressed with " + packer + ", which is not read here (gzip is)",
          "Decompress it first and give the result, or pipe it to - (standard input).");
    }
    if (head.startsWith("%PDF-", start)) {
      throw notAMail("this is a PDF file, not a mail", AS_MBOX);
    }
    String opening = excerpt(head.from(start)).toLowerCase(Locale.ROOT);
    if (opening.startsWith("<!doctype html")
        || opening.startsWith("<html")
        || opening.startsWith("<?xml")
        || opening.startsWith("<head")) {
      throw notAMail(
          "this is a web page, not a mail",
          "Get the mail itself: on a public-inbox page add /raw (one mail) or /t.mbox.gz (the"
              + " thread) to the mail's address, or use:  b4 mbox MESSAGE-ID");
    }
    if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
      throw notAMail(
          "this text was saved as UTF-16; mails are octets",
          "Save the mail again as it came, without conversion.");
    }
    if (head.startsWith("# v2 git bundle") || head.startsWith("# v3 git bundle")) {
      throw notAMail(
          "this is a git bundle",
          "Fetch it into a repository and give the commits:  DIR:BASE..TIP");
    }
    if (COMMIT.matcher(firstLine.latin1().strip()).matches()) {
      throw notAMail(
          "this is the output of git log or git show, not a mail",
          "Write the commits as mails:  git format-patch --stdout BASE..TIP");
    }
    int nul = head.indexOf(0, 0);
    if (nul >= 0) {
      throw new SourceException(
          SourceProblem.error(Kind.NOT_A_MAIL, source, "this is a binary file, not a mail", AS_MBOX)
              .atByte(nul));
    }
  }

  /** Whether a diff begins somewhere in the head. */
  private boolean isDiff() {
    for (int line = 0; line < head.length(); line = head.nextLine(line)) {
      if (head.startsWith("diff --git ", line)
          || (head.startsWith("--- ", line) && head.startsWith("+++ ", head.nextLine(line)))) {
        return true;
      }
    }
    return false;
  }

  private SourceException notAMail(String what, String... advice) {
    return new SourceException(SourceProblem.error(Kind.NOT_A_MAIL, source, what, advice));
  }

  private static String excerpt(Bytes line) {
    String text = line.slice(0, Math.min(line.length(), 60)).utf8().strip();
    return Printable.line(text);
  }

  private static String packer(Bytes head) {
    if (startsWith(head, 0xfd, '7', 'z', 'X', 'Z')) {
      return "xz";
    }
    if (startsWith(head, 0x28, 0xb5, 0x2f, 0xfd)) {
      return "zstd";
    }
    if (startsWith(head, 'B', 'Z', 'h')) {
      return "bzip2";
    }
    return startsWith(head, 'P', 'K', 3, 4) ? "zip" : "";
  }

  private static boolean startsWith(Bytes head, int... octets) {
    if (head.length() < octets.length) {
      return false;
    }
    for (int i = 0; i < octets.length; i++) {
      if ((head.at(i) & 0xff) != octets[i]) {
        return false;
      }
    }
    return true;
  }
}

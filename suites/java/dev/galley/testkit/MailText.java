package dev.galley.testkit;

import dev.galley.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of one mail, as {@code git format-patch} and {@code git send-email} would write it
 * unless a test asks for something else.
 *
 * <p>Immutable: every method gives a changed copy. {@link #toString()} is the mail without an mbox
 * separator line, {@link #mbox()} is it with one.
 *
 * <pre>{@code
 * MailText.patch(1, 3).version(2).subject("PCI: Add x").log("Because y.").diff("diff --git …")
 * }</pre>
 */
public final class MailText {

  /** The separator of lore's mboxes. */
  public static final String SEPARATOR = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";

  private int number;
  private int total;
  private int version;
  private String prefix = "PATCH";
  private String title = "example: Change the example";
  private Optional<String> wholeSubject = Optional.empty();
  private String from = "Ann Author <ann@example.org>";
  private Optional<String> messageId = Optional.empty();
  private List<String> references = List.of();
  private List<String> extraHeaders = List.of();
  private Optional<String> inBodyFrom = Optional.empty();
  private String log = "The example needs this change.\n";
  private List<String> trailers = List.of("Signed-off-by: Ann Author <ann@example.org>");
  private String notes = "";
  private String diff = "";
  private Optional<String> wholeBody = Optional.empty();
  private boolean base64;

  private MailText(int number, int total) {
    this.number = number;
    this.total = total;
  }

  private MailText(MailText other) {
    number = other.number;
    total = other.total;
    version = other.version;
    prefix = other.prefix;
    title = other.title;
    wholeSubject = other.wholeSubject;
    from = other.from;
    messageId = other.messageId;
    references = other.references;
    extraHeaders = other.extraHeaders;
    inBodyFrom = other.inBodyFrom;
    log = other.log;
    trailers = other.trailers;
    notes = other.notes;
    diff = other.diff;
    wholeBody = other.wholeBody;
    base64 = other.base64;
  }

  /** A patch with a counter; its diff adds one file that no other number adds. */
  public static MailText patch(int number, int total) {
    MailText patch = new MailText(number, total);
    patch.title = "example: Add part " + number;
    patch.diff = newFile("drivers/example/part" + number + ".c", "int part" + number + ";");
    return patch;
  }

  /** A patch without counter. */
  public static MailText single() {
    return patch(1, 0);
  }

  /** A cover letter: 0/total, no diff, no trailers. */
  public static MailText cover(int total) {
    MailText cover = new MailText(0, total);
    cover.title = "example: Improve the example";
    cover.log = "These patches improve the example.\n";
    cover.trailers = List.of();
    return cover;
  }

  /** An answer to a mail, by somebody else, with the given body. */
  public static MailText reply(MailText to, String body) {
    MailText reply = new MailText(0, 0);
    reply.from = "Rae Reviewer <rae@example.net>";
    String subject = to.subjectLine();
    reply.wholeSubject =
        Optional.of(subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject);
    reply.messageId = Optional.of("re." + Integer.toHexString(body.hashCode()) + "." + to.id());
    reply.wholeBody = Optional.of(body);
    return reply.inReplyTo(to);
  }

  /** A git diff that adds a text file. */
  public static String newFile(String path, String... lines) {
    StringBuilder text = new StringBuilder("diff --git a/" + path + " b/" + path + "\n");
    text.append("new file mode 100644\nindex 000000000000..")
        .append(blobId(path))
        .append("\n--- /dev/null\n+++ b/")
        .append(path)
        .append("\n@@ -0,0 +1")
        .append(lines.length == 1 ? "" : "," + lines.length)
        .append(" @@\n");
    for (String line : lines) {
      text.append('+').append(line).append('\n');
    }
    return text.toString();
  }

  private static String blobId(String path) {
    return String.format(Locale.ROOT, "%08x%04x", path.hashCode(), path.length());
  }

  public MailText number(int value) {
    MailText copy = new MailText(this);
    copy.number = value;
    return copy;
  }

  public MailText total(int value) {
    MailText copy = new MailText(this);
    copy.total = value;
    return copy;
  }

  /** Says {@code vN} in the brackets; 0 says nothing. */
  public MailText version(int value) {
    MailText copy = new MailText(this);
    copy.version = value;
    return copy;
  }

  /** The words in front of version and counter, {@code PATCH} unless told. */
  public MailText prefix(String words) {
    MailText copy = new MailText(this);
    copy.prefix = words;
    return copy;
  }

  /** The subject behind the brackets. */
  public MailText subject(String text) {
    MailText copy = new MailText(this);
    copy.title = text;
    return copy;
  }

  /** The subject with everything in front of it. */
  public MailText wholeSubject(String text) {
    MailText copy = new MailText(this);
    copy.wholeSubject = Optional.of(text);
    return copy;
  }

  /** The header's {@code From:}. */
  public MailText from(String nameAndAddress) {
    MailText copy = new MailText(this);
    copy.from = nameAndAddress;
    return copy;
  }

  /** Puts a {@code From:} line in front of the log, as a sender who is not the author does. */
  public MailText inBodyFrom(String nameAndAddress) {
    MailText copy = new MailText(this);
    copy.inBodyFrom = Optional.of(nameAndAddress);
    return copy;
  }

  /** The Message-ID without angle brackets; empty leaves the field out. */
  public MailText messageId(String value) {
    MailText copy = new MailText(this);
    copy.messageId = Optional.of(value);
    return copy;
  }

  public MailText inReplyTo(MailText parent) {
    MailText copy = new MailText(this);
    copy.references = new ArrayList<>(parent.references);
    copy.references.add(parent.id());
    return copy;
  }

  /** References, oldest first; the last is In-Reply-To. */
  public MailText inReplyTo(String... messageIds) {
    MailText copy = new MailText(this);
    copy.references = List.of(messageIds);
    return copy;
  }

  /** One more header field. */
  public MailText header(String name, String value) {
    MailText copy = new MailText(this);
    copy.extraHeaders = new ArrayList<>(extraHeaders);
    copy.extraHeaders.add(name + ": " + value);
    return copy;
  }

  /** The message without its trailers. */
  public MailText log(String text) {
    MailText copy = new MailText(this);
    copy.log = line(text);
    return copy;
  }

  /** The trailers, instead of the author's Signed-off-by. */
  public MailText trailers(String... lines) {
    MailText copy = new MailText(this);
    copy.trailers = List.of(lines);
    return copy;
  }

  /** What stands between {@code ---} and the diff: changelog, diffstat. */
  public MailText notes(String text) {
    MailText copy = new MailText(this);
    copy.notes = line(text);
    return copy;
  }

  /** The diff; empty for none. */
  public MailText diff(String text) {
    MailText copy = new MailText(this);
    copy.diff = line(text);
    return copy;
  }

  /** The whole body, instead of log, trailers, notes, diff and signature. */
  public MailText body(String text) {
    MailText copy = new MailText(this);
    copy.wholeBody = Optional.of(line(text));
    return copy;
  }

  /** Sends the body base64-encoded. */
  public MailText base64() {
    MailText copy = new MailText(this);
    copy.base64 = true;
    return copy;
  }

  /** The Message-ID without angle brackets. */
  public String id() {
    return messageId.orElseGet(
        () ->
            String.format(
                Locale.ROOT,
                "v%d.%d.of.%d.%08x@galley.test",
                Math.max(version, 1),
                number,
                total,
                (prefix + title).hashCode()));
  }

  /** The subject as the header has it, unfolded. */
  public String subjectLine() {
    return wholeSubject.orElseGet(() -> "[" + tag() + "] " + title);
  }

  private String tag() {
    List<String> words = new ArrayList<>();
    if (!prefix.isEmpty()) {
      words.add(prefix);
    }
    if (version > 0) {
      words.add("v" + version);
    }
    if (total > 0) {
      int width = String.valueOf(total).length();
      words.add(String.format(Locale.ROOT, "%0" + width + "d/%d", number, total));
    }
    return String.join(" ", words);
  }

  private String body() {
    return wholeBody.orElseGet(
        () -> {
          StringBuilder text = new StringBuilder();
          inBodyFrom.ifPresent(author -> text.append("From: ").append(author).append("\n\n"));
          text.append(log);
          if (!trailers.isEmpty()) {
            text.append('\n').append(String.join("\n", trailers)).append('\n');
          }
          if (!diff.isEmpty()) {
            text.append("---\n").append(notes).append(notes.isEmpty() ? "" : "\n").append(diff);
          }
          return text.append("-- \n2.39.5\n\n").toString();
        });
  }

  /** The mail, header and body. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("From: ").append(from).append('\n');
    text.append("To: linux-example@example.org\n");
    text.append("Subject: ").append(subjectLine()).append('\n');
    text.append("Date: Mon, 5 Jan 2026 10:00:")
        .append(String.format(Locale.ROOT, "%02d", Math.floorMod(number, 60)))
        .append(" +0000\n");
    if (!id().isEmpty()) {
      text.append("Message-ID: <").append(id()).append(">\n");
    }
    if (!references.isEmpty()) {
      text.append("In-Reply-To: <").append(references.get(references.size() - 1)).append(">\n");
      text.append("References: <").append(String.join(">\n <", references)).append(">\n");
    }
    extraHeaders.forEach(header -> text.append(header).append('\n'));
    text.append("MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n");
    text.append("Content-Transfer-Encoding: ").append(base64 ? "base64" : "8bit").append("\n\n");
    byte[] body = body().getBytes(StandardCharsets.UTF_8);
    text.append(
        base64 ? Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(body) + "\n" : body());
    return text.toString();
  }

  /** The mail as octets. */
  public Bytes bytes() {
    return Bytes.utf8(toString());
  }

  /** The mail as an mboxrd of one mail. */
  public String mbox() {
    StringBuilder quoted = new StringBuilder(SEPARATOR);
    for (String line : toString().split("(?<=\n)", -1)) {
      quoted.append(isFromLine(line) ? ">" : "").append(line);
    }
    return line(quoted.toString());
  }

  private static boolean isFromLine(String line) {
    int at = 0;
    while (at < line.length() && line.charAt(at) == '>') {
      at++;
    }
    return line.startsWith("From ", at);
  }

  private static String line(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}

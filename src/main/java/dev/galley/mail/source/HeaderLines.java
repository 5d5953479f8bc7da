package dev.galley.mail.source;

import dev.galley.text.Bytes;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether octets look like the header of a mail. */
final class HeaderLines {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_LINES = 500;

  private static final Set<String> KNOWN =
      Set.of(
          "authentication-results",
          "bcc",
          "cc",
          "content-type",
          "date",
          "delivered-to",
          "dkim-signature",
          "from",
          "in-reply-to",
          "list-id",
          "message-id",
          "mime-version",
          "received",
          "references",
          "reply-to",
          "return-path",
          "sender",
          "subject",
          "to",
          "x-mailer");

  private static final Pattern NAMES_INSIDE =
      Pattern.compile(
          "(?:From|To|Cc|Subject|Date|Message-I[dD]|In-Reply-To|References|MIME-Version|"
              + "Content-Type|List-Id|X-Mailer|Received): ");
  private static final Pattern MESSAGE_ID =
      Pattern.compile("Message-I[dD]:\\s{0,8}<([^<>\\s]{1,250})>");

  private HeaderLines() {}

  /** Whether a header with a field that mails have begins at an octet. */
  static boolean begin(Bytes head, int from) {
    int line = from;
    for (int count = 0; count < MOST_LINES && line < head.length(); count++) {
      int next = head.nextLine(line);
      boolean folded = line > from && (head.at(line) == ' ' || head.at(line) == '\t');
      boolean separator = head.startsWith("From ", line) || head.startsWith(">From ", line);
      if (!folded && !separator) {
        String name = name(head, line, next);
        if (name.isEmpty()) {
          return false;
        }
        if (KNOWN.contains(name)) {
          return true;
        }
      }
      line = next;
    }
    return false;
  }

  /** The lower-case name of the field on a line, empty if the line is no field. */
  private static String name(Bytes head, int from, int to) {
    int last = Math.min(to, from + LONGEST_NAME);
    for (int i = from; i < last; i++) {
      int octet = head.at(i);
      if (octet == ':') {
        return head.slice(from, i).latin1().strip().toLowerCase(Locale.ROOT);
      }
      boolean spaceBeforeColon = octet == ' ' && head.indexOf(':', i) == i + 1;
      if ((octet <= ' ' || octet == 0x7f) && !spaceBeforeColon) {
        return "";
      }
    }
    return "";
  }

  /** How many names of header fields stand inside of a text, not at its beginning. */
  static int namesInside(String text) {
    Matcher matcher = NAMES_INSIDE.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  /** The first message id that a text shows, or an empty text. */
  static String messageId(String text) {
    Matcher matcher = MESSAGE_ID.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}

package dev.galley.mail.source.internal;

import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The message ids in a mail's header, as far as threads need them.
 *
 * @param messageId without angle brackets; empty if there is none
 * @param others ids of In-Reply-To and References
 */
record ThreadFields(String messageId, List<String> others) {

  private static final int MOST_IDS = 500;

  static ThreadFields of(Bytes mail) {
    String own = "";
    List<String> others = new ArrayList<>();
    int line = 0;
    while (line < mail.length() && !isEmptyLine(mail, line)) {
      int end = mail.nextLine(line);
      while (end < mail.length() && (mail.at(end) == ' ' || mail.at(end) == '\t')) {
        end = mail.nextLine(end);
      }
      int colon = mail.indexOf(':', line);
      if (colon >= 0 && colon < end && colon - line <= "In-Reply-To".length()) {
        String name = mail.slice(line, colon).latin1().toLowerCase(Locale.ROOT);
        if (name.equals("message-id") && own.isEmpty()) {
          List<String> ids = ids(mail.slice(colon + 1, end));
          own = ids.isEmpty() ? "" : ids.get(0);
        } else if (name.equals("in-reply-to") || name.equals("references")) {
          others.addAll(ids(mail.slice(colon + 1, end)));
        }
      }
      line = end;
    }
    return new ThreadFields(own, List.copyOf(others));
  }

  private static boolean isEmptyLine(Bytes mail, int line) {
    return mail.at(line) == '\n' || mail.startsWith("\r\n", line);
  }

  private static List<String> ids(Bytes value) {
    List<String> ids = new ArrayList<>();
    int open = value.indexOf('<', 0);
    while (open >= 0 && ids.size() < MOST_IDS) {
      int close = value.indexOf('>', open);
      if (close < 0) {
        break;
      }
      ids.add(value.slice(open + 1, close).utf8().strip());
      open = value.indexOf('<', close);
    }
    return ids;
  }
}

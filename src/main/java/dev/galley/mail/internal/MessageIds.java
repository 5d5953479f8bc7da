package dev.galley.mail.internal;

import dev.galley.mail.Mail;
import java.util.ArrayList;
import java.util.List;

/** Message identifiers in header fields (RFC 5322, 3.6.4), without their angle brackets. */
final class MessageIds {

  private MessageIds() {}

  /** The identifiers in the first field of that name, in order; words without brackets if none. */
  static List<String> in(Mail mail, String field) {
    String value = mail.field(field).map(found -> found.value().utf8()).orElse("");
    List<String> ids = new ArrayList<>();
    for (int open = value.indexOf('<'); open >= 0; ) {
      int close = value.indexOf('>', open);
      if (close < 0) {
        break;
      }
      String id = value.substring(open + 1, close).strip();
      if (!id.isEmpty()) {
        ids.add(id);
      }
      open = value.indexOf('<', close);
    }
    if (ids.isEmpty() && value.indexOf('<') < 0) {
      for (String word : value.split("[ \t]+", -1)) {
        if (word.indexOf('@') > 0) {
          ids.add(word);
        }
      }
    }
    return ids;
  }
}

package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import java.util.Optional;

/** The fields that {@code git mailinfo} prints. */
enum InfoField {
  FROM("From"),
  SUBJECT("Subject"),
  DATE("Date");

  private final String label;

  InfoField(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<InfoField> named(String name) {
    for (InfoField field : values()) {
      if (field.label.equalsIgnoreCase(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** Whether a line is this field: its name in any case, and a colon. */
  boolean begins(Bytes line) {
    return line.length() > label.length()
        && line.at(label.length()) == ':'
        && Ascii.startsWithIgnoringCase(line, 0, label);
  }

  /** The value of a line that is this field, up to a NUL, without the white space before it. */
  Bytes valueIn(Bytes line) {
    int start = label.length() + 1;
    while (start < line.length() && Ascii.isSpace(line.at(start))) {
      start++;
    }
    return Ascii.beforeNul(line.from(start));
  }
}

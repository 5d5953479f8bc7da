package dev.galley.mail.internal;

import dev.galley.mail.HeaderField;
import dev.galley.text.Bytes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What header fields say to {@code git mailinfo}: mailinfo.c, check_header. */
final class InfoFields {

  private final Content content;
  private final Trouble trouble;
  private final Map<InfoField, Bytes> values = new EnumMap<>(InfoField.class);

  InfoFields(Content content, Trouble trouble) {
    this.content = content;
    this.trouble = trouble;
  }

  Optional<Bytes> get(InfoField field) {
    return Optional.ofNullable(values.get(field));
  }

  boolean has(InfoField field) {
    return values.containsKey(field);
  }

  void put(InfoField field, Bytes value) {
    values.put(field, value);
  }

  void decodeInto(InfoField field, Bytes value) {
    values.put(field, EncodedWords.decoded(value, trouble));
  }

  void clear() {
    values.clear();
  }

  /**
   * Takes over fields in order.
   *
   * @param overwrite whether a later From, Subject or Date wins over an earlier one: true for the
   *     header of the mail, false for that of a part
   */
  void take(List<HeaderField> fields, boolean overwrite) {
    for (HeaderField field : fields) {
      Optional<InfoField> info = InfoField.named(field.name());
      if (info.isPresent()) {
        if (overwrite || !has(info.get())) {
          decodeInto(info.get(), value(field));
        }
      } else if (field.is("Content-Type")) {
        content.type(EncodedWords.decoded(value(field), trouble), trouble);
      } else if (field.is("Content-Transfer-Encoding")) {
        content.transfer = Transfer.named(EncodedWords.decoded(value(field), trouble));
      } else if (field.is("Message-ID")) {
        // git decodes it too, and refuses the mail for a broken encoded word in it.
        EncodedWords.decoded(value(field), trouble);
      }
    }
  }

  private static Bytes value(HeaderField field) {
    return Ascii.beforeNul(field.value());
  }
}

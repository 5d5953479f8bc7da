package dev.galley.series;

import dev.galley.mail.PatchMail;
import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.text.Bytes;
import dev.galley.text.Read;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail on its way into a series.
 *
 * @param index its place in the order of arrival, from 0
 * @param mail the mail
 * @param tag its subject's brackets
 * @param diff what it changes
 * @param time when it was sent, in seconds since 1970; {@link MailDates#UNKNOWN} when it does not
 *     say
 */
record Letter(int index, PatchMail mail, SubjectTag tag, Read<Diff> diff, long time) {

  /** Mailing lists put their footer behind such a line. */
  private static final String FOOTER = "\n____________________";

  private static final String SIGNATURE = "\n-- \n";

  /** Mails of one heap are told apart by their place; their octets need not be compared. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Letter that && index == that.index;
  }

  @Override
  public int hashCode() {
    return index;
  }

  boolean hasPatch() {
    return !diff.value().isEmpty();
  }

  /** A 0/M. */
  boolean isCover() {
    return !tag.reply() && tag.number() == 0;
  }

  /** An N/M; of pull requests only those that carry the patch. */
  boolean isNumbered() {
    return !tag.reply() && tag.number() > 0 && (hasPatch() || !tag.isPull());
  }

  /** A patch without counter. */
  boolean isSingle() {
    return !tag.reply() && !tag.hasCounter() && hasPatch() && !tag.isPull();
  }

  boolean isOfSeries() {
    return isCover() || isNumbered();
  }

  String id() {
    return mail.messageId();
  }

  int number() {
    return tag.hasCounter() ? tag.number() : 1;
  }

  boolean isFromSenderOf(Letter other) {
    return mail.senderEmail().equalsIgnoreCase(other.mail.senderEmail())
        || mail.authorEmail().equalsIgnoreCase(other.mail.authorEmail());
  }

  /** Whether message and changes are equal; what lists add at the end does not count. */
  boolean hasSameContentAs(Letter other) {
    return mail.subject().equals(other.mail.subject())
        && prose().equals(other.prose())
        && changes().equals(other.changes());
  }

  private String prose() {
    String log = mail.log().latin1();
    return cut(cut(log, SIGNATURE), FOOTER).strip();
  }

  private static String cut(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private List<Bytes> changes() {
    List<Bytes> changes = new ArrayList<>();
    for (FileChange file : diff.value().files()) {
      changes.add(diff.value().bytes().slice(file.span()));
    }
    return changes;
  }
}

package dev.galley.check.mail;

import dev.galley.check.PatchSubject;
import dev.galley.finding.Place;
import dev.galley.mail.Mail;
import dev.galley.mail.PatchMail;
import dev.galley.patch.Diff;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the checks of messages ask of a patch's mail. */
final class Messages {

  /** Relays that post for others and never sign: the in-body From says who wrote it. */
  private static final Set<String> RELAYS = Set.of("devnull", "noreply", "no-reply");

  private Messages() {}

  static MessageText text(PatchSubject subject) {
    return MessageText.of(subject.patch().mail().log());
  }

  /** The mail line of a line of the commit message, counted from 1. */
  static Place place(PatchSubject subject, int logLine) {
    return place(subject.number(), subject.patch().mail(), logLine);
  }

  static Place place(int patch, PatchMail mail, int logLine) {
    return mail.logLine() == 0
        ? Place.patch(patch)
        : Place.mail(patch, mail.logLine() + logLine - 1);
  }

  /** The mail line of a header field. */
  static Place header(PatchSubject subject, String name) {
    Mail mail = subject.patch().mail().mail();
    return mail.field(name)
        .map(field -> mail.bytes().slice(0, field.span().start()).lineFeeds() + 1)
        .map(line -> Place.mail(subject.number(), line))
        .orElse(Place.patch(subject.number()));
  }

  static Person author(PatchMail mail) {
    return new Person(mail.authorName(), mail.authorEmail());
  }

  static Person sender(PatchMail mail) {
    return new Person(mail.senderName(), mail.senderEmail());
  }

  /** Whether a list or a relay put its own address where the human's was. */
  static boolean isRewritten(Person person) {
    String name = person.name().toLowerCase(Locale.ROOT);
    String address = person.address().toLowerCase(Locale.ROOT);
    int at = Math.max(address.lastIndexOf('@'), 0);
    String local = address.substring(0, at);
    int plus = local.indexOf('+');
    return name.contains(" via ")
        || name.endsWith(" (by way of)")
        || RELAYS.contains(plus > 0 ? local.substring(0, plus) : local);
  }

  /**
   * A line between {@code ---} and the diff.
   *
   * @param text without its line feed
   * @param place its line of the mail
   */
  record Below(String text, Place place) {}

  /** What git am drops between {@code ---} and the diff. */
  static List<Below> below(PatchSubject subject) {
    Diff diff = subject.patch().diff();
    if (diff.isEmpty()) {
      return List.of();
    }
    Bytes bytes = diff.bytes();
    List<Below> lines = new ArrayList<>();
    for (int at = 0; at < diff.files().get(0).span().start(); at = bytes.nextLine(at)) {
      String text = bytes.slice(at, bytes.nextLine(at)).utf8().stripTrailing();
      lines.add(new Below(text, Place.mail(subject.number(), subject.patch().mailLineOf(at))));
    }
    return lines;
  }
}

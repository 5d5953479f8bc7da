package dev.galley.testkit;

import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A whole series as mbox text: numbered, threaded, with the same version everywhere.
 *
 * <p>Immutable. {@code TestSeries.of(MailText.patch(1, 2), MailText.patch(2, 2))} has a cover
 * letter, and every patch replies to it; numbers and totals are set by position.
 */
public final class TestSeries {

  private final List<MailText> mails;

  private TestSeries(List<MailText> mails) {
    this.mails = List.copyOf(mails);
  }

  /** A cover letter and patches with made-up content. */
  public static TestSeries of(int patches) {
    MailText[] made = new MailText[patches];
    for (int i = 0; i < patches; i++) {
      made[i] = MailText.patch(i + 1, patches);
    }
    return of(made);
  }

  /** A cover letter, and the patches, numbered by position. */
  public static TestSeries of(MailText... patches) {
    return withCover(MailText.cover(patches.length), patches);
  }

  /** Mails as they are, neither numbered nor threaded. */
  public static TestSeries mails(MailText... mails) {
    return new TestSeries(List.of(mails));
  }

  /** The letter, renumbered, and the patches as answers to it. */
  public static TestSeries withCover(MailText cover, MailText... patches) {
    return numbered(Optional.of(cover.number(0).total(patches.length)), patches);
  }

  /** Patches alone, all answers to the first. */
  public static TestSeries withoutCover(MailText... patches) {
    return numbered(Optional.empty(), patches);
  }

  private static TestSeries numbered(Optional<MailText> cover, MailText... patches) {
    List<MailText> mails = new ArrayList<>();
    cover.ifPresent(mails::add);
    for (int i = 0; i < patches.length; i++) {
      MailText patch = patches[i].number(i + 1).total(patches.length);
      mails.add(mails.isEmpty() ? patch : patch.inReplyTo(mails.get(0)));
    }
    return new TestSeries(mails);
  }

  /** The same series as version N: subjects say so, and the Message-IDs are others. */
  public TestSeries version(int version) {
    return rethreaded(mail -> mail.version(version));
  }

  /** The same series with other words in front of the counter. */
  public TestSeries prefix(String words) {
    return rethreaded(mail -> mail.prefix(words));
  }

  private TestSeries rethreaded(UnaryOperator<MailText> change) {
    List<MailText> changed = new ArrayList<>();
    for (MailText mail : mails) {
      MailText other = change.apply(mail);
      changed.add(changed.isEmpty() ? other : other.inReplyTo(changed.get(0)));
    }
    return new TestSeries(changed);
  }

  /** The same with one mail more at the end: a reply, another series' mail. */
  public TestSeries and(MailText... more) {
    List<MailText> all = new ArrayList<>(mails);
    all.addAll(List.of(more));
    return new TestSeries(all);
  }

  /** The mails of both, these first. */
  public TestSeries and(TestSeries other) {
    return and(other.mails.toArray(MailText[]::new));
  }

  /** The same without the mail at a position, counted from 0. */
  public TestSeries without(int position) {
    List<MailText> rest = new ArrayList<>(mails);
    rest.remove(position);
    return new TestSeries(rest);
  }

  /** The same with the mail at a position, counted from 0, changed. */
  public TestSeries with(int position, UnaryOperator<MailText> change) {
    List<MailText> changed = new ArrayList<>(mails);
    changed.set(position, change.apply(changed.get(position)));
    return new TestSeries(changed);
  }

  /** The mails at the given positions, counted from 0, in that order. */
  public TestSeries ordered(int... positions) {
    List<MailText> picked = new ArrayList<>();
    for (int position : positions) {
      picked.add(mails.get(position));
    }
    return new TestSeries(picked);
  }

  /** All mails in order. */
  public List<MailText> mails() {
    return mails;
  }

  /** The mail at a position, counted from 0: with a cover letter, the number of the patch. */
  public MailText mail(int position) {
    return mails.get(position);
  }

  /** An mboxrd. */
  public String mbox() {
    return mails.stream().map(MailText::mbox).collect(Collectors.joining());
  }

  /** An mboxrd. */
  public Bytes bytes() {
    return Bytes.utf8(mbox());
  }

  @Override
  public String toString() {
    return mbox();
  }
}

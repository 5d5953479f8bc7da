package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.mail.PatchMail;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Common misspellings in subjects, commit messages and the cover letter.
 *
 * <p>Only sentences are read: no quotes, logs, indented blocks, trailers, identifiers, paths or
 * names. A message that is about spelling is left alone.
 */
@CheckInfo(
    id = "mail/spelling",
    severity = Severity.NOTE,
    summary = "Misspelled word in a message",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, Describe your changes")
public final class Spelling implements PatchCheck, SeriesCheck {

  private static final Pattern ABOUT_SPELLING =
      Pattern.compile("(?i)\\b(?:typos?|mis-?spell\\w*|spelling|grammar)\\b");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    PatchMail mail = patch.patch().mail();
    if (!ABOUT_SPELLING.matcher(mail.subject()).find()) {
      check(patch.number(), mail, MessageText.of(mail.log()), out);
    }
  }

  /** The cover letter: up to its shortlog and diffstat, which other mails answer for. */
  @Override
  public void check(ReviewSubject review, Remarks out) {
    if (review.series().cover().isEmpty()) {
      out.notApplicable();
      return;
    }
    PatchMail mail = review.series().cover().get().mail();
    check(0, mail, MessageText.ofCover(mail.log()), out);
  }

  private static void check(int patch, PatchMail mail, MessageText text, Remarks out) {
    Set<String> told = new HashSet<>();
    checkLine(Place.patch(patch), mail.subject(), told, out);
    for (MessageText.Line line : text.lines(MessageText.Kind.PROSE)) {
      if (!ABOUT_SPELLING.matcher(line.text()).find()) {
        checkLine(Messages.place(patch, mail, line.number()), line.text(), told, out);
      }
    }
  }

  private static void checkLine(Place place, String text, Set<String> told, Remarks out) {
    for (String word : Words.of(text)) {
      Misspellings.common()
          .correction(word)
          .filter(right -> told.add(word.toLowerCase(Locale.ROOT)))
          .ifPresent(
              right ->
                  out.add(
                      Remark.at(place, "'" + word + "' should be '" + right + "'")
                          .excerpt(text)
                          .fix(right)));
    }
  }
}

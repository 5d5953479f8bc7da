package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import java.util.Locale;

/** The subject becomes the first line of the commit: short, no full stop, not said again below. */
@CheckInfo(
    id = "mail/subject-form",
    severity = Severity.NOTE,
    summary = "Subject is empty, too long, ends in a full stop or is repeated",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, The canonical patch format")
public final class SubjectForm implements PatchCheck {

  /** "the summary must be no more than 70-75 characters", without the subsystem in front. */
  private static final int SUMMARY_LIMIT = 75;

  @Override
  public void check(PatchSubject patch, Remarks out) {
    String subject = patch.patch().subject().trim();
    Place place = Messages.header(patch, "Subject");
    if (subject.isEmpty()) {
      out.add(
          Remark.at(place, "the subject says nothing behind its tags")
              .severity(Severity.ERROR)
              .excerpt(patch.patch().mail().taggedSubject()));
      return;
    }
    checkEnd(place, subject, out);
    String summary =
        subject.substring(subject.lastIndexOf(": ") < 0 ? 0 : subject.lastIndexOf(": ") + 2);
    int length = summary.codePointCount(0, summary.length());
    if (length > SUMMARY_LIMIT) {
      out.add(
          Remark.at(place, "the summary phrase has " + length + " characters")
              .excerpt(subject)
              .fact("allowed", SUMMARY_LIMIT + " behind the subsystem prefix"));
    }
    for (MessageText.Line line : Messages.text(patch).firstOfBody()) {
      if (bare(line.text()).equals(bare(subject))) {
        out.add(
            Remark.at(
                    Messages.place(patch, line.number()),
                    "the message begins with the subject once more")
                .excerpt(line.text())
                .fix("remove the line: git puts the subject above the message"));
      }
    }
  }

  private static void checkEnd(Place place, String subject, Remarks out) {
    if (subject.endsWith("...") || subject.endsWith("\u2026")) {
      out.add(Remark.at(place, "the subject ends in dots, as one that was cut").excerpt(subject));
    } else if (subject.endsWith(".") && !endsInAbbreviation(subject)) {
      out.add(
          Remark.at(place, "the subject ends in a full stop")
              .excerpt(subject)
              .fix(subject.substring(0, subject.length() - 1)));
    }
  }

  private static boolean endsInAbbreviation(String subject) {
    String last = subject.substring(subject.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return last.equals("etc.")
        || last.equals("al.")
        || last.equals("..")
        || last.indexOf('.') < last.length() - 1;
  }

  private static String bare(String text) {
    String trimmed = text.trim().toLowerCase(Locale.ROOT);
    return trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }
}

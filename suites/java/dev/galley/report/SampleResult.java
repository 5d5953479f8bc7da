package dev.galley.report;

import dev.galley.finding.Fact;
import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.finding.Skip;
import dev.galley.finding.Status;
import dev.galley.mail.Mail;
import dev.galley.mail.MailOrigin;
import dev.galley.mail.PatchMail;
import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.patch.LineKind;
import dev.galley.review.ReviewResult;
import dev.galley.review.ReviewResult.BaseInfo;
import dev.galley.review.ReviewResult.CheckRun;
import dev.galley.review.ReviewResult.PatchVerdict;
import dev.galley.review.ReviewResult.PatchVerdict.State;
import dev.galley.series.CollectedTrailer;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.series.Slot;
import dev.galley.series.SubjectTag;
import dev.galley.series.Trailer;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/** A review made by hand: every status and severity, a missing patch, hostile text. */
final class SampleResult {

  private static final String SOURCE = "inbox/ring.mbox";

  private SampleResult() {}

  static ReviewResult withEverything() {
    Series series =
        new Series(
            "ring: Rework the doorbell",
            2,
            3,
            Optional.of(
                new CoverLetter(
                    tag(0, "ring: Rework the doorbell"),
                    mail(0, "ring: Rework the doorbell", 2),
                    List.of(),
                    Span.at(0),
                    "")),
            List.of(
                new Slot.Present(patch(1, "ring: Add a doorbell helper", 40)),
                new Slot.Missing(2),
                new Slot.Present(
                    patch(3, "ring: \u001b[31mUse\u001b[0m it \u202eeverywhere", 120))),
            List.of(
                new Series.Duplicate(1, mail(1, "ring: Add a doorbell helper", 300), true),
                new Series.Duplicate(0, mail(0, "ring: Rework the doorbell", 400), true)),
            List.of(),
            List.of(
                new CollectedTrailer(
                    new Trailer("Reviewed-by", "李雷 <li@example.org>", 3),
                    1,
                    "李雷",
                    "li@example.org",
                    "r1@example.org"),
                new CollectedTrailer(
                    new Trailer("Acked-by", "Zoë Acker <zoe@example.org>", 1),
                    0,
                    "Zoë Acker",
                    "zoe@example.org",
                    "r2@example.org")),
            List.of());
    return new ReviewResult(
        series,
        "kernel",
        Optional.of(new BaseInfo("v9.9", "4b825dc642cb6eb9a060e54bf8d69288fbee4904", 3, 4, true)),
        List.of(
            new PatchVerdict(1, State.APPLIES_WITH_OFFSET, "applies 2 lines off", ""),
            new PatchVerdict(2, State.MISSING, "", ""),
            new PatchVerdict(3, State.PARTLY, "hunk 2 of drivers/ring/core.c fails", "")),
        findings(),
        List.of(
            new Skip("kernel/kconfig-undefined", 1, "the base has no Kconfig"),
            new Skip("kernel/kconfig-undefined", 3, "the base has no Kconfig"),
            new Skip("mail/fixes", 3, "the base is a folder and has no history")),
        List.of(
            new CheckRun("series/numbering", 0),
            new CheckRun("patch/whitespace", 1),
            new CheckRun("patch/whitespace", 3),
            new CheckRun("mail/subject", 1)),
        SampleLedger.withEveryFate());
  }

  private static List<Finding> findings() {
    return List.of(
        Finding.of(
                "series/cover-diffstat",
                Severity.ERROR,
                Place.mail(0, 31),
                "the cover letter's totals are not those of the patches")
            .withExcerpt(List.of(" 2 files changed, 9 insertions(+), 1 deletion(-)"))
            .withFacts(
                List.of(Fact.of("cover letter", "+9 -1"), Fact.of("patches", "+10 -1 in 2 files")))
            .withFix("2 files changed, 10 insertions(+), 1 deletion(-)"),
        Finding.of("series/missing", Severity.ERROR, Place.patch(2), "patch 2 of 3 is not there"),
        Finding.of(
                "patch/whitespace",
                Severity.WARNING,
                Place.line(1, "drivers/ring/core.c", Side.NEW, 12),
                "blanks at the end of the line")
            .withExcerpt(List.of("-\told_bell(ring);", "+\tbell(ring); \t", "+\t铃(環);")),
        Finding.of(
                "mail/subject",
                Severity.NOTE,
                Place.mail(1, 3),
                "the subject ends with a full stop")
            .withStatus(new Status.Suppressed("house style of \u001b]0;ring\u0007")),
        Finding.of(
                "patch/mode",
                Severity.WARNING,
                Place.file(3, "drivers/ring/\u202edc.c"),
                "the file becomes executable")
            .withStatus(new Status.FixedLater(4)),
        Finding.of(
                "mail/spelling",
                Severity.NOTE,
                Place.line(3, "drivers/ring/core.c", Side.OLD, 7),
                "\"recieve\" is a common misspelling of \"receive\"")
            .withStatus(new Status.Inherited()),
        Finding.of(
                "mail/long-line",
                Severity.NOTE,
                Place.mail(3, 0),
                "a line of the message is longer than 75 columns")
            .withFacts(
                List.of(
                    Fact.of(
                        "why",
                        "git log indents messages by four columns and a reader with a terminal of"
                            + " eighty columns would see it wrapped in the middle of a word"),
                    Fact.of("行", "\u001b[2Jfirst\nsecond"))));
  }

  private static SeriesPatch patch(int number, String subject, int line) {
    return new SeriesPatch(
        number, tag(number, subject), mail(number, subject, line), diff(), List.of(), List.of());
  }

  private static SubjectTag tag(int number, String title) {
    return new SubjectTag(false, List.of("PATCH"), 2, true, number, 3, title);
  }

  private static PatchMail mail(int number, String subject, long line) {
    Mail mail =
        new Mail(new MailOrigin(SOURCE, number + 1, 0, line), Bytes.EMPTY, List.of(), Span.at(0));
    return new PatchMail(
        mail,
        "Ann Author",
        "ann@example.org",
        "Ann Author",
        "ann@example.org",
        "[PATCH v2 " + number + "/3] " + subject,
        subject,
        "Mon, 5 Jan 2026 10:00:00 +0000",
        "v2." + number + "@example.org",
        List.of(),
        List.of(),
        Bytes.EMPTY,
        Bytes.EMPTY,
        Bytes.EMPTY,
        0,
        0,
        Optional.empty(),
        List.of());
  }

  private static Diff diff() {
    Span nowhere = Span.at(0);
    HunkLine removed =
        new HunkLine(LineKind.REMOVED, Bytes.utf8("\told_bell(ring);"), true, 12, 12, nowhere);
    HunkLine added =
        new HunkLine(LineKind.ADDED, Bytes.utf8("\tbell(ring); \t"), true, 13, 12, nowhere);
    Hunk hunk = new Hunk(12, 1, 12, 1, Bytes.EMPTY, List.of(removed, added), true, nowhere);
    return new Diff(
        Bytes.EMPTY,
        List.of(
            new FileChange(
                FileChange.Kind.MODIFIED,
                FileChange.Style.GIT,
                "drivers/ring/core.c",
                "drivers/ring/core.c",
                0100644,
                0100644,
                "1234567",
                "89abcde",
                -1,
                List.of(hunk),
                List.of(),
                false,
                nowhere,
                nowhere)));
  }
}

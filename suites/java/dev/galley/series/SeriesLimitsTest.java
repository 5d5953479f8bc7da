package dev.galley.series;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.mail.PatchMail;
import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import dev.galley.testkit.TestSeries;
import dev.galley.text.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Heaps of mails that somebody made to be slow, or big. */
public class SeriesLimitsTest {

  private static final int MAILS = 20_000;

  private static final PatchMail TEMPLATE = Mails.of(MailText.single());

  private static PatchMail mail(String subject, String id, String parent) {
    PatchMail of = TEMPLATE;
    List<String> parents = parent.isEmpty() ? List.of() : List.of(parent);
    return new PatchMail(
        of.mail(),
        of.authorName(),
        of.authorEmail(),
        of.senderName(),
        of.senderEmail(),
        subject,
        subject.substring(subject.indexOf(']') + 1).strip(),
        of.date(),
        id,
        parents,
        parents,
        of.log(),
        of.patch(),
        of.text(),
        of.logLine(),
        of.patchLine(),
        of.refusal(),
        of.problems());
  }

  /** Name, and the subject, Message-ID and parent of the N-th mail. */
  @DataProvider
  public Object[][] heaps() {
    return new Object[][] {
      heap("one long series", n -> mail("[PATCH " + n + "/20000] x " + n, "i" + n, "i0")),
      heap("one long chain", n -> mail("[PATCH " + n + "/20000] x", "i" + n, "i" + (n - 1))),
      heap("chain of replies", n -> mail("Re: [PATCH] x", "i" + n, "i" + (n - 1))),
      heap("chain of versions", n -> mail("[PATCH v" + n + " 1/2] x", "i" + n, "i" + (n - 1))),
      heap("singles", n -> mail("[PATCH] x " + n, "i" + n, "")),
      heap("copies of one", n -> mail("[PATCH 1/2] x", "i", "")),
      heap("copies with other ids", n -> mail("[PATCH 1/2] x", "i" + n, "")),
      heap("one id", n -> mail("[PATCH " + n + "/7] x", "i", "j")),
      heap("one id, other versions", n -> mail("[PATCH v" + n + " 1/7] x", "i", "j")),
      heap(
          "answers to one id", n -> mail("[PATCH " + n + "/9] x", n % 2 == 0 ? "i" : "i" + n, "i")),
      heap("other totals", n -> mail("[PATCH 1/" + n + "] x" + n, "i" + n, "i0")),
      heap("unthreaded", n -> mail("[PATCH " + n + "/20000] x", "i" + n, "")),
      heap(
          "new versions of singles",
          n ->
              n % 2 == 0
                  ? mail("[PATCH " + n + "/20000] x" + n, "i" + n, "i0")
                  : mail("[PATCH v2] x" + (n - 1), "i" + n, "i" + (n - 1))),
      heap(
          "new versions",
          n ->
              n % 2 == 0
                  ? mail("[PATCH " + n + "/20000] x", "i" + n, "i0")
                  : mail("[PATCH v2 " + (n - 1) + "/20000] x", "i" + n, "i" + (n - 1))),
      heap("huge totals", n -> mail("[PATCH 1/999999999] x" + n, "i" + n, "")),
      heap("loops", n -> mail("[PATCH v" + n + " 1/2] x", "i" + n, "i" + (MAILS - n))),
    };
  }

  private static Object[] heap(String name, IntFunction<PatchMail> maker) {
    return new Object[] {name, maker};
  }

  @Test(dataProvider = "heaps", timeOut = 30_000)
  public void aHeapIsAssembledInTime(String name, IntFunction<PatchMail> maker) {
    List<PatchMail> mails = new ArrayList<>();
    for (int n = 0; n < MAILS; n++) {
      mails.add(maker.apply(n));
    }
    SeriesSet set = SeriesAssembler.assemble(mails, Limits.DEFAULT);
    String seen = SeriesChoice.newest(set).seen();
    assertTrue(seen.length() < 2_000, seen);
    long placed = set.unrelated().size();
    long slots = 0;
    for (Series series : set.series()) {
      placed += series.patches().size() + series.duplicates().size() + series.replies().size();
      placed += series.cover().isPresent() ? 1 : 0;
      slots += series.slots().size();
    }
    assertTrue(placed <= MAILS, name);
    assertTrue(
        slots <= 10L * Limits.DEFAULT.patchesPerSeries() + 2L * MAILS,
        name + ": " + slots + " slots");
  }

  @Test
  public void anImpossibleTotalIsRemarkedAndNotAllocated() {
    Series series =
        Mails.series(TestSeries.mails(MailText.single().wholeSubject("[PATCH 2/999999999] x")));
    assertEquals(series.total(), 999_999_999);
    assertFalse(series.isComplete());
    assertTrue(series.slots().size() <= Limits.DEFAULT.patchesPerSeries() + 2);
    assertEquals(
        series.remarks().get(0).message(),
        String.format(
            Locale.ROOT,
            "announces 999999999 patches, %d are allowed",
            Limits.DEFAULT.patchesPerSeries()));
  }
}

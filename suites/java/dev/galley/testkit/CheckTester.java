package dev.galley.testkit;

import static org.testng.Assert.assertEquals;

import dev.galley.check.Check;
import dev.galley.check.ReviewSubject;
import dev.galley.finding.Finding;
import dev.galley.review.Profile;
import dev.galley.review.Review;
import dev.galley.review.ReviewRequest;
import dev.galley.review.ReviewResult;
import dev.galley.review.Suppressions;
import dev.galley.series.Series;
import dev.galley.text.Bytes;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Runs one check on some mails and compares all it says.
 *
 * <pre>{@code
 * CheckTester.of(new Whitespace())
 *     .mails(TestSeries.of(MailText.patch(1, 1).diff("…")).bytes())
 *     .expect("patch 1: drivers/a.c:12: warning: trailing whitespace")
 *     .verify();
 * }</pre>
 *
 * <p>It distrusts the check: it runs it twice, with the mails in another order, and with CR LF, and
 * wants the same findings each time. Without {@code expect} the check must be silent.
 */
@CheckReturnValue
public final class CheckTester {

  private final Check check;
  private final Bytes mails;
  private final Optional<Path> base;
  private final List<String> expected;
  private final boolean anyOrder;
  private final boolean anyLineEnd;

  private CheckTester(
      Check check,
      Bytes mails,
      Optional<Path> base,
      List<String> expected,
      boolean anyOrder,
      boolean anyLineEnd) {
    this.check = check;
    this.mails = mails;
    this.base = base;
    this.expected = List.copyOf(expected);
    this.anyOrder = anyOrder;
    this.anyLineEnd = anyLineEnd;
  }

  public static CheckTester of(Check check) {
    return new CheckTester(check, Bytes.EMPTY, Optional.empty(), List.of(), true, true);
  }

  /** The mails, as an mboxrd. */
  public CheckTester mails(Bytes mbox) {
    return new CheckTester(check, mbox, base, expected, anyOrder, anyLineEnd);
  }

  /** The mails, as an mboxrd. */
  public CheckTester mails(String mbox) {
    return mails(Bytes.utf8(mbox));
  }

  public CheckTester mails(TestSeries series) {
    return mails(series.bytes());
  }

  /** A folder that the patches are applied to. */
  public CheckTester base(Path folder) {
    return new CheckTester(check, mails, Optional.of(folder), expected, anyOrder, anyLineEnd);
  }

  /** One more finding, as {@link FindingText#head} writes it; all others are failures. */
  public CheckTester expect(String head) {
    List<String> more = new ArrayList<>(expected);
    more.add(head);
    return new CheckTester(check, mails, base, more, anyOrder, anyLineEnd);
  }

  /** For cases in which the order of the mails is the matter. */
  public CheckTester inThisOrderOnly() {
    return new CheckTester(check, mails, base, expected, false, anyLineEnd);
  }

  /** For cases in which the line ends are the matter. */
  public CheckTester withTheseLineEndsOnly() {
    return new CheckTester(check, mails, base, expected, anyOrder, false);
  }

  /** Runs the check, in all ways, and compares the heads of its findings. */
  public void verify() {
    ReviewResult result = run();
    assertEquals(
        String.join("\n", result.findings().stream().map(FindingText::head).toList()),
        String.join("\n", expected));
  }

  /** Runs the check in all ways and gives back what it says, in full. */
  public String said() {
    ReviewResult result = run();
    return FindingText.full(result.findings(), result.skipped());
  }

  private ReviewResult run() {
    ReviewResult result = review(mails);
    String said = said(result);
    assertEquals(said(review(mails)), said, "a second run says something else");
    if (anyOrder) {
      assertEquals(said(review(shuffled())), said, "in another order it says something else");
    }
    if (anyLineEnd) {
      String crlf = mails.latin1().replace("\r\n", "\n").replace("\n", "\r\n");
      Bytes dos = Bytes.wrap(crlf.getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(said(review(dos)), said, "with CR LF it says something else");
    }
    return result;
  }

  private static String said(ReviewResult result) {
    return FindingText.full(result.findings(), result.skipped());
  }

  private ReviewResult review(Bytes mbox) {
    Series series = Mails.newest(mbox);
    if (base.isEmpty()) {
      return sound(Review.run(ReviewRequest.of(series), List.of(check)));
    }
    try (BaseTree tree = Bases.open(BaseSpec.parse(base.get().toString()))) {
      ReviewRequest request =
          new ReviewRequest(
              ReviewSubject.on(series, tree), Optional.empty(), Profile.KERNEL, Suppressions.NONE);
      return sound(Review.run(request, List.of(check)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReviewResult sound(ReviewResult result) {
    for (Finding finding : result.findings()) {
      if (finding.check().equals(Review.INTERNAL_ERROR)) {
        throw new AssertionError(FindingText.full(finding));
      }
    }
    return result;
  }

  private Bytes shuffled() {
    List<String> parts = new ArrayList<>(List.of(mails.latin1().split("(?m)^(?=From mboxrd@z )")));
    Collections.shuffle(parts, new Random(4711));
    return Bytes.wrap(String.join("", parts).getBytes(StandardCharsets.ISO_8859_1));
  }
}

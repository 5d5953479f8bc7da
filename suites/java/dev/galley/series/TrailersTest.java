package dev.galley.series;

import static org.testng.Assert.assertEquals;

import dev.galley.text.Bytes;
import java.util.List;
import org.testng.annotations.Test;

public class TrailersTest {

  private static List<String> of(String log) {
    return Trailers.of(Bytes.utf8(log)).stream()
        .map(trailer -> trailer.line() + " " + trailer)
        .toList();
  }

  private static List<String> inReply(String text) {
    return Trailers.inReply(Bytes.utf8(text)).stream()
        .map(trailer -> trailer.line() + " " + trailer)
        .toList();
  }

  @Test
  public void theLastParagraphHoldsTheTrailers() {
    assertEquals(
        of(
            """
            Reviewed-by: not in the last paragraph

            Fixes: 123456789012 ("example: a title that
             was folded")
            Link: https://example.org/x # 1
            Signed-off-by: Ann Author <ann@example.org>
            """),
        List.of(
            "3 Fixes: 123456789012 (\"example: a title that was folded\")",
            "5 Link: https://example.org/x # 1",
            "6 Signed-off-by: Ann Author <ann@example.org>"));
  }

  @Test
  public void notesBetweenTrailersAreNoTrailers() {
    assertEquals(
        of(
            """
            Text.

            Acked-by: Bo <bo@example.org>
            [ann: reworded the message]
            (cherry picked from commit 123456789012)
            Signed-off-by: Ann <ann@example.org>
            """),
        List.of("3 Acked-by: Bo <bo@example.org>", "6 Signed-off-by: Ann <ann@example.org>"));
  }

  @Test
  public void proseWithAColonIsNoTrailer() {
    assertEquals(of("Text.\n\nNote: this\nis prose that goes on\n"), List.of());
    assertEquals(of(""), List.of());
  }

  @Test
  public void aReplyGivesTrailersOutsideOfQuotes() {
    assertEquals(
        inReply(
            """
            On Monday, Ann wrote:
            > Reviewed-by: Quoted <quoted@example.org>

            Looks fine.

            Reviewed-by: Rae Reviewer <rae@example.net>
            Tested-by: Rae Reviewer
            <rae@example.net>
            Acked-by: Bo Both <bo@example.org> # for the
             bindings
            Fixes: 123456789012 ("example: add")
            Link: see above
            Reviewed-by: nobody yet
            From: not a trailer <x@example.org>

            --\s
            Acked-by: Signature <sig@example.org>
            """),
        List.of(
            "6 Reviewed-by: Rae Reviewer <rae@example.net>",
            "7 Tested-by: Rae Reviewer <rae@example.net>",
            "9 Acked-by: Bo Both <bo@example.org> # for the bindings",
            "11 Fixes: 123456789012 (\"example: add\")"));
  }

  @Test
  public void thoseOfAPatchInTheReplyAreNotThoseOfTheReply() {
    assertEquals(
        inReply(
            """
            Acked-by: Rae Reviewer <rae@example.net>

            But do this first:

            example: Do this first

            Suggested-by: Bo <bo@example.org>
            Signed-off-by: Rae Reviewer <rae@example.net>
            ---
             a.c | 2 +-

            diff --git a/a.c b/a.c
            +Reviewed-by: In Diff <in@example.org>
            Reviewed-by: Behind Diff <behind@example.org>
            """),
        List.of("1 Acked-by: Rae Reviewer <rae@example.net>"));
  }

  @Test
  public void aCopyOfTheOriginalIsNotTheReply() {
    assertEquals(
        inReply(
            "Fine.\n\n-----Original Message-----\nFrom: Ann\n\nReviewed-by: X <x@example.org>\n"),
        List.of());
  }
}

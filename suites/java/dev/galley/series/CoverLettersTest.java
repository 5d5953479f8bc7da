package dev.galley.series;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.MailText;
import dev.galley.testkit.Mails;
import org.testng.annotations.Test;

public class CoverLettersTest {

  private static final String BODY =
      """
      Why all this.

      Ann Author (2):
        example: Add part one with a subject that is so long that git has to
          wrap it
        example: Add part two

      Bo Both (1):
        example: Remove the rest

       drivers/example/one.c           | 10 ++++++++++
       drivers/{old => new}/two.c      |  0
       Documentation/example/logo.png  | Bin 0 -> 12 bytes
       3 files changed, 10 insertions(+)
       create mode 100644 drivers/example/one.c
       rename drivers/{old => new}/two.c (100%)


      base-commit: 0123456789abcdef0123456789abcdef01234567
      --\s
      2.39.5
      """;

  private static CoverLetter read(String body) {
    return CoverLetters.read(Mails.of(MailText.cover(3).body(body)));
  }

  @Test
  public void readsWhatGitWrites() {
    CoverLetter letter = read(BODY);
    assertEquals(
        letter.shortlog().toString(),
        "[ShortlogEntry[author=Ann Author, subject=example: Add part one with a subject that is so"
            + " long that git has to wrap it, line=4],"
            + " ShortlogEntry[author=Ann Author, subject=example: Add part two, line=6],"
            + " ShortlogEntry[author=Bo Both, subject=example: Remove the rest, line=9]]");
    String stat = letter.text().slice(letter.diffstat()).utf8();
    assertTrue(stat.startsWith(" drivers/example/one.c "), stat);
    assertTrue(stat.endsWith(" rename drivers/{old => new}/two.c (100%)\n"), stat);
    assertEquals(letter.baseCommit(), "0123456789abcdef0123456789abcdef01234567");
    assertEquals(letter.changeId(), "");
    assertEquals(letter.mailLineOf(4), letter.mail().logLine() + 3);
  }

  @Test
  public void readsOnBelowTheRuleOfB4() {
    CoverLetter letter =
        read(
            """
            Why all this.

            Signed-off-by: Ann Author <ann@example.org>
            ---
            Changes in v2:
            - Rebased.

            ---
            Ann Author (1):
                  example: Add part one

             one.c | 1 +
             1 file changed, 1 insertion(+)
            ---
            base-commit: 0123456789abcdef0123456789abcdef01234567
            change-id: 20260105-example-0123456789ab
            """);
    assertEquals(letter.shortlog().get(0).subject(), "example: Add part one");
    assertEquals(
        letter.text().slice(letter.diffstat()).utf8(),
        " one.c | 1 +\n 1 file changed, 1 insertion(+)\n");
    assertEquals(letter.changeId(), "20260105-example-0123456789ab");
    assertEquals(letter.baseCommit(), "0123456789abcdef0123456789abcdef01234567");
  }

  @Test
  public void aLetterNeedsNothing() {
    CoverLetter letter = read("Hello (2): this is all.\n\nAnn (3):\nno indentation\n");
    assertTrue(letter.shortlog().isEmpty());
    assertTrue(letter.diffstat().isEmpty());
    assertEquals(letter.baseCommit(), "");
  }

  @Test
  public void theLastDiffstatWithTotalsCounts() {
    CoverLetter letter =
        read(" a.c | 1 +\n 1 file changed\n\nand\n\n b.c | 2 +-\n 1 file changed\n\n x | 3\n");
    assertEquals(letter.text().slice(letter.diffstat()).utf8(), " b.c | 2 +-\n 1 file changed\n");
  }

  @Test(timeOut = 10_000)
  public void aHostileLetterIsReadInLinearTime() {
    String letter =
        "x (1):\n  a\n".repeat(50_000) + " a | 1 +\n".repeat(50_000) + " ".repeat(1_000_000);
    assertEquals(read(letter).shortlog().size(), 50_000);
  }
}

package dev.galley.check;

import static org.testng.Assert.assertTrue;

import dev.galley.check.patch.Whitespace;
import dev.galley.testkit.CheckTester;
import dev.galley.testkit.MailText;
import dev.galley.testkit.TestSeries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.Test;

/** {@code docs/add-a-check.md} shows what is there. */
public final class AddACheckTest {

  /** A file in back quotes on a line of its own, and the block below it. */
  private static final Pattern BLOCK =
      Pattern.compile("\n`([^`\\s]+)`\n\n```[a-z]+\n(.*?)\n```\n", Pattern.DOTALL);

  @Test
  public void everyBlockIsInItsFile() throws IOException {
    String page = Files.readString(Path.of("docs", "add-a-check.md"), StandardCharsets.UTF_8);
    Matcher blocks = BLOCK.matcher(page);
    int count = 0;
    while (blocks.find()) {
      String file = Files.readString(Path.of(blocks.group(1)), StandardCharsets.UTF_8);
      assertTrue(file.contains(blocks.group(2)), blocks.group(1) + " has other words by now");
      count++;
    }
    assertTrue(count >= 3, "only " + count + " blocks were found");
  }

  @Test
  public void theKitIsUsedAsShown() {
    CheckTester.of(new Whitespace()).mails(TestSeries.of(MailText.patch(1, 1))).verify();
  }
}

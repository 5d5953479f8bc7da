package dev.galley.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The hand-written explanations of the checks.
 *
 * <p>They are resources beside this class, {@code pages/GROUP/NAME.md} for the check {@code
 * GROUP/NAME}: Markdown, UTF-8, headings from the second level on, because the first is the check's
 * own name.
 */
public final class CheckPages {

  private CheckPages() {}

  /** The explanation of a check, ending with a line feed; empty when nobody wrote one. */
  public static Optional<String> explanation(String checkId) {
    if (!checkId.matches("[a-z0-9-]{1,40}/[a-z0-9-]{1,60}")) {
      return Optional.empty();
    }
    try (InputStream page = CheckPages.class.getResourceAsStream("pages/" + checkId + ".md")) {
      return page == null
          ? Optional.empty()
          : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the page of " + checkId + " cannot be read", e);
    }
  }
}

package dev.galley.check.mail;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.testng.annotations.Test;

/** The word list contradicts itself nowhere. */
public final class MisspellingsTest {

  @Test
  public void noCorrectionIsAMisspelling() {
    Map<String, String> all = Misspellings.common().all();
    assertTrue(all.size() > 4_000, "only " + all.size() + " words");
    all.forEach(
        (wrong, right) -> {
          assertFalse(all.containsKey(right), wrong + " becomes " + right);
          assertTrue(wrong.matches("[a-z]{3,}"), wrong);
        });
  }

  @Test
  public void capitalsFollowTheWord() {
    assertEquals(Misspellings.common().correction("Seperate").orElse(""), "Separate");
    assertEquals(Misspellings.common().correction("enumarates").orElse(""), "enumerates");
    assertTrue(Misspellings.common().correction("separate").isEmpty());
  }

  @Test
  public void wordsAreThoseOfSentences() {
    assertEquals(
        Words.of("Use foo_bar() in a/b.c, with --opt and \"teh\" (see below). It works"),
        List.of("Use", "in", "with", "and", "see", "below", "It", "works"));
  }
}

package dev.galley.testkit;

import static org.testng.Assert.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Where the corpus is looked for. */
@Test
public final class CorpusFilesTest {

  @DataProvider
  public Object[][] names() {
    Optional<String> none = Optional.empty();
    Optional<String> blank = Optional.of(" ");
    Optional<String> empty = Optional.of("");
    Optional<String> here = Optional.of("here");
    Optional<String> there = Optional.of("there");
    return new Object[][] {
      {none, none, ""},
      {empty, none, ""},
      {blank, none, ""},
      {none, empty, ""},
      {empty, blank, ""},
      {blank, there, "there"},
      {empty, there, "there"},
      {none, there, "there"},
      {here, there, "here"},
      {here, empty, "here"},
    };
  }

  /** A blank property is what Maven sets where nobody named a corpus. */
  @Test(dataProvider = "names")
  public void aBlankNameIsNoName(
      Optional<String> property, Optional<String> environment, String chosen) {
    Optional<Path> expected = chosen.isEmpty() ? Optional.empty() : Optional.of(Path.of(chosen));
    assertEquals(CorpusFiles.choose(property, environment), expected);
  }
}

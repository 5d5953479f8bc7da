package dev.galley.check;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertThrows;

import java.util.List;
import org.testng.annotations.Test;

public final class PatchNumbersTest {

  @Test
  public void runsOfThreeAreDrawnTogetherAndPairsAreNot() {
    assertEquals(PatchNumbers.words(List.of(3)), "patch 3");
    assertEquals(PatchNumbers.words(List.of(4, 3)), "patches 3 and 4");
    assertEquals(PatchNumbers.words(List.of(1, 2, 3)), "patches 1-3");
    assertEquals(PatchNumbers.words(List.of(9, 7, 1, 3, 2, 4, 2)), "patches 1-4, 7 and 9");
  }

  @Test
  public void zeroIsTheCoverLetter() {
    assertEquals(PatchNumbers.words(List.of(0)), "the cover letter");
    assertEquals(PatchNumbers.words(List.of(2, 0)), "the cover letter and patch 2");
  }

  @Test
  public void nothingHasNoName() {
    assertThrows(IllegalArgumentException.class, () -> PatchNumbers.words(List.of()));
  }
}

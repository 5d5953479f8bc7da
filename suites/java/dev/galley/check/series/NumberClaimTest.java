package dev.galley.check.series;

import static org.testng.Assert.assertEquals;

import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public final class NumberClaimTest {

  @DataProvider
  public Object[][] claims() {
    return new Object[][] {
      {"Patch 2-7 uses the helpers.", 7},
      {"patches 3 and 4 are new", 4},
      {"PATCHES 1, 2 and 11 can go in", 11},
      {"see patch #5", 5},
      {"patches 2\nto 9", 9},
      {"patches 1 through 6", 6},
      {"the first three patches", 3},
      {"The last 12 patches", 12},
    };
  }

  @Test(dataProvider = "claims")
  public void isRead(String text, int highest) {
    List<NumberClaim> claims = NumberClaim.in(text);
    assertEquals(claims.size(), 1, claims.toString());
    assertEquals(claims.get(0).highest(), highest);
  }

  @DataProvider
  public Object[][] others() {
    return new Object[][] {
      {"patch 3/7 of something"},
      {"patch 1234567"},
      {"patch 2.6.39"},
      {"patch level 9"},
      {"patches 5-6 of [1]"},
      {"patch 9 in that other series"},
      {"patch 4 of v2 was dropped"},
      {"> patch 12 is odd"},
      {"Changes since v1:\n - patch 9: squashed"},
      {"v2 -> v3:\n patch 9 is gone"},
      {"https://example.org/patch 9"},
    };
  }

  @Test(dataProvider = "others")
  public void isNotTaken(String text) {
    assertEquals(NumberClaim.in(text), List.of());
  }

  @Test
  public void saysWhereItStands() {
    NumberClaim claim = NumberClaim.in("One.\n\nThen patch 4\ncomes.\n").get(0);
    assertEquals(claim.line(), 3);
    assertEquals(claim.words(), "patch 4");
    assertEquals(claim.sentenceLine(), "Then patch 4");
  }
}

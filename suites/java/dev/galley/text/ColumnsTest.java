package dev.galley.text;

import static org.testng.Assert.assertEquals;

import java.util.List;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

public class ColumnsTest {

  @DataProvider
  public Object[][] widths() {
    return new Object[][] {
      {"", 0},
      {"plain", 5},
      {"Zoë", 3},
      {"Zoe\u0308", 3},
      {"李雷", 4},
      {"한글", 4},
      {"│·…→", 4},
      {"🚀", 2},
    };
  }

  @Test(dataProvider = "widths")
  public void aTextTakesColumns(String text, int width) {
    assertEquals(Columns.width(text), width);
  }

  @Test
  public void paddingCountsColumns() {
    assertEquals(Columns.pad("李", 4), "李  ");
    assertEquals(Columns.pad("long", 2), "long");
  }

  @Test
  public void aTextIsCutWhereItNoLongerFits() {
    assertEquals(Columns.fit("fits", 4), "fits");
    assertEquals(Columns.fit("does not", 5), "does…");
    assertEquals(Columns.fit("李雷李雷", 6), "李雷…");
  }

  @Test
  public void linesBreakAtSpacesAndLongWordsStayWhole() {
    assertEquals(Columns.wrap("one two three", 7), List.of("one two", "three"));
    assertEquals(Columns.wrap("a-very-long-word b", 4), List.of("a-very-long-word", "b"));
    assertEquals(Columns.wrap("", 10), List.of(""));
  }

  @Test
  public void tabsReachTheNextStop() {
    assertEquals(Columns.expandTabs("\tx"), "        x");
    assertEquals(Columns.expandTabs("+\tx"), "+       x");
    assertEquals(Columns.expandTabs("李\tx"), "李      x");
  }
}

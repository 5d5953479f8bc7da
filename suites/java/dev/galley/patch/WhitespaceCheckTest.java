package dev.galley.patch;

import static org.testng.Assert.assertEquals;

import dev.galley.patch.WhitespaceCheck.Rule;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Single lines and hunk ends; whole diffs are compared with git in DiffstatOracleTest. */
public final class WhitespaceCheckTest {

  @DataProvider
  public Object[][] lines() {
    return new Object[][] {
      {"", Set.of()},
      {"\tfine", Set.of()},
      {"end ", Set.of(Rule.BLANK_AT_EOL)},
      {"end\r", Set.of(Rule.BLANK_AT_EOL)},
      {" \tx", Set.of(Rule.SPACE_BEFORE_TAB)},
      {"\t \tx ", Set.of(Rule.SPACE_BEFORE_TAB, Rule.BLANK_AT_EOL)},
      {"x \ty", Set.of()},
      {"        eight", Set.of()},
    };
  }

  @Test(dataProvider = "lines")
  public void defaults(String line, Set<Rule> expected) {
    assertEquals(WhitespaceCheck.line(Bytes.utf8(line), WhitespaceCheck.DEFAULT, 8), expected);
  }

  @Test
  public void otherRules() {
    Bytes eight = Bytes.utf8("        x");
    Set<Rule> spaces = EnumSet.of(Rule.INDENT_WITH_NON_TAB);
    assertEquals(WhitespaceCheck.line(eight, spaces, 8), spaces);
    assertEquals(WhitespaceCheck.line(eight, spaces, 9), Set.of());
    Set<Rule> tabs = EnumSet.of(Rule.TAB_IN_INDENT);
    assertEquals(WhitespaceCheck.line(Bytes.utf8("\tx"), tabs, 8), tabs);
  }

  @Test
  public void blankLinesAtTheEndOfAHunk() {
    String diff = "--- a/x\n+++ b/x\n@@ -1,2 +1,6 @@\n one\n+\n+two\n+\n \n+\t\n";
    Hunk hunk =
        DiffReader.read(Bytes.utf8(diff), Limits.DEFAULT).value().files().get(0).hunks().get(0);
    assertEquals(hunk.complete(), true);
    assertEquals(
        WhitespaceCheck.blankLinesAtEnd(hunk), List.of(hunk.lines().get(3), hunk.lines().get(5)));
  }

  @Test
  public void conflictMarkers() {
    assertEquals(WhitespaceCheck.isConflictMarker(Bytes.utf8("<<<<<<< HEAD")), true);
    assertEquals(WhitespaceCheck.isConflictMarker(Bytes.utf8("=======")), true);
    assertEquals(WhitespaceCheck.isConflictMarker(Bytes.utf8("========")), false);
  }
}

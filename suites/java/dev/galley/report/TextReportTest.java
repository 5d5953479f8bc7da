package dev.galley.report;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.convert.Ledger;
import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.testng.annotations.Test;

public class TextReportTest {

  private static final ReviewResult SAMPLE = SampleResult.withEverything();

  @Test
  public void everyStatusAndSeverityIsShown() throws IOException {
    String expected = golden("review.txt");
    assertEquals(new TextReport().render(SAMPLE, ReportOptions.PLAIN), expected);
  }

  @Test
  public void ledgerSortsPlacesByWhatBecameOfThem() throws IOException {
    assertEquals(LedgerText.render(SAMPLE.ledger(), ReportOptions.PLAIN), golden("ledger.txt"));
    assertTrue(LedgerText.render(Ledger.EMPTY, ReportOptions.PLAIN).contains("no ledger"));
  }

  @Test
  public void coloursAreTheOnlyDifferenceThatColourMakes() {
    String coloured = new TextReport().render(SAMPLE, ReportOptions.PLAIN.withColour(true));
    assertTrue(coloured.contains("\u001b[1;31merror\u001b[0m"));
    assertEquals(
        coloured.replaceAll("\u001b\\[[0-9;]*m", ""),
        new TextReport().render(SAMPLE, ReportOptions.PLAIN));
  }

  @Test
  public void nothingFromAMailSteersTheTerminal() {
    String text = new TextReport().render(SAMPLE, ReportOptions.PLAIN);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = Character.getType(c);
      assertTrue(
          c == '\n' || (type != Character.CONTROL && type != Character.FORMAT),
          "U+" + Integer.toHexString(c) + " at " + i);
    }
  }

  @Test
  public void proseStaysWithinTheWidth() {
    String text = new TextReport().render(SAMPLE, ReportOptions.PLAIN.withWidth(60));
    List<String> evidence = text.lines().filter(line -> line.startsWith("          ")).toList();
    assertFalse(evidence.isEmpty());
    for (String line : evidence) {
      assertTrue(dev.galley.text.Columns.width(line) <= 60, line);
    }
  }

  @Test
  public void theGateDecidesTheVerdict() {
    String text = new TextReport().render(SAMPLE, ReportOptions.PLAIN.withGate(Gate.NEVER));
    assertTrue(text.contains("gate never: an incomplete series does not pass\n"), text);
    String strict = new TextReport().render(SAMPLE, ReportOptions.PLAIN.withGate(Gate.NOTE));
    assertTrue(strict.contains("gate note: 4 findings stop the series\n"), strict);
  }

  @Test
  public void aFindingAloneReadsAsInTheReport() {
    String alone =
        TextReport.finding(SAMPLE.series(), SAMPLE.findings().get(0), ReportOptions.PLAIN);
    assertTrue(new TextReport().render(SAMPLE, ReportOptions.PLAIN).contains(alone), alone);
  }

  static String golden(String name) throws IOException {
    return Files.readString(Path.of("fixtures/report", name), StandardCharsets.UTF_8);
  }
}

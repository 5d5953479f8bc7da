package dev.galley.report;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.galley.search.Doubt;
import dev.galley.search.SearchResult;
import dev.galley.search.Site;
import dev.galley.search.SiteKind;
import dev.galley.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.testng.annotations.Test;

/** The three ways to show what a search found. */
public class SearchFormatsTest {

  private static final Site READ =
      new Site(
          "drivers/ring/core.c",
          14,
          9,
          new Span(300, 307),
          "\tif (r->full) /* \u001b[31m */",
          SiteKind.READ,
          Optional.of("ring_push"),
          Optional.empty(),
          Optional.of("#ifdef CONFIG_RING"),
          List.of("r: struct ring * (parameter r, drivers/ring/core.c)"));

  private static final Site UNSURE =
      new Site(
          "drivers/ring/odd.c",
          3,
          2,
          new Span(20, 26),
          "\tX->full = 1;",
          SiteKind.WRITE,
          Optional.empty(),
          Optional.of("SET"),
          Optional.empty(),
          List.of());

  private static final SearchResult RESULT =
      new SearchResult(
          "struct ring *r; r->full",
          "v1",
          List.of(READ),
          List.of(new Doubt(UNSURE, "X is a parameter of a macro")),
          new TreeMap<>(java.util.Map.of("struct pipe", 2)),
          2,
          List.of());

  @Test
  public void textHasPlaceKindLineEvidenceAndSums() {
    assertEquals(
        new SearchText().render(RESULT, false, ReportOptions.PLAIN),
        """
        drivers/ring/core.c:14:9: read in ring_push()  [#ifdef CONFIG_RING]
                if (r->full) /* \\u{1b}[31m */
                r: struct ring * (parameter r, drivers/ring/core.c)
        1 site in 1 file: 1 read. The same word elsewhere: 2 struct pipe. 1 not known (--unknown lists them).
        """);
  }

  @Test
  public void unknownPlacesAreListedWhenAskedFor() {
    assertEquals(
        new SearchText().render(RESULT, true, ReportOptions.PLAIN).lines().skip(3).toList(),
        List.of(
            "Not known whether they are sites:",
            "drivers/ring/odd.c:3:2: write in macro SET",
            "        X->full = 1;",
            "        X is a parameter of a macro",
            "1 site in 1 file: 1 read. The same word elsewhere: 2 struct pipe. 1 not known."));
  }

  @Test
  public void vimgrepHasOneLineASite() {
    assertEquals(new SearchVimgrep().render(RESULT, true, ReportOptions.PLAIN).lines().count(), 2);
    assertEquals(
        new SearchVimgrep().render(RESULT, false, ReportOptions.PLAIN),
        "drivers/ring/core.c:14:9:\tif (r->full) /* \\u{1b}[31m */\n");
  }

  @Test
  public void jsonFitsItsSchemaAndSteersNoTerminal() throws IOException {
    String text = new SearchJson().render(RESULT, false, ReportOptions.PLAIN);
    assertFalse(text.contains("\u001b"));
    ObjectMapper mapper = new ObjectMapper();
    JsonNode report = mapper.readTree(text);
    assertEquals(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(mapper.readTree(Files.readString(Path.of("docs/schema/search-1.json"))))
            .validate(report)
            .toString(),
        "[]");
    assertEquals(report.get("sites").get(0).get("text").asText(), READ.excerpt());
    assertEquals(report.get("unknown").get(0).get("macro").asText(), "SET");
    assertEquals(report.get("others").get("struct pipe").asInt(), 2);
  }
}

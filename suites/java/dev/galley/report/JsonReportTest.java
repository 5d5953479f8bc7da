package dev.galley.report;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testng.annotations.Test;

public class JsonReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String sample() {
    return new JsonReport().render(SampleResult.withEverything(), ReportOptions.PLAIN);
  }

  @Test
  public void everyFieldIsWritten() throws IOException {
    assertEquals(sample(), TextReportTest.golden("review.json"));
  }

  @Test
  public void theReportFollowsItsSchema() throws IOException {
    assertEquals(schema().validate(JSON.readTree(sample())).toString(), "[]");
  }

  @Test
  public void theSchemaRefusesWhatItDoesNotKnow() throws IOException {
    JsonNode report = JSON.readTree(sample());
    ((ObjectNode) report.get("findings").get(0)).put("severity", "fatal").put("mood", "bad");
    assertEquals(schema().validate(report).size(), 2);
  }

  @Test
  public void textsSurviveAndNothingSteersATerminal() throws IOException {
    String text = sample();
    assertFalse(text.contains("\u001b"));
    assertFalse(text.contains("\u202e"));
    assertTrue(text.contains("李雷"), "letters are left as they are");
    JsonNode patch = JSON.readTree(text).get("patches").get(2);
    assertEquals(patch.get("subject").asText(), "ring: \u001b[31mUse\u001b[0m it \u202eeverywhere");
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JSON.readTree(Files.readString(Path.of("docs/schema/review-1.json"))));
  }
}

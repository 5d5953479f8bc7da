package dev.galley.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.galley.finding.Fact;
import dev.galley.finding.Finding;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Skip;
import dev.galley.finding.Status;
import dev.galley.report.Whereabouts;
import dev.galley.review.Gate;
import dev.galley.review.ReviewResult;
import dev.galley.review.ReviewResult.BaseInfo;
import dev.galley.review.ReviewResult.CheckRun;
import dev.galley.series.Series;
import java.io.IOException;
import java.util.Locale;

/** Writes a review result as JSON, field by field in a fixed order. */
public final class ReviewJson {

  private static final String SCHEMA = "galley/review-1";

  private final ReviewResult result;
  private final Series series;
  private final Gate gate;
  private final JsonGenerator json;

  private ReviewJson(ReviewResult result, Gate gate, JsonGenerator json) {
    this.result = result;
    this.series = result.series();
    this.gate = gate;
    this.json = json;
  }

  /** The document, with a line feed at its end. */
  public static String write(ReviewResult result, Gate gate) {
    return SafeJson.document(json -> new ReviewJson(result, gate, json).document());
  }

  private void document() throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    new SeriesJson(series, json).write();
    json.writeStringField("profile", result.profile());
    base();
    json.writeObjectFieldStart("gate");
    json.writeStringField("level", gate.name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("passed", result.passes(gate));
    json.writeEndObject();
    json.writeArrayFieldStart("patches");
    PatchJson patches = new PatchJson(result, json);
    for (var slot : series.slots()) {
      patches.write(slot);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("findings");
    for (Finding finding : result.findings()) {
      finding(finding);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("skipped");
    for (Skip skip : result.skipped()) {
      json.writeStartObject();
      json.writeStringField("check", skip.check());
      json.writeNumberField("patch", skip.patch());
      json.writeStringField("reason", skip.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    LedgerJson.write(result.ledger(), json);
    stats();
    json.writeEndObject();
  }

  private void base() throws IOException {
    if (result.base().isEmpty()) {
      json.writeNullField("base");
      return;
    }
    BaseInfo base = result.base().get();
    json.writeObjectFieldStart("base");
    json.writeStringField("description", base.description());
    json.writeStringField("tree", base.treeId());
    json.writeNumberField("matched", base.matched());
    json.writeNumberField("indexLines", base.indexLines());
    json.writeBooleanField("guessed", base.guessed());
    json.writeEndObject();
  }

  private void finding(Finding finding) throws IOException {
    Place place = finding.place();
    json.writeStartObject();
    json.writeStringField("check", finding.check());
    json.writeStringField("severity", finding.severity().label());
    json.writeNumberField("patch", place.patch());
    json.writeStringField("path", place.path());
    json.writeNumberField("line", place.line());
    json.writeStringField("side", place.side().label());
    json.writeStringField("function", place.function());
    json.writeObjectFieldStart("mail");
    json.writeStringField("source", Whereabouts.source(series, place));
    boolean known = place.mailLine() > 0 || !place.isInTree();
    json.writeNumberField("line", known ? Whereabouts.sourceLine(series, place) : 0);
    json.writeEndObject();
    json.writeStringField("message", finding.message());
    json.writeArrayFieldStart("facts");
    for (Fact fact : finding.facts()) {
      json.writeStartObject();
      json.writeStringField("key", fact.key());
      json.writeStringField("value", fact.value());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("excerpt");
    for (String line : finding.excerpt()) {
      json.writeString(line);
    }
    json.writeEndArray();
    json.writeStringField("fix", finding.fix());
    status(finding.status());
    json.writeEndObject();
  }

  private void status(Status status) throws IOException {
    if (status instanceof Status.FixedLater later) {
      json.writeStringField("status", "fixed-later");
      json.writeNumberField("fixedBy", later.patch());
    } else if (status instanceof Status.Suppressed suppressed) {
      json.writeStringField("status", "suppressed");
      json.writeStringField("reason", suppressed.reason());
    } else {
      json.writeStringField("status", status.isOpen() ? "open" : "inherited");
    }
  }

  private void stats() throws IOException {
    json.writeObjectFieldStart("stats");
    json.writeNumberField("errors", result.open(Severity.ERROR));
    json.writeNumberField("warnings", result.open(Severity.WARNING));
    json.writeNumberField("notes", result.open(Severity.NOTE));
    json.writeNumberField("fixedLater", count(Status.FixedLater.class));
    json.writeNumberField("inherited", count(Status.Inherited.class));
    json.writeNumberField("suppressed", count(Status.Suppressed.class));
    json.writeNumberField("skipped", result.skipped().size());
    json.writeNumberField("runs", result.runs().size());
    long checks = result.runs().stream().map(CheckRun::check).distinct().count();
    json.writeNumberField("checks", checks);
    json.writeEndObject();
  }

  private long count(Class<? extends Status> status) {
    return result.findings().stream().map(Finding::status).filter(status::isInstance).count();
  }
}

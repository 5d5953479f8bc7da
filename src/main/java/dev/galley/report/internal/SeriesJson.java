package dev.galley.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.galley.mail.PatchMail;
import dev.galley.report.Whereabouts;
import dev.galley.series.AssemblyRemark;
import dev.galley.series.CollectedTrailer;
import dev.galley.series.Series;
import dev.galley.series.Series.Duplicate;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The {@code series} of a JSON report. */
final class SeriesJson {

  private final Series series;
  private final JsonGenerator json;

  SeriesJson(Series series, JsonGenerator json) {
    this.series = series;
    this.json = json;
  }

  void write() throws IOException {
    json.writeObjectFieldStart("series");
    json.writeStringField("title", series.title());
    Optional<PatchMail> head = Whereabouts.head(series);
    json.writeStringField("subject", head.map(PatchMail::taggedSubject).orElse(""));
    json.writeStringField("author", head.map(PatchMail::authorName).orElse(""));
    json.writeStringField("email", head.map(PatchMail::authorEmail).orElse(""));
    json.writeStringField("date", head.map(PatchMail::date).orElse(""));
    json.writeStringField("messageId", head.map(PatchMail::messageId).orElse(""));
    json.writeStringField("source", head.map(m -> m.mail().origin().source()).orElse(""));
    json.writeNumberField("version", series.version());
    json.writeNumberField("total", series.total());
    json.writeBooleanField("cover", series.cover().isPresent());
    json.writeBooleanField("rfc", series.isRfc());
    json.writeBooleanField("complete", series.isComplete());
    json.writeArrayFieldStart("missing");
    for (int number : series.missing()) {
      json.writeNumber(number);
    }
    json.writeEndArray();
    duplicates();
    trailers();
    remarks();
    json.writeNumberField("replies", series.replies().size());
    json.writeEndObject();
  }

  private void duplicates() throws IOException {
    json.writeArrayFieldStart("duplicates");
    for (Duplicate duplicate : series.duplicates()) {
      json.writeStartObject();
      json.writeNumberField("patch", duplicate.patch());
      json.writeBooleanField("sameContent", duplicate.sameContent());
      json.writeStringField("messageId", duplicate.mail().messageId());
      json.writeStringField("source", duplicate.mail().mail().origin().source());
      json.writeNumberField("line", duplicate.mail().mail().origin().line());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void trailers() throws IOException {
    json.writeArrayFieldStart("trailers");
    for (CollectedTrailer collected : series.collected()) {
      json.writeStartObject();
      json.writeNumberField("patch", collected.patch());
      json.writeStringField("key", collected.trailer().key());
      json.writeStringField("value", collected.trailer().value());
      json.writeStringField("fromName", collected.fromName());
      json.writeStringField("fromEmail", collected.fromEmail());
      json.writeStringField("messageId", collected.messageId());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void remarks() throws IOException {
    json.writeArrayFieldStart("remarks");
    for (AssemblyRemark remark : series.remarks()) {
      json.writeStartObject();
      String kind = remark.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      json.writeStringField("kind", kind);
      json.writeNumberField("patch", remark.patch());
      json.writeStringField("message", remark.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}

package dev.galley.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.galley.mail.MailOrigin;
import dev.galley.mail.PatchMail;
import dev.galley.patch.FileChange;
import dev.galley.review.ReviewResult;
import dev.galley.review.ReviewResult.CheckRun;
import dev.galley.review.ReviewResult.PatchVerdict;
import dev.galley.series.SeriesPatch;
import dev.galley.series.Slot;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** One of the {@code patches} of a JSON report. */
final class PatchJson {

  private final ReviewResult result;
  private final JsonGenerator json;

  PatchJson(ReviewResult result, JsonGenerator json) {
    this.result = result;
    this.json = json;
  }

  void write(Slot slot) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", slot.number());
    json.writeBooleanField("present", slot.found().isPresent());
    Optional<PatchMail> mail = slot.found().map(SeriesPatch::mail);
    json.writeStringField("subject", mail.map(PatchMail::subject).orElse(""));
    json.writeStringField("author", mail.map(PatchMail::authorName).orElse(""));
    json.writeStringField("email", mail.map(PatchMail::authorEmail).orElse(""));
    json.writeStringField("date", mail.map(PatchMail::date).orElse(""));
    json.writeStringField("messageId", mail.map(PatchMail::messageId).orElse(""));
    Optional<MailOrigin> origin = mail.map(found -> found.mail().origin());
    json.writeStringField("source", origin.map(MailOrigin::source).orElse(""));
    json.writeNumberField("line", origin.map(MailOrigin::line).orElse(0L));
    json.writeArrayFieldStart("files");
    if (slot.found().isPresent()) {
      for (FileChange file : slot.found().get().diff().files()) {
        file(file);
      }
    }
    json.writeEndArray();
    apply(slot.number());
    json.writeArrayFieldStart("checks");
    for (CheckRun run : result.runs()) {
      if (run.patch() == slot.number()) {
        json.writeString(run.check());
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void file(FileChange file) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", file.path());
    json.writeStringField("oldPath", file.oldPath());
    json.writeStringField("kind", file.kind().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("binary", file.isBinary());
    json.writeNumberField("added", file.added());
    json.writeNumberField("removed", file.removed());
    json.writeEndObject();
  }

  private void apply(int number) throws IOException {
    PatchVerdict verdict =
        result.patches().stream()
            .filter(patch -> patch.number() == number)
            .findFirst()
            .orElse(new PatchVerdict(number, PatchVerdict.State.NOT_TRIED, "", ""));
    json.writeObjectFieldStart("apply");
    String state = verdict.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    json.writeStringField("state", state);
    json.writeStringField("message", verdict.message());
    json.writeStringField("tree", verdict.treeId());
    json.writeEndObject();
  }
}

package dev.galley.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.galley.convert.Fate;
import dev.galley.convert.Ledger;
import dev.galley.convert.LedgerEntry;
import dev.galley.convert.Reason;
import dev.galley.convert.Said;
import dev.galley.search.Elsewhere;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes a ledger as JSON, field by field in a fixed order. */
final class LedgerJson {

  private LedgerJson() {}

  static void write(Ledger ledger, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("ledger");
    json.writeArrayFieldStart("accounts");
    for (Ledger.Account account : ledger.accounts()) {
      account(account, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("said");
    for (Said said : ledger.said()) {
      said(said, json);
    }
    json.writeEndArray();
    strings("notes", ledger.notes(), json);
    json.writeEndObject();
  }

  private static void account(Ledger.Account account, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rule", account.rule().name());
    json.writeStringField("left", account.rule().left().text());
    json.writeStringField("pattern", account.pattern());
    json.writeNumberField("reads", account.reads());
    json.writeNumberField("untyped", account.untyped());
    json.writeArrayFieldStart("entries");
    for (LedgerEntry entry : account.entries()) {
      entry(entry, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("elsewhere");
    for (Elsewhere other : account.others()) {
      json.writeStartObject();
      json.writeStringField("path", other.path());
      json.writeNumberField("line", other.line());
      json.writeStringField("what", other.what());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void entry(LedgerEntry entry, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", entry.path());
    json.writeNumberField("before", entry.before());
    json.writeNumberField("after", entry.after());
    json.writeNumberField("addedBy", entry.added());
    json.writeStringField("function", entry.function());
    json.writeStringField("expression", entry.expression());
    json.writeStringField("excerpt", entry.excerpt());
    json.writeStringField("condition", entry.condition());
    json.writeStringField("kind", entry.kind().label());
    strings("types", entry.types(), json);
    json.writeStringField("doubt", entry.doubt());
    json.writeStringField("fate", entry.fate().label());
    json.writeNumberField("patch", patch(entry.fate()));
    json.writeStringField("helper", helper(entry.fate()));
    json.writeStringField(
        "quote", entry.fate() instanceof Fate.Exempt exempt ? exempt.said().quote() : "");
    json.writeArrayFieldStart("reasons");
    for (Reason reason : entry.reasons()) {
      json.writeStartObject();
      json.writeStringField("sort", reason.sort().label());
      json.writeStringField("text", reason.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static int patch(Fate fate) {
    if (fate instanceof Fate.Converted converted) {
      return converted.patch();
    }
    return fate instanceof Fate.Removed removed ? removed.patch() : 0;
  }

  private static String helper(Fate fate) {
    if (fate instanceof Fate.Converted converted) {
      return converted.helper();
    }
    if (fate instanceof Fate.HelperBody body) {
      return body.helper();
    }
    return fate instanceof Fate.BaseMacro macro ? macro.wrapper() : "";
  }

  private static void said(Said said, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("patch", said.patch());
    json.writeStringField("sort", said.sort().name().toLowerCase(Locale.ROOT));
    strings("paths", said.paths(), json);
    strings("functions", said.functions(), json);
    json.writeStringField("words", said.words());
    json.writeStringField("sentence", said.sentence());
    json.writeNumberField("mailLine", said.mailLine());
    json.writeEndObject();
  }

  private static void strings(String name, List<String> texts, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}

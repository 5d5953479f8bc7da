package dev.galley.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.galley.convert.Rule;
import dev.galley.convert.RuleBook;
import java.io.IOException;
import java.util.List;

/** Writes rules as JSON, field by field in a fixed order. */
public final class RuleBookJson {

  private static final String SCHEMA = "galley/rules-1";

  private RuleBookJson() {}

  /** The document, with a line feed at its end. */
  public static String write(RuleBook book, List<String> remarks) {
    return SafeJson.document(json -> document(book, remarks, json));
  }

  private static void document(RuleBook book, List<String> remarks, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeArrayFieldStart("changes");
    for (int patch : book.changes()) {
      json.writeStartObject();
      json.writeNumberField("patch", patch);
      json.writeArrayFieldStart("rules");
      for (Rule rule : book.after(patch)) {
        rule(rule, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("remarks");
    for (String remark : remarks) {
      json.writeString(remark);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void rule(Rule rule, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", rule.name());
    json.writeArrayFieldStart("variables");
    for (Rule.Variable variable : rule.variables()) {
      json.writeStartObject();
      json.writeStringField("name", variable.name());
      json.writeStringField("declaration", variable.declaration());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("left", rule.left().text());
    json.writeStringField("right", rule.right().text());
    if (rule.origin() instanceof Rule.Origin.Helper helper) {
      json.writeObjectFieldStart("helper");
      json.writeStringField("path", helper.path());
      json.writeNumberField("line", helper.line());
      json.writeNumberField("patch", helper.patch());
      json.writeEndObject();
    } else if (rule.origin() instanceof Rule.Origin.Observed observed) {
      json.writeNumberField("observed", observed.times());
    } else if (rule.origin() instanceof Rule.Origin.Written written) {
      json.writeObjectFieldStart("written");
      json.writeStringField("file", written.file());
      json.writeNumberField("line", written.line());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}

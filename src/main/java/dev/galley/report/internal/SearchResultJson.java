package dev.galley.report.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.galley.search.Doubt;
import dev.galley.search.SearchResult;
import dev.galley.search.Site;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Writes what a search found as JSON, field by field in a fixed order. */
public final class SearchResultJson {

  private static final String SCHEMA = "galley/search-1";

  private SearchResultJson() {}

  /** The document, with a line feed at its end; doubts are always in it. */
  public static String write(SearchResult result) {
    return SafeJson.document(json -> document(result, json));
  }

  private static void document(SearchResult result, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("pattern", result.pattern());
    json.writeStringField("base", result.base());
    json.writeArrayFieldStart("sites");
    for (Site site : result.sites()) {
      json.writeStartObject();
      place(site, json);
      json.writeArrayFieldStart("evidence");
      for (String line : site.evidence()) {
        json.writeString(line);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unknown");
    for (Doubt doubt : result.doubts()) {
      json.writeStartObject();
      place(doubt.site(), json);
      json.writeStringField("reason", doubt.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("others");
    for (Map.Entry<String, Integer> other : result.others().entrySet()) {
      json.writeNumberField(other.getKey(), other.getValue());
    }
    json.writeEndObject();
    json.writeNumberField("files", result.files());
    json.writeEndObject();
  }

  private static void place(Site site, JsonGenerator json) throws IOException {
    json.writeStringField("path", site.path());
    json.writeNumberField("line", site.line());
    json.writeNumberField("column", site.column());
    json.writeNumberField("length", site.span().length());
    json.writeStringField("kind", site.kind().label());
    optional("function", site.function(), json);
    optional("macro", site.macro(), json);
    optional("condition", site.condition(), json);
    json.writeStringField("text", site.excerpt());
  }

  private static void optional(String name, Optional<String> value, JsonGenerator json)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }
}

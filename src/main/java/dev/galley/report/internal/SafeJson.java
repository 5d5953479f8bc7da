package dev.galley.report.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Documents of JSON: indented, escaped so that no terminal is steered, with a line feed at their
 * end.
 */
final class SafeJson {

  private SafeJson() {}

  /** What writes the fields of a document. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  static String document(Body body) {
    StringWriter text = new StringWriter();
    JsonFactory factory = new JsonFactory();
    factory.setCharacterEscapes(new SafeEscapes());
    try (JsonGenerator json = factory.createGenerator(text)) {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot fail to be written", e);
    }
    return text.append('\n').toString();
  }
}

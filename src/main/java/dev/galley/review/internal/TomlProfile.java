package dev.galley.review.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A profile file as its tables and strings, before anything is believed. */
public final class TomlProfile {

  private static final int LINE_OF_UNKNOWN = 0;

  private final JsonNode root;

  private TomlProfile(JsonNode root) {
    this.root = root;
  }

  /** A file that is not TOML. */
  public static final class NotToml extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    NotToml(int line, String message) {
      super(message);
      this.line = line;
    }

    /** Counted from 1; 0 when not known. */
    public int line() {
      return line;
    }
  }

  public static TomlProfile parse(String text) throws NotToml {
    try {
      return new TomlProfile(new TomlMapper().readTree(text));
    } catch (JsonProcessingException notToml) {
      int line =
          notToml.getLocation() == null ? LINE_OF_UNKNOWN : notToml.getLocation().getLineNr();
      throw new NotToml(line, notToml.getOriginalMessage());
    }
  }

  /** The keys at the top that are not expected. */
  public List<String> unknownKeys(List<String> known) {
    return unknown(root, known);
  }

  /** A text at the top; empty when it is not there or not a text. */
  public String text(String key) {
    return root.path(key).isTextual() ? root.path(key).textValue() : "";
  }

  /** The tables of an array of tables, each as its texts. */
  public List<Map<String, String>> tables(String key) {
    List<Map<String, String>> tables = new ArrayList<>();
    for (JsonNode table : root.path(key)) {
      Map<String, String> texts = new TreeMap<>();
      for (Iterator<String> names = table.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        texts.put(name, table.path(name).asText());
      }
      tables.add(texts);
    }
    return tables;
  }

  private static List<String> unknown(JsonNode table, List<String> known) {
    List<String> unknown = new ArrayList<>();
    for (Iterator<String> names = table.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        unknown.add(name);
      }
    }
    return unknown;
  }
}

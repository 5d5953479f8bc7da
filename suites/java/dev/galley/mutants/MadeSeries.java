package dev.galley.mutants;

import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A series made up in a test, from the files after each patch. */
final class MadeSeries {

  private final List<Map<String, String>> states = new ArrayList<>();
  private final List<String> subjects = new ArrayList<>();

  private MadeSeries(Map<String, String> base) {
    states.add(new TreeMap<>(base));
  }

  static MadeSeries on(Map<String, String> base) {
    return new MadeSeries(base);
  }

  /** One more patch, which makes these files so. */
  MadeSeries patch(String subject, Map<String, String> files) {
    Map<String, String> next = new TreeMap<>(states.get(states.size() - 1));
    next.putAll(files);
    states.add(next);
    subjects.add(subject);
    return this;
  }

  Bytes mbox() {
    List<Sketch.MailWords> words = new ArrayList<>();
    words.add(new Sketch.MailWords("", "", ""));
    int total = subjects.size();
    for (int i = 1; i <= total; i++) {
      words.add(
          new Sketch.MailWords(
              "From: A U Thor <author@galley.example>\n",
              String.format(Locale.ROOT, "[PATCH %d/%d] %s", i, total, subjects.get(i - 1)),
              "No functional change.\n\nSigned-off-by: A U Thor <author@galley.example>\n"));
    }
    return SketchWriter.write(new Sketch(words, states, List.of()));
  }

  /** Writes the files before the first patch. */
  void writeBase(Path folder) throws IOException {
    for (Map.Entry<String, String> file : states.get(0).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, file.getValue());
    }
  }
}

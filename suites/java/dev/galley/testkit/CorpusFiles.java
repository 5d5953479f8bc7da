package dev.galley.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testng.SkipException;

/** The reference corpus, where the machine has it, and the files of known exceptions beside it. */
public final class CorpusFiles {

  private static final Path FIXTURES = Path.of("fixtures", "oracle");

  private CorpusFiles() {}

  /** The corpus folder; skips the test where there is none. */
  public static Path folder() {
    return Optional.ofNullable(System.getProperty("galley.corpus"))
        .filter(name -> !name.isBlank())
        .or(() -> Optional.ofNullable(System.getenv("GALLEY_CORPUS")))
        .map(Path::of)
        .filter(Files::isDirectory)
        .orElseThrow(
            () -> new SkipException("no corpus: set galley.corpus or GALLEY_CORPUS to its folder"));
  }

  /** Every mbox of a set ({@code series}, {@code oddities}, …), sorted by name. */
  public static List<Path> mboxes(String set) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(set))) {
      return files.filter(file -> file.toString().matches(".*\\.mbox(\\.gz)?")).sorted().toList();
    }
  }

  /** The rows of a table with a line of column names; missing cells at the end are empty. */
  public static List<Map<String, String>> table(String path) throws IOException {
    List<String> lines = Files.readAllLines(folder().resolve(path));
    String[] names = lines.get(0).split("\t", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], i < cells.length ? cells[i] : "");
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw new IllegalStateException(path + " is empty");
    }
    return rows;
  }

  /** Known exceptions of an oracle test: name and reason, from {@code fixtures/oracle/FILE}. */
  public static Map<String, String> exceptions(String file) throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FIXTURES.resolve(file))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.split(": ", 2);
        if (parts.length != 2 || parts[1].isBlank()) {
          throw new IllegalStateException(file + ": no reason in: " + line);
        }
        known.put(parts[0], parts[1]);
      }
    }
    return known;
  }
}

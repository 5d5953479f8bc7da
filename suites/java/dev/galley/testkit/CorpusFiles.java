package dev.galley.testkit;

import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.testng.SkipException;

/**
 * What a machine may have for tests and this repository has not: the reference corpus of real mails
 * and a kernel tree; with the files of known exceptions to them.
 */
public final class CorpusFiles {

  private static final Path FIXTURES = Path.of("fixtures", "oracle");

  private CorpusFiles() {}

  /** The corpus folder; skips the test where there is none. */
  public static Path folder() {
    Path folder = named("galley.corpus", "GALLEY_CORPUS", "corpus of mails");
    if (!Files.isDirectory(folder)) {
      throw new SkipException("no corpus of mails: " + folder + " is not a folder");
    }
    return folder;
  }

  /** The kernel's work tree with its repository; skips the test where there is none. */
  public static Path kernel() {
    Path folder = named("galley.kernel", "GALLEY_KERNEL", "kernel tree");
    if (!Files.isDirectory(folder.resolve(".git"))) {
      throw new SkipException("no kernel tree: " + folder + " has no repository");
    }
    return folder;
  }

  private static Path named(String property, String variable, String what) {
    return choose(
            Optional.ofNullable(System.getProperty(property)),
            Optional.ofNullable(System.getenv(variable)))
        .orElseThrow(
            () -> new SkipException("no " + what + ": neither " + property + " nor " + variable));
  }

  /**
   * The folder that a property names, else the one that the environment names. A blank name is no
   * name: Maven sets the property always, and {@code Path.of("")} would be the working directory.
   */
  static Optional<Path> choose(Optional<String> property, Optional<String> environment) {
    return property
        .filter(name -> !name.isBlank())
        .or(() -> environment.filter(name -> !name.isBlank()))
        .map(Path::of);
  }

  /** Every mbox of a set ({@code series}, {@code oddities}, …), sorted by name; never empty. */
  public static List<Path> mboxes(String set) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(set))) {
      return mboxes(files, set);
    }
  }

  /** Every mbox of the corpus, sorted; never empty. */
  public static List<Path> mboxes() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return mboxes(files, "all sets");
    }
  }

  private static List<Path> mboxes(Stream<Path> files, String where) {
    List<Path> found =
        files.filter(file -> file.toString().matches(".*\\.mbox(\\.gz)?")).sorted().toList();
    if (found.isEmpty()) {
      throw new IllegalStateException("no mbox in the corpus: " + where);
    }
    return found;
  }

  /** The octets of a file, decompressed by the JDK. */
  public static Bytes octets(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.wrap(
          file.toString().endsWith(".gz")
              ? new GZIPInputStream(in).readAllBytes()
              : in.readAllBytes());
    }
  }

  /** One line of a table, by the names of the columns. */
  public record Row(Map<String, String> cells) {

    /** A cell, perhaps empty; there must be a column of that name. */
    public String get(String column) {
      return Optional.ofNullable(cells.get(column))
          .orElseThrow(() -> new IllegalArgumentException("no column " + column));
    }
  }

  /** The rows of a table with a line of column names; never empty, every row has every cell. */
  public static List<Row> table(String path) throws IOException {
    List<String> lines = Files.readAllLines(folder().resolve(path));
    String[] names = lines.get(0).split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != names.length) {
        throw new IllegalStateException(path + ": " + line);
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(new Row(row));
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

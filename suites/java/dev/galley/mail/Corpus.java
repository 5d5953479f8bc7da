package dev.galley.mail;

import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.testng.SkipException;

/** The reference corpus: mboxes and what git made of them. */
final class Corpus {

  private static final String SEPARATOR = "From mboxrd@z ";

  private Corpus() {}

  /** The corpus folder; skips the test where there is none. */
  static Path folder() {
    return Optional.ofNullable(System.getProperty("galley.corpus"))
        .or(() -> Optional.ofNullable(System.getenv("GALLEY_CORPUS")))
        .map(Path::of)
        .filter(Files::isDirectory)
        .orElseThrow(
            () -> new SkipException("no corpus: set galley.corpus or GALLEY_CORPUS to its folder"));
  }

  /** Every mbox of a set, sorted by name. */
  static List<Path> mboxes(String set) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(set))) {
      return files.filter(file -> file.toString().matches(".*\\.mbox(\\.gz)?")).sorted().toList();
    }
  }

  static Bytes octets(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.wrap(
          file.toString().endsWith(".gz")
              ? new GZIPInputStream(in).readAllBytes()
              : in.readAllBytes());
    }
  }

  /** One line of a table of truth. */
  record Row(Map<String, String> cells) {

    String get(String column) {
      return Optional.ofNullable(cells.get(column)).orElseThrow();
    }
  }

  /** The lines of a table of truth, by column name. */
  static List<Row> rows(String table) throws IOException {
    List<String> lines = Files.readAllLines(folder().resolve("truth").resolve(table));
    String[] names = lines.get(0).split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells.length != names.length) {
        throw new IllegalStateException(table + ": " + line);
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  /** The mails of a file of the corpus. */
  static List<Bytes> mailsOf(String file) {
    try {
      return mails(octets(folder().resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mails of an mboxrd file, unquoted; the empty line before a separator stays, as in git. */
  static List<Bytes> mails(Bytes mbox) {
    List<Bytes> mails = new ArrayList<>();
    List<Bytes> pieces = new ArrayList<>();
    boolean open = false;
    for (int at = 0; at < mbox.length(); ) {
      int next = mbox.nextLine(at);
      if (mbox.startsWith(SEPARATOR, at)) {
        if (open) {
          mails.add(Bytes.concat(pieces));
        }
        pieces.clear();
        open = true;
      } else {
        pieces.add(mbox.slice(isQuoted(mbox, at) ? at + 1 : at, next));
      }
      at = next;
    }
    if (open) {
      mails.add(Bytes.concat(pieces));
    }
    return mails;
  }

  private static boolean isQuoted(Bytes mbox, int at) {
    int from = at;
    while (from < mbox.length() && mbox.at(from) == '>') {
      from++;
    }
    return from > at && mbox.startsWith("From ", from);
  }
}

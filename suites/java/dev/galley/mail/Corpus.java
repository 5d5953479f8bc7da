package dev.galley.mail;

import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceSpec;
import dev.galley.mail.source.Sources;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.testng.SkipException;

/** The reference corpus: mboxes and what git made of them. */
final class Corpus {

  private Corpus() {}

  /** The corpus folder; skips the test where there is none. */
  static Path folder() {
    return Optional.ofNullable(System.getProperty("galley.corpus"))
        .filter(name -> !name.isBlank())
        .or(() -> Optional.ofNullable(System.getenv("GALLEY_CORPUS")))
        .filter(name -> !name.isBlank())
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

  /** The mails of an mbox of the corpus, by its path in the corpus. */
  static List<Bytes> mailsOf(String file) {
    return mailsOf(folder().resolve(file));
  }

  static List<Bytes> mailsOf(Path mbox) {
    List<Bytes> mails = new ArrayList<>();
    try (MailSource source = Sources.open(SourceSpec.of(mbox.toString()), Limits.DEFAULT)) {
      source.forEach(mail -> mails.add(mail.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SourceException e) {
      throw new IllegalStateException(mbox.toString(), e);
    }
    return mails;
  }
}

package dev.galley.mail.source;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.testng.SkipException;

/** Files of real mail, where there are some. */
final class Corpus {

  private Corpus() {}

  /** The folder; skips the test if there is none. */
  static Path folder() {
    String name =
        Optional.ofNullable(System.getProperty("galley.corpus"))
            .filter(value -> !value.isBlank())
            .or(() -> Optional.ofNullable(System.getenv("GALLEY_CORPUS")))
            .orElseThrow(
                () ->
                    new SkipException(
                        "no corpus: set -Dgalley.corpus=DIR or the environment's GALLEY_CORPUS"));
    Path folder = Path.of(name);
    if (!Files.isDirectory(folder)) {
      throw new SkipException("no corpus: " + folder + " is not a folder");
    }
    return folder;
  }

  /** Every mbox below the folder, sorted. */
  static List<Path> mboxes() {
    try (Stream<Path> all = Files.walk(folder())) {
      List<Path> found =
          all.filter(
                  file -> file.toString().endsWith(".mbox") || file.toString().endsWith(".mbox.gz"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new AssertionError("no mbox in " + folder());
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The octets of an mbox, decompressed by the JDK. */
  static Bytes octets(Path mbox) throws IOException {
    byte[] raw = Files.readAllBytes(mbox);
    if (mbox.toString().endsWith(".gz")) {
      raw = new GZIPInputStream(new ByteArrayInputStream(raw)).readAllBytes();
    }
    return Bytes.wrap(raw);
  }

  /** All mails of a source and its problems. */
  record Taken(List<RawMail> mails, List<SourceProblem> problems) {

    Bytes framed() {
      return Bytes.concat(mails.stream().map(RawMail::framed).toList());
    }
  }

  static Taken all(MailSource source) throws IOException {
    List<RawMail> mails = new ArrayList<>();
    try (source) {
      source.forEach(mails::add);
      return new Taken(mails, source.problems());
    }
  }

  static Taken stream(byte[] octets, Limits limits) throws IOException, SourceException {
    return all(Sources.stream("test", new ByteArrayInputStream(octets), limits));
  }
}

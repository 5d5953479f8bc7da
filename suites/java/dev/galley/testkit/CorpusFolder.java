package dev.galley.testkit;

import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.testng.SkipException;

/** The reference corpus of real mails, which is not a part of this repository. */
public final class CorpusFolder {

  private CorpusFolder() {}

  /** The folder; skips the test where there is none. */
  public static Path path() {
    return Optional.ofNullable(System.getProperty("galley.corpus"))
        .or(() -> Optional.ofNullable(System.getenv("GALLEY_CORPUS")))
        .map(Path::of)
        .filter(Files::isDirectory)
        .orElseThrow(
            () -> new SkipException("no corpus: set galley.corpus or GALLEY_CORPUS to its folder"));
  }

  /** Every mbox of a set, sorted by name; never empty. */
  public static List<Path> mboxes(String set) throws IOException {
    try (Stream<Path> files = Files.list(path().resolve(set))) {
      List<Path> found =
          files.filter(file -> file.toString().matches(".*\\.mbox(\\.gz)?")).sorted().toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("no mbox in the corpus set " + set);
      }
      return found;
    }
  }

  /** The octets of a file, decompressed. */
  public static Bytes octets(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Bytes.wrap(
          file.toString().endsWith(".gz")
              ? new GZIPInputStream(in).readAllBytes()
              : in.readAllBytes());
    }
  }
}

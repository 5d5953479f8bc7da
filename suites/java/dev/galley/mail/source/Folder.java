package dev.galley.mail.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for one test, deleted at its end. */
record Folder(Path path) implements AutoCloseable {

  static Folder create() throws IOException {
    return new Folder(Files.createTempDirectory("galley-source"));
  }

  /** Writes a file, with the folders above it. */
  Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String name, byte[] octets) throws IOException {
    Path file = path.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, octets);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      Path[] inside = all.toArray(Path[]::new);
      for (int i = inside.length - 1; i >= 0; i--) {
        Files.delete(inside[i]);
      }
    }
  }
}

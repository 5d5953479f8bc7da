package dev.galley.mail;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The mails in fixtures/mail, by name. */
final class MailFixtures {

  private static final Path FOLDER = Path.of("fixtures/mail");

  private MailFixtures() {}

  static Map<String, Bytes> all() throws IOException {
    Map<String, Bytes> mails = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".eml")).toList()) {
        mails.put(file.getFileName().toString(), Bytes.wrap(Files.readAllBytes(file)));
      }
    }
    if (mails.isEmpty()) {
      throw new IllegalStateException("no mail in " + FOLDER.toAbsolutePath());
    }
    return mails;
  }

  static Mail named(String name) throws IOException {
    return read(Bytes.wrap(Files.readAllBytes(FOLDER.resolve(name + ".eml"))));
  }

  static Mail read(Bytes octets) {
    return MailReader.read(new MailOrigin("test", 1, 0, 1), octets, Limits.DEFAULT).value();
  }
}

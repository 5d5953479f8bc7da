package dev.galley.mail.source;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All mails of a source and its problems. */
record Taken(List<RawMail> mails, List<SourceProblem> problems) {

  /** Reads a source to its end. */
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

  Bytes framed() {
    return Bytes.concat(mails.stream().map(RawMail::framed).toList());
  }
}

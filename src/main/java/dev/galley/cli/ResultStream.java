package dev.galley.cli;

import dev.galley.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output that remembers why writing failed; a PrintStream keeps that to itself. */
final class ResultStream extends OutputStream {

  private static final String CLOSED_PIPE = "Broken pipe";

  private final OutputStream out;
  private Optional<String> failure = Optional.empty();

  ResultStream(OutputStream out) {
    this.out = out;
  }

  /** The first failure; a pipe closed by its reader, as {@code head} does, is none. */
  Optional<String> failure() {
    return failure;
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    try {
      out.write(octets, offset, length);
    } catch (IOException e) {
      String why = Failure.reason(e);
      if (failure.isEmpty() && !why.contains(CLOSED_PIPE)) {
        failure = Optional.of(Printable.line(why));
      }
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}

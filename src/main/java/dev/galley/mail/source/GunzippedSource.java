package dev.galley.mail.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A source inside of a gzip file: adds what was wrong with the compression. */
final class GunzippedSource implements MailSource {

  private final MailSource inner;
  private final GunzipStream gunzip;

  GunzippedSource(MailSource inner, GunzipStream gunzip) {
    this.inner = inner;
    this.gunzip = gunzip;
  }

  @Override
  public SourceKind kind() {
    return inner.kind();
  }

  @Override
  public Optional<RawMail> next() throws IOException {
    return inner.next();
  }

  @Override
  public List<SourceProblem> problems() {
    List<SourceProblem> all = new ArrayList<>(inner.problems());
    gunzip.problem().ifPresent(all::add);
    return List.copyOf(all);
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }
}

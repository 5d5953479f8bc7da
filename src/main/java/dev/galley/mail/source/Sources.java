package dev.galley.mail.source;

import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.mail.source.internal.Repositories;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens sources of mails, whatever they are: the content decides, not the name. */
public final class Sources {

  private Sources() {}

  /**
   * Opens a source. {@code -} is the standard input of the process.
   *
   * @throws SourceException if no mail can be read from it; the message says what to do
   * @throws IOException if reading fails
   */
  public static MailSource open(SourceSpec spec, Limits limits)
      throws IOException, SourceException {
    return open(spec, limits, System.in);
  }

  /** As {@link #open(SourceSpec, Limits)} with another stream for {@code -}. */
  public static MailSource open(SourceSpec spec, Limits limits, InputStream standardInput)
      throws IOException, SourceException {
    String name = spec.location();
    if (name.equals(SourceSpec.STANDARD_INPUT)) {
      checkSelection(spec);
      return stream(name, standardInput, limits);
    }
    Path path = path(name);
    if (!Files.exists(path)) {
      throw new SourceException(
          SourceProblem.error(
              Kind.MISSING,
              name,
              "there is no such file or folder",
              "Give a file, a folder, DIR:REV..REV for commits, or - for standard input."));
    }
    if (!Files.isDirectory(path)) {
      checkSelection(spec);
      return file(name, path, limits);
    }
    if (!Files.isReadable(path)) {
      throw unreadable(name);
    }
    Optional<MailSource> repository = Repositories.open(spec, path, limits);
    if (repository.isPresent()) {
      return repository.get();
    }
    checkSelection(spec);
    return Folders.isMaildir(path)
        ? Folders.maildir(name, path, limits)
        : Folders.folder(name, path, limits);
  }

  private static void checkSelection(SourceSpec spec) throws SourceException {
    if (!(spec.selection() instanceof SourceSpec.Everything)) {
      throw new SourceException(
          SourceProblem.error(
              Kind.NO_SELECTION,
              spec.location(),
              "this is no git repository; commits or a thread can only be picked from one",
              "Leave the part after the colon away, or give the repository's folder."));
    }
  }

  /** Opens what a stream holds; closing the source closes the stream. */
  public static MailSource stream(String name, InputStream in, Limits limits)
      throws IOException, SourceException {
    PeekStream outer = PeekStream.of(in);
    if (!GunzipStream.isGzip(outer.head().toArray(), outer.head().length())) {
      return plain(name, outer, limits);
    }
    GunzipStream gunzip = new GunzipStream(outer, name, limits.inflatedBytes());
    PeekStream inner = PeekStream.of(gunzip);
    Optional<SourceProblem> problem = gunzip.problem();
    if (inner.head().isEmpty() && problem.isPresent()) {
      throw new SourceException(problem.get());
    }
    if (GunzipStream.isGzip(inner.head().toArray(), inner.head().length())) {
      throw new SourceException(
          SourceProblem.error(
              Kind.COMPRESSION,
              name,
              "this is a gzip file inside of a gzip file",
              "Decompress it once:  gzip -dc FILE | galley review -"));
    }
    return new GunzippedSource(plain(name, inner, limits), gunzip);
  }

  private static MailSource plain(String name, PeekStream in, Limits limits)
      throws SourceException {
    SourceKind kind = Recognition.of(name, in);
    return kind == SourceKind.MBOX
        ? new MboxSource(name, in, limits)
        : new SingleSource(kind, name, in, limits);
  }

  /** Opens one file that is not a folder. */
  static MailSource file(String name, Path path, Limits limits)
      throws IOException, SourceException {
    if (!Files.isReadable(path)) {
      throw unreadable(name);
    }
    InputStream in = Files.newInputStream(path);
    try {
      return stream(name, in, limits);
    } catch (SourceException | IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  private static SourceException unreadable(String name) {
    return new SourceException(
        SourceProblem.error(
            Kind.UNREADABLE, name, "this cannot be read: permission denied", "See:  ls -l"));
  }

  private static Path path(String name) throws SourceException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new SourceException(
          SourceProblem.error(Kind.MISSING, name, "this cannot be the name of a file"));
    }
  }
}

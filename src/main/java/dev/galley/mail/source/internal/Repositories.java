package dev.galley.mail.source.internal;

import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceProblem;
import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.mail.source.SourceSpec;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;

/** Git repositories as sources of mails. They are only read, never written. */
public final class Repositories {

  private static final int MOST_EPOCHS = 1000;

  private Repositories() {}

  /**
   * Opens what a folder holds, if that is a repository or an archive of several.
   *
   * @throws SourceException if it is one, but does not have what is asked for
   */
  public static Optional<MailSource> open(SourceSpec spec, Path folder, Limits limits)
      throws IOException, SourceException {
    List<ArchiveSource.Epoch> epochs = epochs(spec.location(), folder);
    if (!epochs.isEmpty()) {
      return Optional.of(archive(spec, epochs, limits));
    }
    Optional<Repository> found = repository(spec, folder);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Repository repository = found.get();
    try {
      if (!Archive.isArchive(repository)) {
        if (!(spec.selection() instanceof SourceSpec.Commits wanted)) {
          throw noSelection(spec);
        }
        CommitSource source = new CommitSource(spec.location(), repository, limits);
        source.select(wanted.revisions());
        return Optional.of(source);
      }
    } catch (SourceException | IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
    return Optional.of(
        archive(spec, List.of(new ArchiveSource.Epoch(spec.location(), repository)), limits));
  }

  private static Optional<Repository> repository(SourceSpec spec, Path folder)
      throws IOException, SourceException {
    try {
      return Archive.repository(folder);
    } catch (RepositoryNotFoundException e) {
      throw new SourceException(
          SourceProblem.error(
              Kind.UNREADABLE, spec.location(), "this looks like a git repository but is none"));
    }
  }

  /** The repositories git/0.git, git/1.git, … of an archive in several epochs. */
  private static List<ArchiveSource.Epoch> epochs(String name, Path folder) throws IOException {
    List<ArchiveSource.Epoch> epochs = new ArrayList<>();
    for (int i = 0; i < MOST_EPOCHS; i++) {
      String part = "git/" + i + ".git";
      Path path = folder.resolve(part);
      Optional<Repository> repository =
          Files.isDirectory(path) ? Archive.repository(path) : Optional.empty();
      if (repository.isPresent()) {
        epochs.add(new ArchiveSource.Epoch(name + "/" + part, repository.get()));
      } else if (!epochs.isEmpty()) {
        break;
      }
    }
    return epochs;
  }

  private static MailSource archive(
      SourceSpec spec, List<ArchiveSource.Epoch> epochs, Limits limits)
      throws IOException, SourceException {
    ArchiveSource source = new ArchiveSource(spec.location(), epochs, limits);
    try {
      if (spec.selection() instanceof SourceSpec.InThread wanted) {
        source.selectThread(wanted.messageId());
      } else if (spec.selection() instanceof SourceSpec.Commits) {
        throw new SourceException(
            SourceProblem.error(
                Kind.NO_SELECTION,
                spec.location(),
                "this is a public-inbox archive; a range of its commits is no series",
                "Name a mail of the thread:  DIR:MESSAGE-ID"));
      } else {
        source.selectAll();
      }
      return source;
    } catch (SourceException | IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static SourceException noSelection(SourceSpec spec) {
    boolean thread = spec.selection() instanceof SourceSpec.InThread;
    return new SourceException(
        SourceProblem.error(
            Kind.NO_SELECTION,
            spec.location(),
            thread
                ? "this git repository is no public-inbox archive; it has no mails by message-id"
                : "this is a git repository; it is not said which of its commits are meant",
            "Name the commits:  DIR:REV..REV, for example  DIR:origin/master..HEAD"));
  }
}

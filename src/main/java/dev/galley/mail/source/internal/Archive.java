package dev.galley.mail.source.internal;

import dev.galley.git.Hermetic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * Reads one repository of a public-inbox archive, or finds out that a repository is none.
 *
 * @see <a href="https://public-inbox.org/public-inbox-v2-format.html">public-inbox v2 format: each
 *     commit holds one mail as the file "m", or as "d" if it takes a mail back</a>
 */
final class Archive {

  /** What a commit of an archive does. */
  record Entry(ObjectId blob, boolean isDeletion) {}

  private Archive() {}

  /** Opens the repository in a folder (bare, or with a work tree); empty if there is none. */
  static Optional<Repository> repository(Path folder) throws IOException {
    Hermetic.install();
    FileRepositoryBuilder builder = new FileRepositoryBuilder();
    Optional<Path> above = Optional.ofNullable(folder.toAbsolutePath().getParent());
    above.ifPresent(parent -> builder.addCeilingDirectory(parent.toFile()));
    builder.findGitDir(folder.toAbsolutePath().toFile());
    if (builder.getGitDir() == null) {
      return Optional.empty();
    }
    return Optional.of(builder.setMustExist(true).build());
  }

  /** The newest commit. */
  static Optional<ObjectId> tip(Repository repository) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    return Optional.ofNullable(head != null ? head : repository.resolve("refs/heads/master"));
  }

  /** Whether the newest commit looks like one of an archive. */
  static boolean isArchive(Repository repository) throws IOException {
    Optional<ObjectId> tip = tip(repository);
    if (tip.isEmpty()) {
      return false;
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      return entry(reader, commit(reader, tip.get())).isPresent();
    }
  }

  static RevCommit commit(ObjectReader reader, ObjectId id) throws IOException {
    return RevCommit.parse(reader.open(id, Constants.OBJ_COMMIT).getCachedBytes());
  }

  /** The mail of a commit; empty if its tree is another thing. */
  static Optional<Entry> entry(ObjectReader reader, RevCommit commit) throws IOException {
    CanonicalTreeParser tree = new CanonicalTreeParser();
    tree.reset(reader, commit.getTree());
    if (tree.eof() || tree.getEntryPathLength() != 1) {
      return Optional.empty();
    }
    String name = tree.getEntryPathString();
    boolean isFile = (tree.getEntryRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
    ObjectId blob = tree.getEntryObjectId();
    tree.next(1);
    if (!tree.eof() || !isFile || !(name.equals("m") || name.equals("d"))) {
      return Optional.empty();
    }
    return Optional.of(new Entry(blob, name.equals("d")));
  }
}

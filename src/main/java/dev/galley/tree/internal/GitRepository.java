package dev.galley.tree.internal;

import dev.galley.git.Hermetic;
import dev.galley.tree.BaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Finds and opens git repositories, for reading only. */
public final class GitRepository {

  private GitRepository() {}

  /** Whether a folder is a work tree's top, a {@code .git} folder or a bare repository. */
  public static boolean isRepository(Path directory) {
    return Files.exists(directory.resolve(".git")) || isGitDirectory(directory);
  }

  private static boolean isGitDirectory(Path directory) {
    return Files.isRegularFile(directory.resolve("HEAD"))
        && (Files.isDirectory(directory.resolve("objects"))
            || Files.isRegularFile(directory.resolve("commondir")));
  }

  /**
   * Opens the tree of a revision.
   *
   * @param revision what names a commit or tree; empty for HEAD
   */
  public static GitBase openBase(Path directory, String revision) throws IOException {
    Repository repository = open(directory);
    try {
      return resolve(repository, directory, revision);
    } catch (IOException | RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  static Repository open(Path directory) throws BaseException {
    Hermetic.install();
    try {
      Path gitDirectory = gitDirectory(directory);
      refuseOtherFormats(directory, gitDirectory);
      return new FileRepository(
          new FileRepositoryBuilder().setGitDir(gitDirectory.toFile()).setMustExist(true).setup());
    } catch (BaseException e) {
      throw e;
    } catch (IOException | IllegalArgumentException e) {
      throw new BaseException(
          "base " + directory + ": the git repository cannot be opened: " + e.getMessage(), e);
    }
  }

  private static Path gitDirectory(Path directory) throws IOException {
    Path dotGit = directory.resolve(".git");
    if (Files.isDirectory(dotGit)) {
      return dotGit;
    }
    if (Files.isRegularFile(dotGit)) {
      String text = Files.readString(dotGit, StandardCharsets.UTF_8).strip();
      if (!text.startsWith("gitdir:")) {
        throw new BaseException("base " + directory + ": its file .git does not name a repository");
      }
      return directory.resolve(text.substring("gitdir:".length()).strip()).normalize();
    }
    return directory;
  }

  private static void refuseOtherFormats(Path directory, Path gitDirectory) throws IOException {
    Path common = gitDirectory;
    Path commonFile = gitDirectory.resolve("commondir");
    if (Files.isRegularFile(commonFile)) {
      common = gitDirectory.resolve(Files.readString(commonFile, StandardCharsets.UTF_8).strip());
    }
    Path config = common.resolve("config");
    if (!Files.isRegularFile(config)) {
      return;
    }
    for (String line : Files.readString(config, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      String setting = line.strip().toLowerCase(Locale.ROOT).replace(" ", "");
      if (setting.startsWith("objectformat=") && !setting.equals("objectformat=sha1")) {
        throw new BaseException(
            "base "
                + directory
                + ": the repository's object format is "
                + setting.substring("objectformat=".length())
                + ", only sha1 can be read: give a plain folder of the sources instead");
      }
    }
  }

  private static GitBase resolve(Repository repository, Path directory, String revision)
      throws IOException {
    String wanted = revision.isEmpty() ? Constants.HEAD : revision;
    String where = "base " + directory + ": ";
    ObjectId id;
    try {
      id = repository.resolve(wanted);
    } catch (AmbiguousObjectException e) {
      throw new BaseException(
          where + "revision '" + wanted + "' is ambiguous: give more digits of the commit id", e);
    } catch (RevisionSyntaxException | IncorrectObjectTypeException e) {
      throw new BaseException(where + "'" + wanted + "' is no revision: " + e.getMessage(), e);
    }
    if (id == null) {
      throw new BaseException(
          where
              + (revision.isEmpty()
                  ? "the repository has no commit yet"
                  : "the repository has no revision '" + wanted + "': fetch it, or name another"));
    }
    Optional<Path> workTree =
        Optional.of(directory).filter(top -> Files.exists(top.resolve(".git")));
    try (RevWalk walk = new RevWalk(repository)) {
      RevObject object = walk.peel(walk.parseAny(id));
      if (object instanceof RevCommit commit) {
        return new GitBase(repository, commit.copy(), commit.getTree().copy(), workTree);
      }
      if (object instanceof RevTree tree) {
        return new GitBase(repository, ObjectId.zeroId(), tree.copy(), workTree);
      }
      throw new BaseException(where + "'" + wanted + "' names a file, not a commit or tree");
    } catch (MissingObjectException e) {
      throw new BaseException(
          where + "revision '" + wanted + "' is not in the repository (" + e.getMessage() + ")", e);
    }
  }
}

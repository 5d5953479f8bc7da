package dev.galley.tree;

import dev.galley.tree.internal.FolderBase;
import dev.galley.tree.internal.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens bases. */
public final class Bases {

  private Bases() {}

  /**
   * Opens a base for reading.
   *
   * @throws BaseException if there is no such folder or revision, or git's data cannot be read
   */
  public static BaseTree open(BaseSpec spec) throws IOException {
    Path directory = spec.directory();
    if (!Files.isDirectory(directory)) {
      throw new BaseException(
          "base "
              + directory
              + (Files.exists(directory) ? " is not a folder" : " does not exist")
              + ": name a git repository or a source folder");
    }
    if (GitRepository.isRepository(directory)) {
      return GitRepository.openBase(directory, spec.revision());
    }
    if (!spec.revision().isEmpty()) {
      throw new BaseException(
          "base "
              + directory
              + " is not a git repository, so it has no revision '"
              + spec.revision()
              + "': leave out @"
              + spec.revision());
    }
    return FolderBase.open(directory);
  }
}

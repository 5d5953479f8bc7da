package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import dev.galley.tree.BaseException;
import dev.galley.tree.BaseTree;
import dev.galley.tree.CommitInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plain folder of sources. Reads only the files that are asked for. */
public final class FolderBase extends FolderTree implements BaseTree {

  private FolderBase(Path root) {
    super(root, Map.of());
  }

  /** Opens a folder that exists. */
  public static FolderBase open(Path directory) throws BaseException {
    try {
      return new FolderBase(directory.toRealPath());
    } catch (IOException e) {
      throw new BaseException("base " + directory + " cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public String describe() {
    return "folder";
  }

  @Override
  public Optional<String> commitId() {
    return Optional.empty();
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public boolean isShallow() {
    return false;
  }

  @Override
  public Optional<CommitInfo> commit(String idPrefix) {
    return Optional.empty();
  }

  @Override
  public boolean isAncestor(String commitId) {
    return false;
  }

  @Override
  public List<String> subjectsOf(String path, int max) {
    return List.of();
  }

  @Override
  public Optional<Bytes> blob(String idPrefix) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // Nothing is kept open.
  }
}

package dev.galley.tree.internal;

import dev.galley.tree.FileBuffer;
import dev.galley.tree.TreeEntry;
import dev.galley.tree.TreeFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The files of a git tree, read from the work tree where that has the same octets and from the
 * objects where it has not.
 *
 * <p>Directories that git's index knows to be the tree's are listed from there: a kernel has 6000,
 * each an object of its own.
 */
final class GitFiles implements TreeFiles {

  private final GitObjects objects;
  private final ObjectId root;
  private final Optional<WorkTree> workTree;

  GitFiles(GitObjects objects, ObjectId root) {
    this.objects = objects;
    this.root = root;
    this.workTree = objects.workTree();
  }

  @Override
  public List<File> list(Predicate<String> wanted) {
    List<File> files = new ArrayList<>();
    directory("", root, workTree.flatMap(WorkTree::directories), wanted, files);
    return files;
  }

  private void directory(
      String path,
      ObjectId id,
      Optional<IndexDirectory> known,
      Predicate<String> wanted,
      List<File> files) {
    if (known.isPresent() && known.get().isTree(id)) {
      known.get().addFiles(wanted, files);
      return;
    }
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(objects.tree(id));
    for (; !parser.eof(); parser.next()) {
      byte[] name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      String below = path + new String(name, StandardCharsets.UTF_8);
      int type = parser.getEntryRawMode() & TreeEntry.TYPE_MASK;
      if (parser.getEntryRawMode() == FileMode.TYPE_TREE) {
        String directory = below + "/";
        directory(
            directory,
            parser.getEntryObjectId(),
            known.flatMap(index -> index.child(directory)),
            wanted,
            files);
      } else if (type == FileMode.TYPE_FILE && wanted.test(below)) {
        ObjectId blob = parser.getEntryObjectId();
        files.add(new GitFile(below, blob, workTree.flatMap(work -> work.stamp(below, blob))));
      }
    }
  }

  @Override
  public Reader open() {
    return new GitReader();
  }

  private final class GitReader implements Reader {

    private final BlobReader blobs = objects.blobReader();

    @Override
    public Optional<String> read(File file, FileBuffer buffer) {
      GitFile wanted = (GitFile) file;
      if (workTree.isPresent()
          && wanted.stamp().isPresent()
          && workTree.get().readAsStamped(wanted.path(), wanted.stamp().get(), buffer)) {
        return Optional.empty();
      }
      return exact(wanted, buffer);
    }

    @Override
    public Optional<String> confirm(File file, FileBuffer buffer) {
      GitFile wanted = (GitFile) file;
      return wanted.stamp().isEmpty() || blobs.isBlob(wanted.blob(), buffer)
          ? Optional.empty()
          : blobs.read(wanted.blob(), buffer);
    }

    /** Hashing a file is several times faster than inflating an object. */
    private Optional<String> exact(GitFile wanted, FileBuffer buffer) {
      boolean found =
          workTree.isPresent()
              && workTree.get().read(wanted.path(), buffer)
              && blobs.isBlob(wanted.blob(), buffer);
      return found ? Optional.empty() : blobs.read(wanted.blob(), buffer);
    }

    @Override
    public void close() {
      blobs.close();
    }
  }
}

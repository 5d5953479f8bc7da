package dev.galley.tree.internal;

import dev.galley.tree.FileBuffer;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeEntry;
import dev.galley.tree.TreeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The files of a folder with the changes over it: no link is followed, the top's .git left out. */
record FolderFiles(Path root, Map<String, Tree.Edit> edits) implements TreeFiles {

  private record Found(String path) implements File {
    @Override
    public Optional<String> id() {
      return Optional.empty();
    }
  }

  @Override
  public List<File> list(Predicate<String> wanted) {
    List<File> files = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Walk(wanted, files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    edits.forEach(
        (path, edit) -> {
          if ((edit.mode() & TreeEntry.TYPE_MASK) == (TreeEntry.FILE & TreeEntry.TYPE_MASK)
              && wanted.test(path)) {
            files.add(new Found(path));
          }
        });
    files.sort(Comparator.comparing(File::path, Utf8Order.INSTANCE));
    return files;
  }

  private final class Walk extends SimpleFileVisitor<Path> {

    private final Predicate<String> wanted;
    private final List<File> files;

    Walk(Predicate<String> wanted, List<File> files) {
      this.wanted = wanted;
      this.files = files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return directory.equals(root.resolve(".git")) || edits.containsKey(path(directory))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = path(file);
      if (attributes.isRegularFile()
          && path.indexOf('\\') < 0
          && wanted.test(path)
          && !edits.containsKey(path)) {
        files.add(new Found(path));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) {
      // As a listing of the folder has it: what cannot be listed is empty.
      return FileVisitResult.CONTINUE;
    }

    private String path(Path file) {
      String path = root.relativize(file).toString();
      return new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
  }

  @Override
  public Reader open() {
    return new FolderReader();
  }

  private final class FolderReader implements Reader {

    private static final int ATTEMPTS = 3;

    @Override
    public Optional<String> read(File file, FileBuffer buffer) {
      Tree.Edit edit = edits.get(file.path());
      if (edit != null) {
        buffer.set(edit.bytes());
        return Optional.empty();
      }
      try {
        Path path = root.resolve(file.path());
        for (int i = 0; i < ATTEMPTS; i++) {
          BasicFileAttributes is =
              Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (!is.isRegularFile()) {
            return Optional.of("it is no regular file any more");
          }
          if (is.size() > WorkTree.MAX_FILE) {
            return Optional.of(
                "it has " + is.size() + " octets, " + WorkTree.MAX_FILE + " are allowed");
          }
          if (WorkTree.readWhole(path, (int) is.size(), buffer)) {
            return Optional.empty();
          }
        }
        return Optional.of("its size changes while it is read");
      } catch (IOException e) {
        return Optional.of("it cannot be read: " + e.getClass().getSimpleName());
      }
    }

    @Override
    public Optional<String> confirm(File file, FileBuffer buffer) {
      return Optional.empty();
    }

    @Override
    public void close() {
      // Nothing is kept open.
    }
  }
}

package dev.galley.tree;

import dev.galley.tree.internal.Utf8Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The files of any tree, found by listing its directories. */
record ListedFiles(Tree tree) implements TreeFiles {

  private record Listed(String path, Optional<String> id) implements File {}

  @Override
  public List<File> list(Predicate<String> wanted) {
    List<File> files = new ArrayList<>();
    Deque<String> directories = new ArrayDeque<>(List.of(""));
    while (!directories.isEmpty()) {
      String directory = directories.remove();
      for (String name : tree.list(directory)) {
        String path = directory.isEmpty() ? name : directory + "/" + name;
        if (tree.isDirectory(path)) {
          directories.add(path);
        } else if (wanted.test(path)) {
          tree.entry(path)
              .filter(entry -> !entry.isSymlink() && !entry.isSubmodule())
              .ifPresent(entry -> files.add(new Listed(path, Optional.of(entry.id()))));
        }
      }
    }
    files.sort(Comparator.comparing(File::path, Utf8Order.INSTANCE));
    return files;
  }

  @Override
  public Reader open() {
    return new Reader() {
      @Override
      public Optional<String> read(File file, FileBuffer buffer) {
        Content content = tree.read(file.path());
        content.found().ifPresent(buffer::set);
        return content instanceof Content.Unreadable unreadable
            ? Optional.of(unreadable.reason())
            : content.found().isEmpty() ? Optional.of("it is gone") : Optional.empty();
      }

      @Override
      public Optional<String> confirm(File file, FileBuffer buffer) {
        return Optional.empty();
      }

      @Override
      public void close() {
        // Nothing is kept open.
      }
    };
  }
}

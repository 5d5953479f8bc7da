package dev.galley.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of a test. */
final class TempFolders {

  private TempFolders() {}

  static Path make() throws IOException {
    return Files.createTempDirectory("galley-tree").toRealPath();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Everything that can be seen of a folder: names, kinds, times and contents. */
  static Map<String, String> snapshot(Path folder) throws IOException {
    TreeMap<String, String> seen = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> paths = all.toList();
      for (Path path : paths) {
        String content =
            Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                : "";
        seen.put(
            folder.relativize(path).toString(),
            Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + content);
      }
    }
    return seen;
  }
}

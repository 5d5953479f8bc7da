package dev.galley.tree.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Repository;

/** Finds attributes that let git write other octets into a work tree than the blob has. */
final class Attributes {

  private static final String FILE = ".gitattributes";

  /** Parts of {@code text}, {@code eol}, {@code crlf}, {@code filter}, {@code ident} and so on. */
  private static final List<String> CONVERTING =
      List.of("text", "eol", "crlf", "filter", "ident", "encoding", "[attr]");

  private Attributes() {}

  /** Whether any file of attributes names one that converts, whatever the paths are. */
  static boolean convert(Path root, Repository repository, DirCache index) throws IOException {
    Set<Path> files = new TreeSet<>();
    files.add(root.resolve(FILE));
    files.add(repository.getCommonDirectory().toPath().resolve("info").resolve("attributes"));
    for (int i = 0; i < index.getEntryCount(); i++) {
      byte[] path = index.getEntry(i).getRawPath();
      if (path.length >= FILE.length()
          && new String(path, path.length - FILE.length(), FILE.length(), StandardCharsets.UTF_8)
              .equals(FILE)) {
        files.add(root.resolve(index.getEntry(i).getPathString()));
      }
    }
    for (Path file : files) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
          && (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || converts(file))) {
        return true;
      }
    }
    return false;
  }

  private static boolean converts(Path file) throws IOException {
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      if (!line.startsWith("#") && CONVERTING.stream().anyMatch(line::contains)) {
        return true;
      }
    }
    return false;
  }
}

package dev.galley.kernelc.symbols;

import dev.galley.tree.Tree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that keeps indexes, one file for each tree.
 *
 * <p>A file gets its name only when it is whole and on the disk, so that several processes may
 * write the same one; what is cut or damaged, or of another version, is not used and is written
 * anew. The {@value #KEPT} that were used last are kept.
 */
public final class IndexFolder {

  /** How many indexes stay: one of a kernel has some tens of megabytes. */
  static final int KEPT = 4;

  private static final String ENDING = ".index";

  /** Of what this version writes; another version's files are left to it until they are old. */
  private static final String OWN = "." + IndexImage.VERSION + ENDING;

  private static final String UNFINISHED = ".part";
  private static final Duration FORGOTTEN = Duration.ofHours(6);

  private final Path folder;

  private IndexFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder, made when it is first needed. */
  public static IndexFolder at(Path folder) {
    return new IndexFolder(folder);
  }

  /**
   * The user's: what the property {@code galley.index} names, else {@code galley/index} in {@code
   * XDG_CACHE_HOME} or in {@code ~/.cache}.
   */
  public static IndexFolder ofUser() {
    String property = System.getProperty("galley.index", "");
    if (!property.isBlank()) {
      return at(Path.of(property));
    }
    String cache = Optional.ofNullable(System.getenv("XDG_CACHE_HOME")).orElse("");
    // The specification: a relative path is to be ignored.
    return at(
        (!cache.isBlank() && Path.of(cache).isAbsolute()
                ? Path.of(cache)
                : Path.of(System.getProperty("user.home", "."), ".cache"))
            .resolve("galley")
            .resolve("index"));
  }

  /** Where it is. */
  public Path path() {
    return folder;
  }

  /**
   * An index and what there is to say of it.
   *
   * @param index empty where there is none that can be trusted
   * @param remarks for people: why it was not there, or could not be kept
   */
  public record Answer(Optional<TreeIndex> index, List<String> remarks) {
    public Answer {
      remarks = List.copyOf(remarks);
    }
  }

  /** The index of a tree, if it is there and whole. */
  public Answer find(Tree tree) {
    if (tree.id().isEmpty()) {
      return new Answer(Optional.empty(), List.of("a plain folder has no id to keep an index by"));
    }
    Path file = file(tree.id().get());
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new Answer(Optional.empty(), List.of());
    }
    try {
      SymbolIndex index = open(file);
      if (!index.tree().equals(tree.id().get())) {
        throw new IndexImage.DamagedException("it is another tree's");
      }
      use(file);
      return new Answer(Optional.of(new TreeIndex(index, 0)), List.of());
    } catch (IOException | IndexImage.DamagedException e) {
      return new Answer(
          Optional.empty(), List.of("the index " + file + " is not used: " + e.getMessage()));
    }
  }

  /** The index of a tree, made if it is not there; kept in the folder where that can be written. */
  public Answer findOrBuild(Tree tree) throws IOException {
    Answer there = find(tree);
    return there.index().isPresent() || tree.id().isEmpty()
        ? there
        : build(tree, tree.id().get(), there.remarks());
  }

  private Answer build(Tree tree, String id, List<String> before) throws IOException {
    List<String> remarks = new ArrayList<>(before);
    IndexBuilder.Built built = built(tree, id);
    if (!built.unread().isEmpty()) {
      remarks.add(
          built.unread().size()
              + " files cannot be read, so there is no index: "
              + built.unread().get(0).path()
              + ": "
              + built.unread().get(0).reason());
      return new Answer(Optional.empty(), remarks);
    }
    try {
      write(file(id), built.octets());
    } catch (IOException | UnsupportedOperationException e) {
      remarks.add("the index is not kept: " + folder + " cannot be written: " + e.getMessage());
    }
    ByteBuffer all =
        ByteBuffer.allocate(built.octets().stream().mapToInt(ByteBuffer::remaining).sum());
    built.octets().forEach(part -> all.put(part.duplicate()));
    all.flip();
    return new Answer(Optional.of(new TreeIndex(SymbolIndex.of(all), built.read())), remarks);
  }

  /** With the newest other index, and without it where it turns out to be damaged. */
  private IndexBuilder.Built built(Tree tree, String id) throws IOException {
    for (Path file : newestFirst(OWN)) {
      try {
        return IndexBuilder.build(tree, id, Optional.of(open(file)));
      } catch (IOException | IndexImage.DamagedException e) {
        Files.deleteIfExists(file);
      }
    }
    return IndexBuilder.build(tree, id, Optional.empty());
  }

  private Path file(String tree) {
    return folder.resolve(tree + OWN);
  }

  private static SymbolIndex open(Path file) throws IOException {
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      if (in.size() > Integer.MAX_VALUE) {
        throw new IndexImage.DamagedException("it is too long");
      }
      return SymbolIndex.of(in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()));
    }
  }

  private void write(Path file, List<ByteBuffer> octets) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, "new-", UNFINISHED);
    try {
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
        for (ByteBuffer buffer : octets) {
          ByteBuffer left = buffer.duplicate();
          while (left.hasRemaining()) {
            out.write(left);
          }
        }
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    evict(file);
  }

  /** Marks an index as used now, so that it stays. */
  private static void use(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // Somebody else's folder: its owner decides what stays.
      return;
    }
  }

  private void evict(Path written) throws IOException {
    List<Path> all = newestFirst(ENDING);
    for (Path file : all.subList(Math.min(KEPT, all.size()), all.size())) {
      if (!file.equals(written)) {
        Files.deleteIfExists(file);
      }
    }
    FileTime old = FileTime.from(Instant.now().minus(FORGOTTEN));
    for (Path part : newestFirst(UNFINISHED)) {
      if (timeOf(part).filter(time -> time.compareTo(old) < 0).isPresent()) {
        Files.deleteIfExists(part);
      }
    }
  }

  /** When a file was last used; nothing if another process has removed it. */
  private static Optional<FileTime> timeOf(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private List<Path> newestFirst(String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    record Aged(Path file, FileTime time) {}
    List<Aged> aged = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
        timeOf(file).ifPresent(time -> aged.add(new Aged(file, time)));
      }
    }
    aged.sort(Comparator.comparing(Aged::time).reversed().thenComparing(Aged::file));
    return aged.stream().map(Aged::file).toList();
  }
}

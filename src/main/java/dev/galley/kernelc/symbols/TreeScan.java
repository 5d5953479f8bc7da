package dev.galley.kernelc.symbols;

import dev.galley.text.Bytes;
import dev.galley.tree.FileBuffer;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks through every file of C of a tree for words, on all processors.
 *
 * <p>A word counts wherever it stands, in a comment too: what is found are the files that can
 * matter. Safe for several threads.
 */
public final class TreeScan {

  /** Which of several words a file needs. */
  public enum Needs {
    ANY,
    ALL
  }

  /**
   * A file that has the words.
   *
   * @param bytes its octets, those of the tree's blob
   */
  public record Match(String path, Bytes bytes) {}

  /**
   * A file that nobody looked into.
   *
   * @param reason for people
   */
  public record Unread(String path, String reason) {}

  /**
   * What a scan looked at.
   *
   * @param files how many files were read
   * @param octets of all of them
   * @param unread the files that could not be read, by path: what is in them is not known
   */
  public record Summary(int files, long octets, List<Unread> unread) {
    public Summary {
      unread = List.copyOf(unread);
    }
  }

  private static final int BATCH = 64;

  private final TreeFiles files;
  private final List<TreeFiles.File> list;

  private TreeScan(TreeFiles files, List<TreeFiles.File> list) {
    this.files = files;
    this.list = list;
  }

  /** Lists the files of C of a tree. */
  public static TreeScan of(Tree tree) {
    return of(tree, path -> true);
  }

  /** Lists those files of C of a tree whose paths are wanted. */
  public static TreeScan of(Tree tree, Predicate<String> wanted) {
    TreeFiles files = tree.files();
    return new TreeScan(files, files.list(path -> isC(path) && wanted.test(path)));
  }

  /** Whether a file is read as C, by its name. */
  public static boolean isC(String path) {
    return path.endsWith(".c")
        || path.endsWith(".h")
        || path.endsWith(".c.inc")
        || path.endsWith(".inl");
  }

  /** How many files there are to be read. */
  public int size() {
    return list.size();
  }

  /**
   * Finds the files that have some words.
   *
   * @param words whole words, each of at least one octet
   * @param found gets the files in order of their paths, in the thread that calls
   */
  public Summary scan(Set<String> words, Needs needs, Consumer<Match> found) {
    List<WordSearch> searches = words.stream().sorted().map(WordSearch::new).toList();
    Predicate<FileBuffer> wanted =
        buffer -> {
          Predicate<WordSearch> isIn = word -> word.isIn(buffer.array(), buffer.length());
          return needs == Needs.ALL
              ? searches.stream().allMatch(isIn)
              : searches.stream().anyMatch(isIn);
        };
    int[] read = new int[1];
    long[] octets = new long[1];
    List<Unread> unread = new ArrayList<>();
    List<Range> ranges =
        Stream.iterate(0, start -> start < list.size(), start -> start + BATCH)
            .map(start -> new Range(start, Math.min(start + BATCH, list.size())))
            .toList();
    Batches.run(
        ranges,
        () -> new Looker(files.open(), wanted),
        (looker, range) -> looker.look(list.subList(range.from(), range.to())),
        looked -> {
          looked.matches().forEach(found);
          unread.addAll(looked.unread());
          read[0] += looked.files();
          octets[0] += looked.octets();
        });
    return new Summary(read[0], octets[0], unread);
  }

  private record Range(int from, int to) {}

  private record Looked(List<Match> matches, List<Unread> unread, int files, long octets) {}

  /** One thread's work. */
  private record Looker(TreeFiles.Reader reader, FileBuffer buffer, Predicate<FileBuffer> wanted)
      implements AutoCloseable {

    Looker(TreeFiles.Reader reader, Predicate<FileBuffer> wanted) {
      this(reader, new FileBuffer(), wanted);
    }

    Looked look(List<TreeFiles.File> some) {
      List<Match> matches = new ArrayList<>();
      List<Unread> unread = new ArrayList<>();
      long octets = 0;
      for (TreeFiles.File file : some) {
        Optional<String> problem = reader.read(file, buffer);
        octets += problem.isEmpty() ? buffer.length() : 0;
        if (problem.isEmpty() && wanted.test(buffer)) {
          problem = reader.confirm(file, buffer);
          if (problem.isEmpty() && wanted.test(buffer)) {
            matches.add(new Match(file.path(), buffer.copy()));
          }
        }
        problem.ifPresent(reason -> unread.add(new Unread(file.path(), reason)));
      }
      return new Looked(matches, unread, some.size() - unread.size(), octets);
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}

package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.Hashes.Space;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which files of a tree mention or may define a name, and what each includes.
 *
 * <p>Answers may hold files too many, for two names that share a bucket; they never lack one.
 * Whoever needs to know looks into the files. Safe for several threads. Methods throw {@link
 * IndexImage.DamagedException} where the octets on disk are not those that were written.
 */
final class SymbolIndex implements NameIndex {

  /** The sections, in their order. */
  enum Section {
    PATH_STARTS,
    PATHS,
    BLOBS,
    MENTION_STARTS,
    MENTIONS,
    DEFINITION_STARTS,
    DEFINITIONS,
    /** One octet a file: 1 for a heap of macros. */
    HEAPS,
    INCLUDE_STARTS,
    INCLUDES,
    TARGET_STARTS,
    TARGETS;

    // The order is the format's.
    @SuppressWarnings("EnumOrdinal")
    int number() {
      return ordinal();
    }
  }

  private static final int DIGITS = 40;

  private final IndexImage image;
  private final int files;

  SymbolIndex(IndexImage image) {
    this.image = image;
    this.files = image.length(Section.HEAPS.number());
  }

  /** The index in some octets. */
  static SymbolIndex of(ByteBuffer octets) {
    return new SymbolIndex(IndexImage.read(octets, Section.values().length));
  }

  String tree() {
    return image.tree();
  }

  /** How many files it covers. */
  int files() {
    return files;
  }

  int octets() {
    return image.length();
  }

  @Override
  public List<String> mentions(String word) {
    return paths(mentioning(word));
  }

  @Override
  public List<String> definers(Space space, String name) {
    int[] mentioning = mentioning(name);
    int bucket = Hashes.definition(space, Hashes.of(name));
    int[] defining = row(Section.DEFINITION_STARTS, Section.DEFINITIONS, bucket);
    return paths(
        IntStream.of(mentioning)
            .filter(
                file ->
                    Arrays.binarySearch(defining, file) >= 0
                        || (space == Space.MACRO && isHeap(file)))
            .toArray());
  }

  @Override
  public Optional<List<String>> includes(String path) {
    int file = find(path);
    if (file < 0) {
      return Optional.empty();
    }
    List<String> targets = new ArrayList<>();
    ByteBuffer numbers =
        image.row(Section.INCLUDE_STARTS.number(), Section.INCLUDES.number(), file);
    while (numbers.hasRemaining()) {
      targets.add(text(Section.TARGET_STARTS, Section.TARGETS, numbers.getInt()));
    }
    return Optional.of(targets);
  }

  @Override
  public boolean has(String path) {
    return find(path) >= 0;
  }

  boolean isHeap(int file) {
    return image.slice(Section.HEAPS.number(), file, file + 1).get() != 0;
  }

  String path(int file) {
    return text(Section.PATH_STARTS, Section.PATHS, file);
  }

  String blob(int file) {
    return StandardCharsets.US_ASCII
        .decode(image.slice(Section.BLOBS.number(), file * DIGITS, (file + 1) * DIGITS))
        .toString();
  }

  /** Lists of buckets by file, as they were before they were turned into lists of files. */
  int[][] rowsByFile(Section starts, Section lists) {
    int[] counts = new int[files];
    for (int bucket = 0; bucket < Hashes.BUCKETS; bucket++) {
      for (int file : row(starts, lists, bucket)) {
        counts[file]++;
      }
    }
    int[][] rows = new int[files][];
    Arrays.setAll(rows, file -> new int[counts[file]]);
    for (int bucket = Hashes.BUCKETS - 1; bucket >= 0; bucket--) {
      for (int file : row(starts, lists, bucket)) {
        rows[file][--counts[file]] = bucket;
      }
    }
    return rows;
  }

  private int[] mentioning(String word) {
    return row(Section.MENTION_STARTS, Section.MENTIONS, Hashes.mention(Hashes.of(word)));
  }

  private int[] row(Section starts, Section lists, int number) {
    int[] row = Postings.decode(image.row(starts.number(), lists.number(), number));
    if (row.length > 0 && (row[0] < 0 || row[row.length - 1] >= files)) {
      throw new IndexImage.DamagedException("a list names files that there are not");
    }
    return row;
  }

  private List<String> paths(int[] numbers) {
    return IntStream.of(numbers).mapToObj(this::path).toList();
  }

  private String text(Section starts, Section texts, int number) {
    return StandardCharsets.UTF_8
        .decode(image.row(starts.number(), texts.number(), number))
        .toString();
  }

  private int find(String path) {
    byte[] wanted = path.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = files - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      ByteBuffer row = image.row(Section.PATH_STARTS.number(), Section.PATHS.number(), middle);
      byte[] there = new byte[row.remaining()];
      row.get(there);
      int order = Arrays.compareUnsigned(there, wanted);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}

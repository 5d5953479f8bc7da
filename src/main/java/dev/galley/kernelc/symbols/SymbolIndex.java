package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.Hashes.Space;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Which files of a tree mention or may define a name, and what each includes.
 *
 * <p>Answers may hold files too many, for two names that share a number; they never lack one.
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
    /** Row by row what {@link IncludeTargets} made of the lines in INCLUDES. */
    INCLUDED,
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

  /** Of paths that were looked up or given away: who gets them asks for them again. */
  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

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
    int number = Hashes.definition(space, Hashes.of(name));
    int[] defining = files(Section.DEFINITION_STARTS, Section.DEFINITIONS, number);
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
  public Optional<SymbolIndex> numbered() {
    return Optional.of(this);
  }

  /** What the include lines of a file lead to, as {@link IncludeTargets} has it. */
  IntBuffer included(int file) {
    IntBuffer row =
        image.row(Section.INCLUDE_STARTS.number(), Section.INCLUDED.number(), file).asIntBuffer();
    for (int i = 0; i < row.limit(); i++) {
      if (row.get(i) >= files) {
        throw new IndexImage.DamagedException("an include leads to a file that there is not");
      }
    }
    return row;
  }

  /** The number of the target that a line of a file names. */
  int target(int file, int line) {
    return image
        .row(Section.INCLUDE_STARTS.number(), Section.INCLUDES.number(), file)
        .getInt(line * Integer.BYTES);
  }

  /** A target with the first of the signs around it. */
  String targetText(int number) {
    return text(Section.TARGET_STARTS, Section.TARGETS, number);
  }

  @Override
  public boolean has(String path) {
    return find(path) >= 0;
  }

  boolean isHeap(int file) {
    return image.slice(Section.HEAPS.number(), file, file + 1).get() != 0;
  }

  String path(int file) {
    String path = text(Section.PATH_STARTS, Section.PATHS, file);
    numbers.putIfAbsent(path, file);
    return path;
  }

  String blob(int file) {
    return StandardCharsets.US_ASCII
        .decode(image.slice(Section.BLOBS.number(), file * DIGITS, (file + 1) * DIGITS))
        .toString();
  }

  /** Numbers of names by file, as they were before they were turned into lists of files. */
  int[][] rowsByFile(Section starts, Section lists) {
    int[] counts = new int[files];
    for (int row = 0; row < Hashes.ROWS; row++) {
      for (int entry : row(starts, lists, row)) {
        counts[entry >>> Hashes.FINER]++;
      }
    }
    int[][] rows = new int[files][];
    Arrays.setAll(rows, file -> new int[counts[file]]);
    for (int row = Hashes.ROWS - 1; row >= 0; row--) {
      int[] entries = row(starts, lists, row);
      for (int i = entries.length - 1; i >= 0; i--) {
        int file = entries[i] >>> Hashes.FINER;
        rows[file][--counts[file]] = row << Hashes.FINER | Hashes.rest(entries[i]);
      }
    }
    return rows;
  }

  private int[] mentioning(String word) {
    return files(Section.MENTION_STARTS, Section.MENTIONS, Hashes.mention(Hashes.of(word)));
  }

  private int[] files(Section starts, Section lists, int number) {
    return Postings.files(row(starts, lists, Hashes.row(number)), number);
  }

  private int[] row(Section starts, Section lists, int number) {
    int[] row = Postings.decode(image.row(starts.number(), lists.number(), number));
    if (row.length > 0 && (row[0] < 0 || row[row.length - 1] >>> Hashes.FINER >= files)) {
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

  /** The number of the file at a path; negative where there is none. */
  int find(String path) {
    Integer known = numbers.get(path);
    if (known == null) {
      known = search(path);
      numbers.put(path, known);
    }
    return known;
  }

  private int search(String path) {
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

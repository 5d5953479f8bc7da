package dev.galley.kernelc.symbols;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Follows {@code #include} lines by the numbers that an index gives to files: a header of the
 * kernel leads to a thousand others, by some fifteen thousand lines.
 */
final class IncludeGraph {

  private static final int FIRST = 1024;

  private final SymbolIndex index;
  private final Resolver resolver;
  private final Map<Key, Integer> byArchitecture = new ConcurrentHashMap<>();

  /** Finds the file of a line that architectures decide. */
  interface Resolver {
    Optional<String> resolve(String from, String target, String arch);
  }

  private record Key(String arch, boolean inTools, int target) {}

  IncludeGraph(SymbolIndex index, Resolver resolver) {
    this.index = index;
    this.resolver = resolver;
  }

  /**
   * The files that a file reaches, itself too.
   *
   * @param enough no further file is followed once so many are reached
   */
  Reached from(int from, String arch, int enough) {
    BitSet reached = new BitSet(index.files());
    reached.set(from);
    int[] open = new int[FIRST];
    open[0] = from;
    int count = 1;
    for (int next = 0; next < count && count < enough; next++) {
      int file = open[next];
      IntBuffer targets = index.included(file);
      for (int line = 0; line < targets.limit(); line++) {
        int target = targets.get(line);
        if (target == IncludeTargets.BY_ARCHITECTURE) {
          target = resolved(file, line, arch);
        }
        if (target >= 0 && !reached.get(target)) {
          reached.set(target);
          if (count == open.length) {
            open = Arrays.copyOf(open, 2 * count);
          }
          open[count++] = target;
        }
      }
    }
    return new ByNumber(Arrays.copyOf(open, count), reached);
  }

  private int resolved(int file, int line, String arch) {
    int number = index.target(file, line);
    String path = index.path(file);
    // Of a line that architectures decide nothing lies beside the file: the folder does not count.
    Key key = new Key(arch, path.startsWith("tools/"), number);
    Integer known = byArchitecture.get(key);
    if (known == null) {
      known =
          resolver
              .resolve(path, index.targetText(number), arch)
              .map(index::find)
              .orElse(IncludeTargets.NOWHERE);
      byArchitecture.put(key, known);
    }
    return known;
  }

  /** Files by their numbers. */
  private final class ByNumber implements Reached {

    private final int[] order;
    private final BitSet all;

    ByNumber(int[] order, BitSet all) {
      this.order = order;
      this.all = all;
    }

    @Override
    public boolean contains(String path) {
      int number = index.find(path);
      return number >= 0 && all.get(number);
    }

    @Override
    public List<String> paths() {
      return Arrays.stream(order).mapToObj(index::path).toList();
    }
  }
}

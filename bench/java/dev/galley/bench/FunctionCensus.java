package dev.galley.bench;

import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.lex.Outline;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Cuts every {@code .c} and {@code .h} file of a tree into external declarations and counts them.
 *
 * <p>Arguments: the tree, the number of threads, the number of rounds; with {@code --list} first,
 * prints one line {@code path line name} per function instead, dead branches left out.
 */
public final class FunctionCensus {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  private FunctionCensus() {}

  public static void main(String[] args) throws IOException {
    boolean list = args[0].equals("--list");
    Path tree = Path.of(args[list ? 1 : 0]);
    List<Path> files = sources(tree);
    if (list) {
      files.forEach(file -> functions(tree, file));
      return;
    }
    int threads = Integer.parseInt(args[1]);
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      FunctionCensus census = new FunctionCensus();
      long start = System.nanoTime();
      long octets = census.run(files, threads);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d files, %.1f MB, %d threads: %.1f s, %.1f MB/s%n",
          files.size(),
          octets / 1e6,
          threads,
          seconds,
          octets / 1e6 / seconds);
      if (round == 0) {
        new TreeMap<>(census.counts)
            .forEach((name, count) -> System.out.printf("%10d %s%n", count.sum(), name));
      }
    }
  }

  private static List<Path> sources(Path tree) throws IOException {
    try (Stream<Path> walk = Files.walk(tree)) {
      return walk.filter(path -> path.toString().matches(".*\\.[ch]"))
          .filter(path -> !Files.isSymbolicLink(path) && Files.isRegularFile(path))
          .sorted()
          .toList();
    }
  }

  private static Bytes read(Path file) {
    try {
      return Bytes.wrap(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long run(List<Path> files, int threads) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return pool.submit(() -> files.parallelStream().mapToLong(this::count).sum()).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdown();
    }
  }

  private long count(Path file) {
    Bytes source = read(file);
    Outline outline = Outline.of(source);
    for (External external : outline.externals()) {
      add("external " + external.what());
      if (external.what() == External.What.FUNCTION && external.nameToken() < 0) {
        add("function without a name");
      }
    }
    for (Group group : outline.groups()) {
      add("group " + (group.isIncludeGuard() ? "include guard" : group.shape()));
    }
    outline.problems().forEach(problem -> add("problem: " + problem.message()));
    return source.length();
  }

  private void add(String what) {
    counts.computeIfAbsent(what, key -> new LongAdder()).increment();
  }

  private static void functions(Path tree, Path file) {
    Outline outline = Outline.of(read(file));
    int line = 1;
    int at = 0;
    List<String> lines = new ArrayList<>();
    for (External external : outline.externals()) {
      if (external.what() != External.What.FUNCTION
          || outline.branchesAround(external.firstToken()).stream().anyMatch(Branch::isDead)) {
        continue;
      }
      int token = external.nameToken() < 0 ? external.firstToken() : external.nameToken();
      int start = outline.tokens().start(token);
      line += outline.tokens().source().slice(at, Math.max(at, start)).lineFeeds();
      at = Math.max(at, start);
      lines.add(tree.relativize(file) + " " + line + " " + external.name());
    }
    lines.forEach(System.out::println);
  }
}

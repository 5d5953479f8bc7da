package dev.galley.bench;

import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Parses every external declaration and every function-like macro's body of a kernel tree: {@code
 * ParseCensus TREE FAILURES [--threads N] [--step N] [--rounds N] [--cut | --trees] [PATH…]}.
 *
 * <p>Parses only, each unit with its first branches. With {@code --cut} the functions that {@code
 * #if} cuts through are counted on their own besides, with all their readings; with {@code --trees}
 * all readings of everything are parsed and their trees made, as {@link dev.galley.kernelc.CFile}
 * has them, and nothing else is done.
 *
 * <p>Prints counts and shares per kind of unit and the time per stage; what does not parse goes to
 * the file FAILURES, one line each: kind, path, line, reason, the source line.
 */
public final class ParseCensus {

  /** Larger files are generated tables of {@code #define}s. */
  private static final long LARGEST = 2_000_000;

  private static final long STACK = 1L << 20;
  private static final double NANOS = 1e9;
  private static final double MEGA = 1e6;

  private final Path tree;
  private final List<Path> files = new ArrayList<>();
  private int threads = 2;
  private int step = 1;
  private int rounds = 1;
  private ParsedFile.Work work = ParsedFile.Work.PARSE;

  private ParseCensus(Path tree) {
    this.tree = tree;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ParseCensus census = new ParseCensus(Path.of(arguments[0]));
    census.options(arguments);
    for (int round = 0; round < census.rounds; round++) {
      census.round(Path.of(arguments[1]));
    }
  }

  private void options(String[] arguments) throws IOException {
    List<String> paths = new ArrayList<>();
    for (int i = 2; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--threads" -> threads = Integer.parseInt(arguments[++i]);
        case "--step" -> step = Integer.parseInt(arguments[++i]);
        case "--trees" -> work = ParsedFile.Work.TREES;
        case "--cut" -> work = ParsedFile.Work.PARSE_AND_CUT;
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        default -> paths.add(arguments[i]);
      }
    }
    if (paths.isEmpty()) {
      paths.add("");
    }
    for (String path : paths) {
      try (Stream<Path> found = Files.walk(tree.resolve(path))) {
        found.filter(ParseCensus::isSource).sorted().forEach(files::add);
      }
    }
  }

  private static boolean isSource(Path file) {
    String name = file.toString();
    return (name.endsWith(".c") || name.endsWith(".h"))
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private void round(Path failures) throws IOException, InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<ParseCounts> all = new ArrayList<>();
    List<Thread> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      ParseCounts counts = new ParseCounts();
      all.add(counts);
      Thread thread = new Thread(null, () -> work(next, counts), "census-" + i, STACK);
      running.add(thread);
      thread.start();
    }
    for (Thread thread : running) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    ParseCounts sum = new ParseCounts();
    all.forEach(sum::add);
    Files.write(failures, sum.failures(), StandardCharsets.UTF_8);
    sum.print(System.out);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%.1f MB read in %.1f s with %d threads: %.1f MB/s",
            sum.octets() / MEGA,
            seconds,
            threads,
            sum.octets() / MEGA / seconds));
  }

  private void work(AtomicInteger next, ParseCounts counts) {
    int at = next.getAndAdd(step);
    while (at < files.size()) {
      Path file = files.get(at);
      try {
        if (Files.size(file) <= LARGEST) {
          String name = tree.relativize(file).toString();
          new ParsedFile(name, Bytes.wrap(Files.readAllBytes(file)), counts).run(work);
        } else {
          counts.tooLarge();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file.toString(), e);
      }
      at = next.getAndAdd(step);
    }
  }
}

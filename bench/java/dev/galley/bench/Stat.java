package dev.galley.bench;

import dev.galley.bench.Pipeline.Stage;
import dev.galley.bench.Pipeline.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Times the pipeline on one mbox, round after round in one JVM: {@code Stat FILE [STAGE] [ROUNDS]}.
 * Wall time, and the processor time of the one thread that works, because other work on the machine
 * does not count in that.
 */
public final class Stat {

  private static final double NANOS = 1e9;
  private static final double MEGA = 1e6;

  private Stat() {}

  /** Prints one line a round. */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    Stage stage = arguments.length > 1 ? Stage.valueOf(arguments[1]) : Stage.STAT;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int round = 1; round <= rounds; round++) {
      long wall = System.nanoTime();
      long cpu = threads.getCurrentThreadCpuTime();
      Totals totals;
      try (InputStream in = Files.newInputStream(file)) {
        totals = Pipeline.run(in, stage);
      }
      double wallSeconds = (System.nanoTime() - wall) / NANOS;
      double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / NANOS;
      double megabytes = totals.octets() / MEGA;
      System.out.printf(
          Locale.ROOT,
          "%s round %d: %d mails, %d files, +%d -%d, %.1f MB; wall %.3f s = %.1f MB/s; cpu %.3f s ="
              + " %.1f MB/s%n",
          stage,
          round,
          totals.mails(),
          totals.files(),
          totals.added(),
          totals.removed(),
          megabytes,
          wallSeconds,
          megabytes / wallSeconds,
          cpuSeconds,
          megabytes / cpuSeconds);
    }
  }
}

package dev.galley.bench;

import dev.galley.bench.Pipeline.Stage;
import dev.galley.bench.Pipeline.Totals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Framing and parsing of the whole corpus (every {@code *.mbox} below GALLEY_CORPUS, in memory)
 * with one thread. An operation is one pass over it; the set-up prints its size.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ReadingBenchmark {

  /** The station that the mails are read to. */
  @Param({"FRAME", "HEADERS", "DIFF", "MAILINFO", "STAT"})
  public Stage stage = Stage.FRAME;

  private byte[] mbox = new byte[0];

  /** Reads the corpus. */
  @Setup
  public void load() throws IOException {
    String folder = System.getenv("GALLEY_CORPUS");
    if (folder == null) {
      throw new IllegalStateException("set GALLEY_CORPUS to a folder of mboxes");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      List<Path> sorted = files.filter(file -> file.toString().endsWith(".mbox")).sorted().toList();
      for (Path file : sorted) {
        all.write(Files.readAllBytes(file));
      }
    }
    mbox = all.toByteArray();
    System.out.println("octets a pass: " + mbox.length);
  }

  /** One pass. */
  @Benchmark
  public Totals read() throws IOException {
    return Pipeline.run(new ByteArrayInputStream(mbox), stage);
  }
}

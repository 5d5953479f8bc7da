package dev.galley.review;

import java.io.Closeable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets no check take for ever: each has so much time for a whole series.
 *
 * <p>A check that is still at work then is left behind on its thread, which does not keep the
 * program from ending; nothing that it says later is heard. Checks read values that do not change
 * and a base that several threads may read.
 */
final class Watch implements Closeable {

  private final long allowed;
  private final int seconds;
  private final Map<String, Long> spent = new HashMap<>();
  private ExecutorService worker = newWorker();

  Watch(int seconds) {
    this.seconds = seconds;
    this.allowed = TimeUnit.SECONDS.toNanos(seconds);
  }

  /**
   * Runs a piece of work of a check.
   *
   * @return whether it came to its end; false at once when the check's time was used up before
   */
  boolean run(String check, Runnable work) {
    long left = allowed - spent.getOrDefault(check, 0L);
    if (left <= 0) {
      return false;
    }
    long start = System.nanoTime();
    Future<?> future = worker.submit(work);
    try {
      future.get(left, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException late) {
      worker.shutdownNow();
      worker = newWorker();
      return false;
    } catch (InterruptedException interrupted) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      if (failed.getCause() instanceof RuntimeException broken) {
        throw broken;
      }
      throw new IllegalStateException(failed);
    } finally {
      spent.merge(check, System.nanoTime() - start, Long::sum);
    }
  }

  /** Why something was not checked. */
  String reason() {
    return "takes longer than the " + seconds + " s that a check may take for a series";
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }

  private static ExecutorService newWorker() {
    return Executors.newSingleThreadExecutor(
        work -> {
          Thread thread = new Thread(work, "check");
          thread.setDaemon(true);
          return thread;
        });
  }
}

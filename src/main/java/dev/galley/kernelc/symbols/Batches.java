package dev.galley.kernelc.symbols;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Work on all processors whose results come back in the order of the work. */
final class Batches {

  /** So many pieces may be done or in work before the first of them was taken back. */
  private static final int AHEAD = 64;

  private Batches() {}

  /**
   * Does all pieces of work.
   *
   * @param worker makes what one thread works with; closed at the end
   * @param taken gets the results in order, in the thread that calls
   */
  static <W extends AutoCloseable, T, R> void run(
      List<T> work, Supplier<W> worker, BiFunction<W, T, R> each, Consumer<R> taken) {
    int threads = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(threads, Batches::thread);
    ConcurrentLinkedQueue<W> idle = new ConcurrentLinkedQueue<>();
    try {
      Deque<Future<R>> running = new ArrayDeque<>();
      Iterator<T> left = work.iterator();
      while (left.hasNext() || !running.isEmpty()) {
        while (left.hasNext() && running.size() < AHEAD) {
          T piece = left.next();
          running.add(pool.submit(() -> with(idle, worker, each, piece)));
        }
        taken.accept(get(running.remove()));
      }
    } finally {
      stop(pool);
      idle.forEach(Batches::close);
    }
  }

  /** Nobody may work with what is closed next. */
  private static void stop(ExecutorService pool) {
    pool.shutdownNow();
    try {
      pool.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <W extends AutoCloseable, T, R> R with(
      ConcurrentLinkedQueue<W> idle, Supplier<W> worker, BiFunction<W, T, R> each, T piece) {
    W free = idle.poll();
    W mine = free != null ? free : worker.get();
    try {
      return each.apply(mine, piece);
    } finally {
      idle.add(mine);
    }
  }

  private static <R> R get(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "galley-scan");
    thread.setDaemon(true);
    return thread;
  }

  private static void close(AutoCloseable worker) {
    try {
      worker.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

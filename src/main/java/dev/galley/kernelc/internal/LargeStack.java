package dev.galley.kernelc.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Runs what recurses, and runs it again on a larger stack where the usual one is too small. */
final class LargeStack {

  /** Stands some 25,000 nested parentheses. */
  private static final long OCTETS = 256L << 20;

  private LargeStack() {}

  /**
   * The result of {@code work}, which has no side effects.
   *
   * @throws StackOverflowError if the large stack is too small as well
   */
  static <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError e) {
      return onLargeStack(work);
    }
  }

  private static <T> T onLargeStack(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    new Thread(null, task, "galley-tree", OCTETS).start();
    boolean isInterrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackOverflowError) {
        throw new StackOverflowError("nested too deeply");
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (isInterrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

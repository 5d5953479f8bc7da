package dev.galley.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error for work that takes long; nothing for a pipe, or for quick work. */
final class Progress implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final Terminal terminal;
  private final String task;
  private final long start = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();
  private long steps;

  Progress(Terminal terminal, String task) {
    this.terminal = terminal;
    this.task = task;
  }

  /** One more piece of work is done. */
  void step() {
    steps++;
    if (bar.isPresent()) {
      bar.get().stepTo(steps);
    } else if (terminal.errIsTerminal()
        && steps % 16 == 0
        && System.nanoTime() - start > PATIENCE.toNanos()) {
      bar = Optional.of(open());
    }
  }

  private ProgressBar open() {
    return new ProgressBarBuilder()
        .setTaskName(task)
        .setInitialMax(-1)
        .setStyle(ProgressBarStyle.ASCII)
        .clearDisplayOnFinish()
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
        .build();
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}

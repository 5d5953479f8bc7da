package dev.galley.cli;

import dev.galley.review.Progress;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error for work that takes long; nothing for a pipe, or for quick work. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(700);

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private Optional<ProgressBar> bar = Optional.empty();
  private String task = "";

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void at(String what, long done, long of) {
    if (!terminal.errIsTerminal() || System.nanoTime() - start < PATIENCE.toNanos()) {
      return;
    }
    if (!what.equals(task)) {
      close();
      bar = Optional.of(open(what, of));
      task = what;
    }
    bar.ifPresent(open -> open.stepTo(done));
  }

  private ProgressBar open(String what, long of) {
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(of)
        .setStyle(ProgressBarStyle.ASCII)
        .clearDisplayOnFinish()
        .setUpdateIntervalMillis(200)
        .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), terminal.columns()))
        .build();
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
    task = "";
  }
}

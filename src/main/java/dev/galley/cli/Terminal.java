package dev.galley.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What a process talks to: streams, environment, and what kind of terminal is behind them.
 *
 * @param in standard input
 * @param out standard output, UTF-8: results only
 * @param err standard error, UTF-8: remarks, errors, progress
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param columns width of the terminal; 80 when nobody knows
 * @param environment variables of the process
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    Map<String, String> environment) {

  private static final int USUAL_COLUMNS = 80;
  private static final ResultStream RESULTS =
      new ResultStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));

  public Terminal {
    environment = Map.copyOf(environment);
  }

  /**
   * The terminal of this process. {@code bin/galley} tells with system properties what only a shell
   * can see: which streams are terminals, and how wide they are.
   */
  static Terminal ofProcess() {
    return new Terminal(
        System.in,
        new PrintStream(RESULTS, false, UTF_8),
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, UTF_8),
        Boolean.getBoolean("galley.terminal.out"),
        Boolean.getBoolean("galley.terminal.err"),
        Integer.getInteger("galley.terminal.columns", USUAL_COLUMNS),
        System.getenv());
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  /** Why results did not reach standard output; nothing when the reader only had enough. */
  Optional<String> lost() {
    return RESULTS.failure();
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether results may be coloured when nobody said so: a terminal, and no NO_COLOR. */
  boolean wantsColour() {
    return outIsTerminal
        && variable("NO_COLOR").isEmpty()
        && !variable("TERM").equals(Optional.of("dumb"));
  }

  /** The width for results: a pipe or file gets the usual one, so that it does not depend on it. */
  int resultColumns() {
    return outIsTerminal ? columns : USUAL_COLUMNS;
  }

  /** A remark for the person, beside the results. */
  void remark(String text) {
    err.print("galley: " + text + "\n");
    err.flush();
  }
}

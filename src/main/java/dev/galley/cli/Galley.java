package dev.galley.cli;

import dev.galley.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code galley}. */
@Command(
    name = "galley",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Reviews patch series from mailing lists, with evidence.",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  galley review v2.mbox                   what the mails alone tell",
      "  galley review --base ~/linux v2.mbox    and with the tree they are for",
      "  curl -s URL/t.mbox.gz | galley review - from standard input",
      "  galley explain series/cover-diffstat    why a check says what it says",
      "",
      "Exit status: 0 clean, 1 findings at or above the gate or an incomplete",
      "series, 2 the input or the command line is wrong, 3 a bug of galley."
    })
public final class Galley implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in galley an error arose (also: GALLEY_DEBUG=1).")
  private boolean debug;

  Galley(Terminal terminal) {
    this.terminal = terminal;
  }

  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int status = run(terminal, arguments);
    terminal.out().flush();
    Optional<String> lost = terminal.lost();
    if (lost.isPresent()) {
      terminal.remark("standard output: the result could not be written: " + lost.get());
      status = Math.max(status, ExitStatus.WRONG_INPUT);
    }
    terminal.err().flush();
    // Not exit(): nothing is left to do, and the hooks of libraries cost milliseconds.
    Runtime.getRuntime().halt(status);
  }

  /** Runs a command line and gives the exit status. Never throws, never ends the process. */
  public static int run(Terminal terminal, String... arguments) {
    Galley galley = new Galley(terminal);
    CommandLine line = new CommandLine(galley);
    galley.commands(arguments).forEach(line::addSubcommand);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.wantsColour() ? Ansi.ON : Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(Math.min(Math.max(terminal.resultColumns(), 80), 100));
    line.setParameterExceptionHandler((wrong, given) -> galley.wrongArguments(wrong));
    line.setExecutionExceptionHandler((broken, command, parsed) -> galley.failed(broken));
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError tooMuch) {
      return galley.failed(tooMuch);
    }
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(terminal.err());
    return ExitStatus.WRONG_INPUT;
  }

  Terminal terminal() {
    return terminal;
  }

  private int wrongArguments(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String message = wrong.getMessage();
    terminal.remark(Printable.line(message == null ? "cannot read the command line" : message));
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      for (String guess : unmatched.getSuggestions()) {
        terminal.err().print("  did you mean: " + Printable.line(guess) + "\n");
      }
    }
    String name = command.getCommandSpec().qualifiedName();
    terminal.err().print("  Try: " + name + " --help\n");
    return ExitStatus.WRONG_INPUT;
  }

  private int failed(Throwable thrown) {
    if (debug || terminal.variable("GALLEY_DEBUG").isPresent()) {
      thrown.printStackTrace(terminal.err());
    }
    if (thrown instanceof Failure failure) {
      terminal.remark(String.valueOf(failure.getMessage()));
      return ExitStatus.WRONG_INPUT;
    }
    if (thrown instanceof IOException io) {
      terminal.remark(String.valueOf(Failure.of(io).getMessage()));
      return ExitStatus.WRONG_INPUT;
    }
    String words = Printable.line(String.valueOf(thrown));
    terminal.remark("internal error: " + words);
    terminal
        .err()
        .print(
            "  This is a bug of galley, not of your mails. Run it again with --debug and report"
                + " what it\n  prints, with galley --version and the mails if they are public.\n");
    return ExitStatus.INTERNAL;
  }

  /**
   * The commands that a command line needs: the one that it begins with, else all. Each that
   * picocli is told of takes it ten milliseconds.
   */
  private List<Callable<Integer>> commands(String... arguments) {
    String first = arguments.length == 0 ? "" : arguments[0];
    return switch (first) {
      case "review" -> List.of(new ReviewCommand(terminal));
      case "search" -> List.of(new SearchCommand(terminal));
      case "checks" -> List.of(new ChecksCommand(terminal));
      case "rules" -> List.of(new RulesCommand(terminal));
      case "explain" -> List.of(new ExplainCommand(terminal));
      default ->
          List.of(
              new ReviewCommand(terminal),
              new SearchCommand(terminal),
              new ChecksCommand(terminal),
              new ExplainCommand(terminal),
              new RulesCommand(terminal),
              new CompletionCommand(terminal));
    };
  }
}

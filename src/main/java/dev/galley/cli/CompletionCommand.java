package dev.galley.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code galley completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = "Prints the completion for bash and zsh.",
    footer = {
      "",
      "bash:  source <(galley completion)",
      "zsh:   autoload -U +X bashcompinit && bashcompinit; source <(galley completion)"
    })
final class CompletionCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    terminal.out().print(AutoComplete.bash("galley", root));
    terminal.out().print("\n");
    terminal.out().flush();
    return ExitStatus.CLEAN;
  }
}

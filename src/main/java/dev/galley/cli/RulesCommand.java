package dev.galley.cli;

import dev.galley.convert.Rule;
import dev.galley.convert.RuleBook;
import dev.galley.convert.RuleInference;
import dev.galley.convert.RulePrinter;
import dev.galley.convert.SeriesCodes;
import dev.galley.report.RulesJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code galley rules}. */
@Command(
    name = "rules",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = "Infers conversion rules from a series, and checks files of them.",
    footer = {
      "",
      "A rule says what a helper stands for:",
      "  @ pci_is_sriov_physfn @",
      "  struct pci_dev *dev;",
      "  @@",
      "  - dev->is_physfn",
      "  + pci_is_sriov_physfn(dev)",
      "galley review --rules FILE judges conversions by the rules of a file, too.",
      "docs/rules.md tells the syntax, and what counts as the same."
    })
final class RulesCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  RulesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(terminal.err());
    return ExitStatus.WRONG_INPUT;
  }

  /** What {@code galley rules infer} writes. */
  enum Format {
    TEXT,
    JSON
  }

  @Command(
      name = "infer",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Writes the rules that the helpers of a series stand for, as a rule file.",
      footer = {
        "",
        "Exit status: 0 there are rules, 1 there are none, 2 the input or the command line is",
        "wrong, 3 a bug of galley."
      })
  int infer(
      @Parameters(
              paramLabel = "SERIES",
              arity = "1..*",
              description = "Mails, as galley review takes them.")
          List<String> sources,
      @Option(
              names = "--base",
              paramLabel = "DIR[@REV]",
              description = "The tree that the series is for; its helpers give rules, too.")
          @Nullable String base,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text (the default: a rule file) or json.")
          Format format)
      throws Failure, IOException {
    OrderForm form = OrderForm.of(sources.get(0), Optional.ofNullable(base)).withSources(sources);
    RuleInference.Inferred inferred =
        form.with(
            terminal,
            subject ->
                RuleInference.of(
                    SeriesCodes.of(subject.series(), subject.base(), subject.outcomes())));
    RuleBook book = inferred.book();
    terminal
        .out()
        .print(
            format == Format.JSON
                ? RulesJson.of(book, inferred.remarks())
                : RulePrinter.print(book, inferred.remarks()));
    terminal.out().flush();
    return book.changes().stream().allMatch(patch -> book.after(patch).isEmpty())
        ? ExitStatus.STOPPED
        : ExitStatus.CLEAN;
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Reads a rule file and tells every error in it.",
      footer = {"", "Exit status: 0 it is sound, 2 it is not, 3 a bug of galley."})
  int check(@Parameters(paramLabel = "FILE", description = "The rule file.") String file)
      throws Failure, IOException {
    List<Rule> rules = OrderForm.readRules(file);
    terminal.out().print(rules.size() + (rules.size() == 1 ? " rule, sound\n" : " rules, sound\n"));
    terminal.out().flush();
    return ExitStatus.CLEAN;
  }
}

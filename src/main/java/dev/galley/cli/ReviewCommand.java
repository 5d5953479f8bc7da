package dev.galley.cli;

import dev.galley.report.JsonReport;
import dev.galley.report.LedgerText;
import dev.galley.report.ReportFormat;
import dev.galley.report.ReportOptions;
import dev.galley.report.TextReport;
import dev.galley.review.Gate;
import dev.galley.review.ReviewAnswer;
import dev.galley.review.ReviewResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code galley review}. */
@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Reviews a patch series.",
    footer = {
      "",
      "A SOURCE is an mbox, a mail, a Maildir or a folder of patch files, any of",
      "them gzipped, a public-inbox repository, DIR:REV..REV for commits, or - for",
      "standard input; its content decides, not its name. Of several series or",
      "versions the newest is reviewed, and galley says what else it saw.",
      "",
      "Without --base the patches are checked as they stand, and what needs the",
      "tree is listed as not checked. The base is only read, never written to.",
      "",
      "Examples:",
      "  galley review v2.mbox",
      "  galley review --base ~/linux@v7.2 v2.mbox",
      "  galley review --gate warning --format json -o review.json v2.mbox",
      "  galley review ~/linux:origin/master..topic",
      "  b4 mbox -o - MESSAGE-ID | galley review -",
      "",
      "Exit status: 0 nothing at or above the gate and the series is complete,",
      "1 otherwise, 2 the input or the command line is wrong, 3 a bug of galley."
    })
final class ReviewCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "SOURCE", description = "Where the mails are.")
  private List<String> sources = List.of();

  // Picocli leaves what is not given null; call() turns it into an Optional at once.
  @Option(
      names = "--base",
      paramLabel = "DIR[@REV]",
      description = "The tree the series is for: a git repository or a folder.")
  private @Nullable String base;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      defaultValue = "kernel",
      description = "kernel (the default), linux-pci, or a TOML file.")
  private String profile = "kernel";

  @Option(
      names = "--gate",
      paramLabel = "LEVEL",
      defaultValue = "error",
      description =
          "From which severity on a finding makes the exit status 1: error (the default), warning,"
              + " note, never. An incomplete series always does.")
  private Gate gate = Gate.ERROR;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      description = "text (the default) or json (docs/schema/review-1.json).")
  private String format = "text";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the report to a file: all of it or nothing.")
  private @Nullable Path output;

  @Option(
      names = "--series-version",
      paramLabel = "N",
      description = "Review version N instead of the newest.")
  private @Nullable Integer seriesVersion;

  @Option(
      names = {"--series", "--message-id"},
      paramLabel = "TITLE|ID",
      description = "Review the series with this title, or part of it, or with this mail.")
  private @Nullable String series;

  @Option(
      names = "--suppressions",
      paramLabel = "FILE",
      description = "Findings that were looked at and waved through, one a line, with a reason.")
  private @Nullable String suppressions;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "Conversion rules of your own, as galley rules infer writes them.")
  private @Nullable String rules;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (the default: a terminal, and no NO_COLOR), always or never.")
  private Colour color = Colour.AUTO;

  @Option(
      names = "--ledger",
      description =
          "After the review: every place that the conversions of the series are about, and what"
              + " became of it (docs/ledger.md). JSON always has it.")
  private boolean ledger;

  /** What {@code --format} may name. */
  static final class Formats extends Named<ReportFormat> {
    Formats() {
      super("format", List.of(new TextReport(), new JsonReport()), ReportFormat::name);
    }
  }

  ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Failure, IOException {
    ReportFormat form = new Formats().of(format);
    OrderForm order =
        new OrderForm(
            sources,
            Optional.ofNullable(base),
            profile,
            Optional.ofNullable(suppressions),
            Optional.ofNullable(rules),
            Optional.ofNullable(seriesVersion).map(OptionalInt::of).orElse(OptionalInt.empty()),
            Optional.ofNullable(series));
    ReviewAnswer answer = order.answer(terminal);
    ReviewResult result = answer.result();
    ReportOptions options = new ReportOptions(gate, color.on(terminal, output == null), columns());
    String report = form.render(result, options);
    if (ledger && form instanceof TextReport) {
      report += LedgerText.render(result.ledger(), options);
    }
    if (output == null || output.toString().equals("-")) {
      terminal.out().print(report);
      terminal.out().flush();
    } else {
      ResultFile.write(output, report);
    }
    return result.passes(gate) && !answer.isDamaged() ? ExitStatus.CLEAN : ExitStatus.STOPPED;
  }

  private int columns() {
    return output == null ? terminal.resultColumns() : ReportOptions.PLAIN.width();
  }
}

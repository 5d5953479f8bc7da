package dev.galley.cli;

import dev.galley.report.ReportOptions;
import dev.galley.report.SearchFormat;
import dev.galley.report.SearchJson;
import dev.galley.report.SearchText;
import dev.galley.report.SearchVimgrep;
import dev.galley.search.PatternException;
import dev.galley.search.Search;
import dev.galley.search.SearchOrder;
import dev.galley.search.SearchResult;
import dev.galley.search.SiteKind;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code galley search}. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Finds expressions by shape and type in all the C of a tree.",
    footer = {
      "",
      "A PATTERN is an expression, with its variables declared before it:",
      "  'struct pci_dev *d; d->is_physfn'      that member of that struct",
      "  'struct pci_dev *d; expression e; pci_read_config_word(d, e, ...)'",
      "  'expression e; (struct pci_dev *)e'    a cast",
      "  'PCI_EXT_CAP_ID_SRIOV'                 a macro, enumerator, function or global",
      "A variable of a type stands for any expression of that type; expression,",
      "identifier and constant declare variables for anything of that sort; other names",
      "mean themselves. Parentheses do not count, (*d).x is d->x, and s.x fits d->x.",
      "",
      "Comments, strings and members of other structs are never sites. What fits by",
      "name and whose type is not known is counted, and listed by --unknown.",
      "",
      "Without an index of the tree a search reads it all. --index=make leaves one in the",
      "user's cache folder, which the following searches use.",
      "",
      "Exit status: 0 sites found, 1 none, 2 the command line or the base is wrong,",
      "3 a bug of galley."
    })
final class SearchCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "PATTERN", description = "What to find.")
  private String pattern = "";

  @Option(
      names = "--base",
      required = true,
      paramLabel = "DIR[@REV]",
      description = "The tree: a git repository (its HEAD, or REV) or a folder.")
  private String base = "";

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      completionCandidates = Kinds.class,
      description =
          "Only these: read, write, address, call, declaration, initialiser, unevaluated.")
  private List<String> kinds = List.of();

  @Option(
      names = "--path",
      paramLabel = "PATH",
      description =
          "Only files below this folder, this file, or that fit this glob; may be given again.")
  private List<String> paths = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      description = "text (the default), json (docs/schema/search-1.json) or vimgrep.")
  private String format = "text";

  @Option(names = "--unknown", description = "List the places whose type is not known, too.")
  private boolean unknown;

  @Option(
      names = "--index",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "auto (the default: use the tree's index where there is one), make (where there is none),"
              + " or never.")
  private SearchOrder.IndexUse index = SearchOrder.IndexUse.AUTO;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (the default: a terminal, and no NO_COLOR), always or never.")
  private Colour color = Colour.AUTO;

  /** What {@code --format} may name. */
  static final class Formats extends Named<SearchFormat> {
    Formats() {
      super(
          "format",
          List.of(new SearchText(), new SearchJson(), new SearchVimgrep()),
          SearchFormat::name);
    }
  }

  /** What {@code --kind} may name. */
  static final class Kinds extends Named<SiteKind> {
    Kinds() {
      super("kind", List.of(SiteKind.values()), SiteKind::label);
    }
  }

  SearchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Failure, IOException {
    SearchFormat form = new Formats().of(format);
    SearchOrder order = new SearchOrder(pattern, kinds(), paths, index);
    SearchResult result = search(order);
    result.remarks().forEach(terminal::remark);
    ReportOptions options =
        ReportOptions.PLAIN.withColour(color.on(terminal)).withWidth(terminal.resultColumns());
    terminal.out().print(form.render(result, unknown, options));
    terminal.out().flush();
    return result.sites().isEmpty() ? ExitStatus.STOPPED : ExitStatus.CLEAN;
  }

  private SearchResult search(SearchOrder order) throws Failure, IOException {
    try (BaseTree tree = Bases.open(BaseSpec.parse(base));
        ProgressLine progress = new ProgressLine(terminal)) {
      return Search.run(order, tree, progress::at);
    } catch (PatternException wrong) {
      throw new Failure(wrong.reason());
    }
  }

  private Set<SiteKind> kinds() throws Failure {
    Set<SiteKind> wanted = EnumSet.noneOf(SiteKind.class);
    Kinds known = new Kinds();
    for (String kind : kinds) {
      wanted.add(known.of(kind));
    }
    return wanted.isEmpty() ? EnumSet.allOf(SiteKind.class) : wanted;
  }
}

package dev.galley.bench;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.CheckedRoles;
import dev.galley.kernelc.lex.CheckedRoles.Answer;
import dev.galley.kernelc.lex.CheckedRoles.Result;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.NameOracle;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.kernelc.lex.PositionPass.Unit;
import dev.galley.kernelc.lex.VisibleTokens;
import dev.galley.kernelc.symbols.IndexFolder;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.text.LineIndex;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts how the guesses of the position pass fare against the symbol index: {@code RoleCensus TREE
 * LINES FOLDER…}.
 *
 * <p>Prints a row for each rule; each guess that is overturned, kept against its definition, or
 * left open goes to the file LINES.
 */
public final class RoleCensus {

  private final TreeSymbols symbols;
  private final Map<String, EnumMap<Result, Integer>> counts = new TreeMap<>();
  private final List<String> lines = new ArrayList<>();
  private int externals;
  private int asking;

  private RoleCensus(TreeSymbols symbols) {
    this.symbols = symbols;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    BaseTree tree = Bases.open(new BaseSpec(root, ""));
    RoleCensus census =
        new RoleCensus(
            TreeSymbols.of(tree, IndexFolder.ofUser().findOrBuild(tree).index().orElseThrow()));
    for (int i = 2; i < arguments.length; i++) {
      try (Stream<Path> found = Files.walk(root.resolve(arguments[i]))) {
        found
            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            .map(file -> root.relativize(file).toString())
            .filter(TreeScan::isC)
            .sorted()
            .forEach(path -> census.symbols.file(path).ifPresent(census::file));
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    census.print();
    Files.write(Path.of(arguments[1]), census.lines, StandardCharsets.UTF_8);
  }

  private void file(CFile file) {
    NameOracle oracle = symbols.oracle(file.path());
    BitSet inactive = ParsedFile.inactive(file.outline());
    for (External external : file.outline().externals()) {
      switch (external.what()) {
        case FUNCTION -> unit(file, external, inactive, Unit.FUNCTION, oracle);
        case RECORD, ENUM, TYPEDEF, DECLARATION, OTHER ->
            unit(file, external, inactive, Unit.DECLARATION, oracle);
        case MACRO_CALL -> unit(file, external, inactive, Unit.MACRO_CALL, oracle);
        case DEFINE, INCLUDE, UNKNOWN -> {
          // Nobody looks names up for these.
        }
      }
    }
  }

  private void unit(CFile file, External external, BitSet inactive, Unit unit, NameOracle oracle) {
    CTokens tokens = file.outline().tokens();
    VisibleTokens visible =
        VisibleTokens.of(tokens, external.firstToken(), external.endToken(), inactive);
    CheckedRoles checked = PositionPass.checked(visible, unit, oracle);
    externals++;
    asking += checked.answers().isEmpty() ? 0 : 1;
    for (Answer answer : checked.answers()) {
      counts
          .computeIfAbsent(
              answer.rule() + " " + answer.guessed(), key -> new EnumMap<>(Result.class))
          .merge(answer.result(), 1, Integer::sum);
      LineIndex index = LineIndex.of(file.bytes());
      int line = index.lineAt(tokens.start(answer.token()));
      int start = index.startOf(line);
      lines.add(
          String.join(
              "\t",
              answer.result().name(),
              answer.rule(),
              answer.guessed() + "->" + answer.settled(),
              tokens.text(answer.token()),
              file.path() + ":" + line,
              answer.evidence(),
              file.bytes().slice(start, file.bytes().nextLine(start)).utf8().strip()));
    }
  }

  private void print() {
    System.out.println(externals + " external declarations, " + asking + " with a guess");
    StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "%-40s", "rule, role"));
    for (Result result : Result.values()) {
      head.append(String.format(Locale.ROOT, " %12s", result));
    }
    System.out.println(head);
    counts.forEach(
        (rule, results) -> {
          StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-40s", rule));
          for (Result result : Result.values()) {
            row.append(String.format(Locale.ROOT, " %12d", results.getOrDefault(result, 0)));
          }
          System.out.println(row);
        });
  }
}

package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.lex.External;
import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import dev.galley.text.LineIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Trees against facts about real functions that were written down from reading them. */
@Test(groups = "corpus")
public final class GoldenFactsTest {

  private static final Path FOLDER = Path.of("fixtures", "kernelc", "golden");
  private static final Pattern HEADING = Pattern.compile("function (\\S+):(\\d+)-(\\d+) (\\S+)");

  /** One function of a facts file. */
  private static final class Function {
    private final Matcher heading;
    private final Map<String, Integer> facts = new TreeMap<>();

    Function(Matcher heading) {
      this.heading = heading;
    }

    String path() {
      return heading.group(1);
    }

    int first() {
      return Integer.parseInt(heading.group(2));
    }

    int last() {
      return Integer.parseInt(heading.group(3));
    }

    @Override
    public String toString() {
      return heading.group(4);
    }
  }

  @DataProvider
  public static Object[][] files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> facts = files.filter(file -> file.toString().endsWith(".facts")).sorted().toList();
      assertTrue(!facts.isEmpty(), "no facts in " + FOLDER);
      return facts.stream().map(file -> new Object[] {file.getFileName()}).toArray(Object[][]::new);
    }
  }

  @Test(dataProvider = "files")
  public void treesHaveTheFactsThatAreRead(Path name) throws IOException {
    Path kernel = CorpusFiles.kernel();
    List<String> differences = new ArrayList<>();
    Set<String> exceptions = exceptions();
    for (Function function : functions(FOLDER.resolve(name))) {
      List<String> own = new ArrayList<>();
      compare(kernel, function, own);
      if (!exceptions.contains(function.path() + " " + function)) {
        differences.addAll(own);
      } else if (own.isEmpty()) {
        differences.add(function.path() + " " + function + ": is no exception any more");
      }
    }
    assertEquals(String.join("\n", differences), "");
  }

  /** {@code path name} of the functions that are known to differ. */
  private static Set<String> exceptions() throws IOException {
    return Files.readAllLines(FOLDER.resolve("exceptions.txt"), StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf(':')))
        .collect(Collectors.toSet());
  }

  private static void compare(Path kernel, Function function, List<String> differences)
      throws IOException {
    CFile file =
        CFile.of(function.path(), Bytes.wrap(Files.readAllBytes(kernel.resolve(function.path()))));
    LineIndex lines = LineIndex.of(file.bytes());
    Map<String, Integer> found = new TreeMap<>();
    for (External external : file.outline().externals()) {
      int first = lines.lineAt(external.span().start());
      int last = lines.lineAt(external.span().end() - 1);
      if (first <= function.last()
          && last >= function.first()
          && external.what() != External.What.DEFINE) {
        FunctionFacts.of(file, external)
            .forEach((fact, count) -> found.merge(fact, count, Integer::sum));
      }
    }
    found.values().removeIf(count -> count == 0);
    Map<String, Integer> all = new TreeMap<>(function.facts);
    found.forEach((fact, count) -> all.merge(fact, -count, Integer::sum));
    all.forEach(
        (fact, count) -> {
          if (count != 0) {
            differences.add(
                function.path()
                    + " "
                    + function
                    + ": "
                    + (count > 0 ? "not in the tree: " : "not in the facts: ")
                    + fact
                    + (Math.abs(count) > 1 ? " (" + Math.abs(count) + " times)" : ""));
          }
        });
  }

  private static List<Function> functions(Path file) throws IOException {
    List<Function> functions = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        functions.add(new Function(heading));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        functions.get(functions.size() - 1).facts.merge(normal(line), 1, Integer::sum);
      }
    }
    return Collections.unmodifiableList(functions);
  }

  /** A reader knows which macros are loops; a tree says only that they guard a statement. */
  private static String normal(String fact) {
    return fact.replaceFirst("^(loop|scoped) ", "block ").trim();
  }
}

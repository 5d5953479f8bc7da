package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Every node knows its octets: inside its parent's, in order, without overlap. */
public final class SpansTest {

  private static final List<String> FOLDERS = List.of("drivers/pci", "kernel/bpf", "net/ipv4");

  @DataProvider
  public static Object[][] fixtures() throws IOException {
    return sources(Path.of("fixtures", "kernelc", "tree"));
  }

  @Test(dataProvider = "fixtures")
  public void spansNestInFixtures(Path file) throws IOException {
    spansNest(file);
  }

  @DataProvider
  public static Object[][] kernelFiles() throws IOException {
    Path kernel = CorpusFiles.kernel();
    return Stream.of(
            sources(kernel.resolve(FOLDERS.get(0))),
            sources(kernel.resolve(FOLDERS.get(1))),
            sources(kernel.resolve(FOLDERS.get(2))))
        .flatMap(Stream::of)
        .toArray(Object[][]::new);
  }

  @Test(groups = "corpus", dataProvider = "kernelFiles")
  public void spansNestInTheKernel(Path file) throws IOException {
    spansNest(file);
  }

  private static Object[][] sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Object[][] sources =
          files
              .filter(file -> file.toString().matches(".*\\.[ch]"))
              .filter(file -> !Files.isSymbolicLink(file))
              .sorted()
              .map(file -> new Object[] {file})
              .toArray(Object[][]::new);
      assertTrue(sources.length > 0, "no C in " + folder);
      return sources;
    }
  }

  private static void spansNest(Path path) throws IOException {
    CFile file = CFile.of(path.toString(), Bytes.wrap(Files.readAllBytes(path)));
    for (External external : file.outline().externals()) {
      for (Reading reading : file.readings(external)) {
        if (reading instanceof Reading.Tree tree) {
          check(file, external, tree.unit());
        }
      }
    }
  }

  private static void check(CFile file, External external, Unit unit) {
    if (external.what() != External.What.DEFINE) {
      assertEquals(Printer.print(unit, file), file.bytes().slice(external.span()), external.name());
    }
    unit.walk(node -> checkChildren(file, node));
  }

  private static void checkChildren(CFile file, CNode node) {
    int from = node.span().start();
    for (CNode child : node.children()) {
      Span span = child.span();
      assertTrue(
          from <= span.start() && span.end() <= node.span().end(),
          file.path()
              + ": "
              + child.getClass().getSimpleName()
              + " "
              + span
              + " in "
              + node.getClass().getSimpleName()
              + " "
              + node.span()
              + " after "
              + from
              + "\n"
              + Printer.print(node, file));
      from = span.end();
    }
  }
}

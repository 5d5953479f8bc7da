package dev.galley.kernelc;

import static org.testng.Assert.assertFalse;

import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.TreeText;
import dev.galley.testkit.Bless;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** Sources and their trees, side by side in fixtures/kernelc/tree. */
public final class TreeTextTest {

  private static final Path FOLDER = Path.of("fixtures", "kernelc", "tree");

  @DataProvider
  public static Object[][] sources() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".c")).sorted().toList();
      assertFalse(sources.isEmpty(), "no sources in " + FOLDER);
      return sources.stream()
          .map(file -> new Object[] {file.getFileName().toString()})
          .toArray(Object[][]::new);
    }
  }

  @Test(dataProvider = "sources")
  public void treeIsTheOneBesideTheSource(String name) throws IOException {
    Path source = FOLDER.resolve(name);
    CFile file = CFile.of(name, Bytes.wrap(Files.readAllBytes(source)));
    StringBuilder text = new StringBuilder();
    for (External external : file.outline().externals()) {
      for (Reading reading : file.readings(external)) {
        text.append("== ")
            .append(external.what())
            .append(external.name().isEmpty() ? "" : " " + external.name())
            .append(reading.conditions().isEmpty() ? "" : " " + reading.conditions())
            .append(reading.remark().isEmpty() ? "" : " (" + reading.remark() + ")")
            .append('\n')
            .append(text(reading));
      }
    }
    Bless.check(FOLDER.resolve(name.replace(".c", ".tree")), text.toString());
  }

  private static String text(Reading reading) {
    return reading instanceof Reading.Tree tree
        ? TreeText.of(tree.unit())
        : "unknown: " + ((Reading.Unknown) reading).reason() + "\n";
  }
}

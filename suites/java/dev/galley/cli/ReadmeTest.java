package dev.galley.cli;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** README shows what the program prints, and commands that it understands. */
public class ReadmeTest {

  private static final Path README = Path.of("README.md");
  private static final String INDENT = "    ";
  private static final Pattern COMMAND = Pattern.compile("`galley (review [^`]+)` prints");
  private static final Pattern OPTION = Pattern.compile("(?<=\\s)--?[a-z][-a-z]*");

  /** The part below a heading. */
  private static String section(String heading) throws IOException {
    for (String part : Files.readString(README).split("(?m)^## ", -1)) {
      if (part.startsWith(heading + "\n")) {
        return part;
      }
    }
    throw new AssertionError("README has no section " + heading);
  }

  /** The indented blocks of a text, without their indentation. */
  private static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    StringBuilder block = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(INDENT)) {
        block.append(line.substring(INDENT.length())).append('\n');
      } else if (!block.isEmpty()) {
        blocks.add(block.toString());
        block.setLength(0);
      }
    }
    return blocks;
  }

  @Test
  public void theFindingIsWhatTheCommandPrints() throws IOException {
    String section = section("A finding");
    Matcher command = COMMAND.matcher(section);
    assertTrue(command.find(), section);
    String printed = Call.of(command.group(1).split(" ", -1)).out();
    List<String> blocks = blocks(section);
    assertEquals(blocks.size(), 2, section);
    for (String block : blocks) {
      assertTrue(printed.contains("\n" + block), block + "is not in:\n" + printed);
    }
  }

  @Test(groups = "corpus")
  public void theSiteIsWhatASearchOfAKernelPrints() throws IOException {
    Path kernel = CorpusFiles.kernel();
    String site =
        blocks(section("Searching a tree")).stream()
            .filter(block -> !block.startsWith("galley "))
            .findFirst()
            .orElseThrow();
    String path = site.substring(0, site.indexOf(':'));
    String printed =
        Call.of(
                "search",
                "--index=never",
                "--base",
                kernel.toString(),
                "--path",
                path,
                "struct pci_dev *d; d->is_physfn")
            .out();
    assertTrue(printed.contains(site), site + "is not in:\n" + printed);
  }

  /** Each line that begins with the command. */
  @DataProvider
  public Object[][] commands() throws IOException {
    List<Object[]> commands = new ArrayList<>();
    for (String block : blocks(Files.readString(README))) {
      for (String line : block.split("\n", -1)) {
        int at = line.indexOf("galley ");
        if (at == 0 || line.startsWith("| ", at - 2)) {
          commands.add(new Object[] {line.substring(at).split(" #", -1)[0]});
        }
      }
    }
    assertFalse(commands.isEmpty());
    return commands.toArray(Object[][]::new);
  }

  @Test(dataProvider = "commands")
  public void everyCommandAndOptionIsThere(String line) {
    String name = line.split(" ", -1)[1];
    String help = Call.of(name, "--help").out();
    assertTrue(help.contains("Usage: galley " + name), help);
    Matcher option = OPTION.matcher(line);
    while (option.find()) {
      assertTrue(help.contains(option.group()), option.group() + " is not in:\n" + help);
    }
  }
}

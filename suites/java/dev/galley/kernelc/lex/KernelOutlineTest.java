package dev.galley.kernelc.lex;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** The files of a real kernel tree; skipped where there is none. */
@Test(groups = "corpus")
public class KernelOutlineTest {

  public void filesOfDriversAreCutWithoutALossAndInOrder() throws IOException {
    Path folder = CorpusFiles.kernel().resolve("drivers/pci");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(path -> path.toString().matches(".*\\.[ch]")).sorted().toList();
    }
    assertTrue(files.size() > 100, "files in " + folder);
    for (Path file : files) {
      Bytes source = Bytes.wrap(Files.readAllBytes(file));
      Outline outline = Outline.of(source);
      CTokens tokens = outline.tokens();
      int at = 0;
      for (int token = 0; token < tokens.count(); token++) {
        assertEquals(tokens.start(token), at, file.toString());
        at = tokens.end(token);
      }
      assertEquals(at, source.length(), file.toString());
      int end = 0;
      for (External external : outline.externals()) {
        assertTrue(external.firstToken() >= end, file + " " + external);
        assertTrue(external.what() != External.What.UNKNOWN, file + " " + external);
        end = external.endToken();
      }
      assertEquals(outline.problems(), List.of(), file.toString());
    }
  }
}

package dev.galley.kernelc;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.sitter.Agreement;
import dev.galley.kernelc.sitter.Difference;
import dev.galley.kernelc.sitter.Fact;
import dev.galley.kernelc.sitter.KernelSample;
import dev.galley.kernelc.sitter.SitterTree;
import dev.galley.testkit.CorpusFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.testng.SkipException;
import org.testng.annotations.Test;

/**
 * Our trees of kernel functions say what tree-sitter's say, where tree-sitter reads without repair.
 * Its known errors are the constants of {@link dev.galley.kernelc.sitter.SitterErrors}; single
 * differences stand in {@code fixtures/oracle/sitter-exceptions.txt}. docs/c-parser-agreement.md
 * has the counts of a larger sample and how to draw it.
 */
@Test(groups = "corpus")
public class SitterAgreementTest {

  private static final long SEED = 7;
  private static final int FUNCTIONS = 6_000;

  public void ourTreesSayWhatTreeSitterSays() throws IOException {
    Agreement agreement =
        new Agreement(
            SitterTree.load("target/tree-sitter")
                .orElseThrow(() -> new SkipException("tree-sitter does not load here")));
    KernelSample.draw(
        CorpusFiles.kernel(),
        SEED,
        (file, function) -> {
          agreement.add(file, function);
          return agreement.drawn() < FUNCTIONS;
        });

    Map<String, String> known = CorpusFiles.exceptions("sitter-exceptions.txt");
    Set<String> found = new TreeSet<>();
    for (Difference difference : agreement.unexplained()) {
      found.add(difference.fact().kind() + " " + difference.place());
    }
    found.addAll(agreement.unread());
    assertEquals(found, new TreeSet<>(known.keySet()), agreement.table());
    // The sample is not empty, and neither is what is compared in it.
    assertTrue(agreement.compared() > FUNCTIONS / 2, agreement.table());
    assertTrue(agreement.agreed(Fact.Kind.FIELD) > FUNCTIONS, agreement.table());
    assertTrue(agreement.agreed(Fact.Kind.CALL) > FUNCTIONS, agreement.table());
  }
}

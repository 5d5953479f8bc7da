package dev.galley.check;

import static org.testng.Assert.assertEquals;

import dev.galley.testkit.Bless;
import dev.galley.testkit.CheckDocs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/** {@code docs/checks} is what annotations, explanations and examples say today. */
public final class CheckPagesTest {

  @DataProvider
  public Iterator<Object[]> checks() {
    return Checks.all().stream().map(check -> new Object[] {check.info().id()}).iterator();
  }

  @Test(dataProvider = "checks")
  public void pageIsUpToDate(String id) {
    Check check = Checks.byId(id).orElseThrow();
    Bless.check(CheckDocs.file(check), CheckDocs.page(check));
  }

  @Test
  public void indexIsUpToDate() {
    Bless.check(CheckDocs.FOLDER.resolve("README.md"), CheckDocs.index(Checks.all()));
  }

  @Test
  public void noPageWithoutCheck() throws IOException {
    Set<String> expected =
        Checks.all().stream()
            .map(check -> CheckDocs.file(check).getFileName().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    expected.add("README.md");
    try (Stream<Path> files = Files.list(CheckDocs.FOLDER)) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(there, expected);
    }
  }
}

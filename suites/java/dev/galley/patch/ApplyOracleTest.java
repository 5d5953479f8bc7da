package dev.galley.patch;

import static org.testng.Assert.assertEquals;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Read;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;
import org.testng.annotations.DataProvider;
import org.testng.annotations.Test;

/**
 * Every fixture, and damaged copies of it, read by the real git apply and by us: the same verdict,
 * and where git accepts the same rows.
 */
@Test(groups = "oracle-git")
public final class ApplyOracleTest {

  private static final Path FIXTURES = Path.of("fixtures", "patch");
  private static final int MUTANTS = Integer.getInteger("galley.mutants", 12);
  private static final long SEED = Long.getLong("galley.seed", 20261122);

  private static final Set<String> EXCEPTIONS = ApplyExceptions.read();

  private @Nullable GitTool opened;

  @BeforeClass
  public void findGit() throws IOException {
    opened = GitTool.open();
  }

  @AfterClass(alwaysRun = true)
  public void removeFiles() throws IOException {
    if (opened != null) {
      opened.close();
    }
  }

  @DataProvider
  public Object[][] fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FIXTURES)) {
      Object[][] found = files.sorted().map(file -> new Object[] {file}).toArray(Object[][]::new);
      if (found.length == 0) {
        throw new IllegalStateException("no fixture in " + FIXTURES);
      }
      return found;
    }
  }

  @Test(dataProvider = "fixtures")
  public void agrees(Path fixture) throws IOException {
    Optional<String> difference = difference(Bytes.wrap(Files.readAllBytes(fixture)));
    assertEquals(
        difference.isPresent(),
        EXCEPTIONS.contains("fixtures/patch/" + fixture.getFileName()),
        difference.orElse("an exception that is not needed"));
  }

  @Test(dataProvider = "fixtures")
  public void agreesWhenDamaged(Path fixture) throws IOException {
    byte[] sound = Files.readAllBytes(fixture);
    String name = String.valueOf(fixture.getFileName());
    if (sound.length == 0 || EXCEPTIONS.contains("fixtures/patch/" + name)) {
      return;
    }
    Random random = new Random(SEED ^ name.hashCode());
    Set<String> wrong = new HashSet<>();
    for (int i = 0; i < MUTANTS; i++) {
      byte[] damaged = Mutation.of(sound, random);
      difference(Bytes.wrap(damaged))
          .ifPresent(
              text -> wrong.add(text + "\n" + new String(damaged, StandardCharsets.ISO_8859_1)));
    }
    assertEquals(String.join("\n=====\n", wrong), "", wrong.size() + " of " + MUTANTS);
  }

  private Optional<String> difference(Bytes patch) throws IOException {
    GitTool git = Objects.requireNonNull(opened);
    GitTool.Output told = git.run(patch, "apply", "--numstat", "--summary", "-");
    Read<Diff> read = DiffReader.read(patch, Limits.DEFAULT);
    if (!DiffWriter.print(read.value()).equals(patch)) {
      return Optional.of("does not print as it was read");
    }
    boolean refused =
        told.errors()
            .lines()
            .anyMatch(line -> line.startsWith("error:") && !line.contains("No valid patches"));
    if (refused == read.isSound()) {
      return Optional.of("git: " + told.errors() + "\ngalley: " + read.problems());
    }
    if (refused) {
      return Optional.empty();
    }
    List<String> rows = new ArrayList<>();
    Numstat.of(read.value()).forEach(row -> rows.add(row.text()));
    for (String line : Summary.of(read.value())) {
      rows.add(new String(PathQuoting.octets(line).toArray(), StandardCharsets.ISO_8859_1));
    }
    String out = told.out().latin1();
    List<String> expected =
        out.isEmpty() ? List.of() : List.of(out.substring(0, out.length() - 1).split("\n", -1));
    return rows.equals(expected)
        ? Optional.empty()
        : Optional.of("git: " + expected + "\ngalley: " + rows);
  }
}

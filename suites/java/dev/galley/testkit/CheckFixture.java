package dev.galley.testkit;

import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One case of one check: {@code fixtures/check/GROUP/NAME/CASE.mbox} and {@code CASE.expect}.
 *
 * <p>The mbox is the mails. The expectation begins with one or more lines {@code # why this case
 * exists}; below stands what the check says, as {@link FindingText} writes it, or nothing when it
 * must stay silent. A note {@code # order matters: reason} exempts a case from being shuffled, a
 * note {@code # line ends matter: reason} from being run with CR LF. A case called {@code example}
 * is shown on the check's page. A folder {@code CASE.base} is the tree that the patches are applied
 * to.
 *
 * @param checkId the check, for example {@code patch/whitespace}
 * @param name the case
 * @param mbox the mails
 * @param expect the file of the expectation
 */
public record CheckFixture(String checkId, String name, Path mbox, Path expect) {

  /** Where the cases are. */
  public static final Path ROOT = Path.of("fixtures", "check");

  /** All cases, sorted. Never empty: a provider without rows would make its test vanish. */
  public static List<CheckFixture> all() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<CheckFixture> found =
          files
              .filter(file -> file.toString().endsWith(".mbox"))
              .sorted()
              .map(CheckFixture::of)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("no fixture under " + ROOT);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of one check, sorted; may be empty. */
  public static List<CheckFixture> of(String checkId) {
    return all().stream().filter(fixture -> fixture.checkId().equals(checkId)).toList();
  }

  private static CheckFixture of(Path mbox) {
    Path folder = ROOT.relativize(mbox.getParent());
    String id =
        Stream.iterate(0, i -> i < folder.getNameCount(), i -> i + 1)
            .map(i -> folder.getName(i).toString())
            .collect(Collectors.joining("/"));
    String file = mbox.getFileName().toString();
    String name = file.substring(0, file.length() - ".mbox".length());
    return new CheckFixture(id, name, mbox, mbox.resolveSibling(name + ".expect"));
  }

  /** The folder {@code CASE.base} beside the mails, where there is one. */
  public Optional<Path> base() {
    return Optional.of(mbox.resolveSibling(name + ".base")).filter(Files::isDirectory);
  }

  public Bytes mails() {
    try {
      return Bytes.wrap(Files.readAllBytes(mbox));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that say why the case exists, without {@code # }. */
  public List<String> notes() {
    return lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .toList();
  }

  /** Whether a note of that kind is there: {@code order matters}, {@code line ends matter}. */
  public boolean says(String note) {
    return notes().stream().anyMatch(line -> line.startsWith(note + ":"));
  }

  /** What the check is to say, every line with its line feed; empty when it must be silent. */
  public String expected() {
    return lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Whether the check has something to say. */
  public boolean isPositive() {
    return !expected().isBlank();
  }

  /** Writes another expectation under the same notes. */
  public void bless(String said) {
    List<String> notes = notes().isEmpty() ? List.of("TELL WHY THIS CASE EXISTS") : notes();
    String text =
        notes.stream().map(note -> "# " + note + "\n").collect(Collectors.joining()) + said;
    try {
      Files.writeString(expect, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<String> lines() {
    try {
      return Files.exists(expect)
          ? Files.readString(expect, StandardCharsets.UTF_8).lines()
          : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return checkId + "/" + name;
  }
}

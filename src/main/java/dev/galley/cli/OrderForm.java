package dev.galley.cli;

import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceProblem;
import dev.galley.mail.source.SourceSpec;
import dev.galley.review.NothingToReview;
import dev.galley.review.Profile;
import dev.galley.review.Profiles;
import dev.galley.review.ReviewAnswer;
import dev.galley.review.ReviewJob;
import dev.galley.review.ReviewOrder;
import dev.galley.review.ReviewResult;
import dev.galley.review.Suppressions;
import dev.galley.series.SeriesChoice;
import dev.galley.series.SeriesSet;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Printable;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.tree.BaseSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A review as a user types it, in the command or as properties of the build.
 *
 * @param sources at least one
 * @param base {@code DIR[@REV]}
 * @param profile a name or a TOML file
 * @param suppressions a file of waved-through findings
 * @param version the version wanted instead of the newest
 * @param series title or Message-ID of the series wanted
 */
public record OrderForm(
    List<String> sources,
    Optional<String> base,
    String profile,
    Optional<String> suppressions,
    OptionalInt version,
    Optional<String> series) {

  private static final long MOST_BYTES = 1 << 20;

  public OrderForm {
    sources = List.copyOf(sources);
    Objects.requireNonNull(base);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(suppressions);
    Objects.requireNonNull(version);
    Objects.requireNonNull(series);
  }

  /** The newest series of a source, against a base. */
  public static OrderForm of(String source, Optional<String> base) {
    return new OrderForm(
        List.of(source),
        base,
        Profile.KERNEL.name(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  public OrderForm withProfile(String name) {
    return new OrderForm(sources, base, name, suppressions, version, series);
  }

  public OrderForm withSuppressions(Optional<String> file) {
    return new OrderForm(sources, base, profile, file, version, series);
  }

  /**
   * Reads and reviews.
   *
   * @param terminal takes remarks about what was seen; standard input is read for {@code -}
   * @throws Failure when what was given cannot be worked with
   */
  public ReviewResult run(Terminal terminal) throws Failure, IOException {
    return answer(terminal).result();
  }

  /** As {@link #run}, with what there is to say about the sources. */
  ReviewAnswer answer(Terminal terminal) throws Failure, IOException {
    Profile taste = readProfile();
    Suppressions waved = readSuppressions();
    List<SourceSpec> specs = new ArrayList<>();
    for (String source : sources) {
      if (source.isEmpty()) {
        throw new Failure("a SOURCE has an empty name; for this folder write  .");
      }
      specs.add(SourceSpec.parse(source));
    }
    Optional<BaseSpec> tree =
        base.isPresent() ? Optional.of(BaseSpec.parse(base.get())) : Optional.empty();
    ReviewOrder order =
        new ReviewOrder(specs, terminal.in(), this::choose, tree, taste, waved, Limits.DEFAULT);
    try {
      ReviewAnswer answer = answer(order, terminal);
      tell(answer, terminal);
      return answer;
    } catch (SourceException refused) {
      throw new Failure(refused.problem().describe(), refused);
    } catch (NothingToReview nothing) {
      tell(nothing.problems(), terminal);
      String names = Printable.line(String.join(", ", sources));
      String why = nothing.getMessage();
      throw new Failure(names + ": " + Printable.line(why == null ? "nothing" : why), nothing);
    }
  }

  private static ReviewAnswer answer(ReviewOrder order, Terminal terminal)
      throws IOException, SourceException, NothingToReview {
    try (ProgressLine progress = new ProgressLine(terminal)) {
      return ReviewJob.run(order, progress);
    }
  }

  private SeriesChoice choose(SeriesSet found) {
    SeriesSet left = found;
    if (version.isPresent()) {
      SeriesChoice choice = SeriesChoice.version(found, version.getAsInt());
      if (series.isEmpty() || choice.chosen().isEmpty()) {
        return choice;
      }
      left =
          new SeriesSet(
              found.series().stream().filter(one -> one.version() == version.getAsInt()).toList(),
              found.unrelated());
    }
    return series.isPresent()
        ? SeriesChoice.matching(left, series.get())
        : SeriesChoice.newest(left);
  }

  private static void tell(ReviewAnswer answer, Terminal terminal) {
    tell(answer.problems(), terminal);
    if (!answer.seen().startsWith("1 series")) {
      terminal.remark(Printable.line(answer.seen()));
    }
  }

  private static void tell(List<SourceProblem> problems, Terminal terminal) {
    for (SourceProblem problem : problems) {
      terminal.remark(problem.describe());
    }
  }

  private Profile readProfile() throws Failure, IOException {
    Optional<Profile> known = Profiles.byName(profile);
    if (known.isPresent()) {
      return known.get();
    }
    Path file = path(profile);
    if (!Files.isRegularFile(file)) {
      throw new Failure(
          "there is no profile \""
              + Printable.line(profile)
              + "\", and no such file\n  Known: "
              + String.join(", ", Profiles.NAMES)
              + ". A file of your own is TOML.");
    }
    return sound(file, Profiles.read(octets(file)));
  }

  private Suppressions readSuppressions() throws Failure, IOException {
    if (suppressions.isEmpty()) {
      return Suppressions.NONE;
    }
    Path file = path(suppressions.get());
    return sound(file, Suppressions.read(octets(file)));
  }

  private static <T> T sound(Path file, Read<T> read) throws Failure {
    if (!read.isSound()) {
      StringBuilder words = new StringBuilder(Printable.line(file.toString()));
      words.append(": cannot be used");
      for (Problem problem : read.problems()) {
        words.append("\n  ").append(Printable.line(problem.message()));
      }
      throw new Failure(words.toString());
    }
    return read.value();
  }

  private static Bytes octets(Path file) throws Failure, IOException {
    if (Files.isDirectory(file)) {
      throw new Failure(Printable.line(file.toString()) + ": is a folder; a file is wanted");
    }
    if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
      String name = Printable.line(file.toString());
      throw new Failure(
          name + ": has " + Files.size(file) + " bytes; " + MOST_BYTES + " are allowed");
    }
    return Bytes.wrap(Files.readAllBytes(file));
  }

  private static Path path(String name) throws Failure {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Failure(Printable.line(name) + ": this cannot be the name of a file", e);
    }
  }
}

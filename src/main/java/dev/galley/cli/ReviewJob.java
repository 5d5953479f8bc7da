package dev.galley.cli;

import dev.galley.check.Check;
import dev.galley.check.Checks;
import dev.galley.review.Profile;
import dev.galley.review.Profiles;
import dev.galley.review.Review;
import dev.galley.review.ReviewRequest;
import dev.galley.review.ReviewResult;
import dev.galley.review.Suppressions;
import dev.galley.series.Series;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import dev.galley.text.Problem;
import dev.galley.text.Read;
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
 * One call of the main job: sources, base and profile as a user names them.
 *
 * @param sources at least one
 * @param base {@code DIR[@REV]}
 * @param profile a name or a TOML file
 * @param suppressions a file of waved-through findings
 * @param version the version wanted instead of the newest
 * @param messageId a mail of the series wanted
 * @param all whether every series is wanted
 */
public record ReviewJob(
    List<String> sources,
    Optional<String> base,
    String profile,
    Optional<Path> suppressions,
    OptionalInt version,
    Optional<String> messageId,
    boolean all) {

  private static final long PROFILE_BYTES = 1 << 20;

  public ReviewJob {
    sources = List.copyOf(sources);
    Objects.requireNonNull(profile);
  }

  /** The newest series of a source, with the default profile and no base. */
  public static ReviewJob of(String source) {
    return new ReviewJob(
        List.of(source),
        Optional.empty(),
        Profile.KERNEL.name(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        false);
  }

  public ReviewJob withBase(Optional<String> tree) {
    return new ReviewJob(sources, tree, profile, suppressions, version, messageId, all);
  }

  public ReviewJob withProfile(String name) {
    return new ReviewJob(sources, base, name, suppressions, version, messageId, all);
  }

  public ReviewJob withSuppressions(Optional<Path> file) {
    return new ReviewJob(sources, base, profile, file, version, messageId, all);
  }

  /**
   * Reads and reviews.
   *
   * @param terminal takes remarks about what was seen; standard input is read for {@code -}
   * @return one result, or one for each series when all are wanted; never empty
   * @throws Failure when what was given cannot be worked with
   */
  public List<ReviewResult> run(Terminal terminal) throws Failure, IOException {
    Profile taste = readProfile();
    Suppressions waved = readSuppressions();
    List<Series> chosen = new Intake(this, terminal).series();
    List<Check> checks = Checks.all();
    List<ReviewResult> results = new ArrayList<>();
    for (Series series : chosen) {
      results.add(Review.run(new ReviewRequest(series, taste, waved), checks));
    }
    return results;
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
              + ". A file is TOML; docs/profiles.md shows one.");
    }
    return sound(file, Profiles.read(octets(file)));
  }

  private Suppressions readSuppressions() throws Failure, IOException {
    return suppressions.isEmpty()
        ? Suppressions.NONE
        : sound(suppressions.get(), Suppressions.read(octets(suppressions.get())));
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
    if (Files.isRegularFile(file) && Files.size(file) > PROFILE_BYTES) {
      throw new Failure(
          Printable.line(file.toString())
              + ": has "
              + Files.size(file)
              + " bytes; "
              + PROFILE_BYTES
              + " are allowed");
    }
    return Bytes.wrap(Files.readAllBytes(file));
  }

  static Path path(String name) throws Failure {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new Failure(Printable.line(name) + ": this cannot be the name of a file", e);
    }
  }
}

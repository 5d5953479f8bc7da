package dev.galley.cli;

import dev.galley.check.ReviewSubject;
import dev.galley.convert.Rule;
import dev.galley.convert.RuleFile;
import dev.galley.convert.WrittenRules;
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
import java.util.function.Function;

/**
 * A review as a user types it, in the command or as properties of the build.
 *
 * @param sources at least one
 * @param base {@code DIR[@REV]}
 * @param profile a name or a TOML file
 * @param suppressions a file of waved-through findings
 * @param rules a file of conversion rules
 * @param version the version wanted instead of the newest
 * @param series title or Message-ID of the series wanted
 */
public record OrderForm(
    List<String> sources,
    Optional<String> base,
    String profile,
    Optional<String> suppressions,
    Optional<String> rules,
    OptionalInt version,
    Optional<String> series) {

  private static final long MOST_BYTES = 1 << 20;

  public OrderForm {
    sources = List.copyOf(sources);
    Objects.requireNonNull(base);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(suppressions);
    Objects.requireNonNull(rules);
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
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  public OrderForm withProfile(String name) {
    return new OrderForm(sources, base, name, suppressions, rules, version, series);
  }

  public OrderForm withSuppressions(Optional<String> file) {
    return new OrderForm(sources, base, profile, file, rules, version, series);
  }

  OrderForm withSources(List<String> names) {
    return new OrderForm(names, base, profile, suppressions, rules, version, series);
  }

  public OrderForm withRules(Optional<String> file) {
    return new OrderForm(sources, base, profile, suppressions, file, version, series);
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
    ReviewOrder order = order(terminal);
    try {
      ReviewAnswer answer = answer(order, terminal);
      tell(answer.problems(), answer.seen(), terminal);
      return answer;
    } catch (SourceException refused) {
      throw new Failure(refused.problem().describe(), refused);
    } catch (NothingToReview nothing) {
      throw failure(nothing, terminal);
    }
  }

  /**
   * Reads the series and does something with it while its base is open.
   *
   * @throws Failure when what was given cannot be worked with
   */
  <T> T with(Terminal terminal, Function<ReviewSubject, T> work) throws Failure, IOException {
    ReviewOrder order = order(terminal);
    try (ProgressLine progress = new ProgressLine(terminal)) {
      ReviewJob.Done<T> done =
          ReviewJob.on(order, progress, (subject, base) -> work.apply(subject));
      tell(done.problems(), done.seen(), terminal);
      return done.value();
    } catch (SourceException refused) {
      throw new Failure(refused.problem().describe(), refused);
    } catch (NothingToReview nothing) {
      throw failure(nothing, terminal);
    }
  }

  private Failure failure(NothingToReview nothing, Terminal terminal) {
    tell(nothing.problems(), terminal);
    String names = Printable.line(String.join(", ", sources));
    String why = nothing.getMessage();
    return new Failure(names + ": " + Printable.line(why == null ? "nothing" : why), nothing);
  }

  private ReviewOrder order(Terminal terminal) throws Failure, IOException {
    Profile taste = readProfile();
    Suppressions waved = readSuppressions();
    WrittenRules written =
        rules.isPresent() ? new WrittenRules(readRules(rules.get())) : WrittenRules.NONE;
    List<SourceSpec> specs = new ArrayList<>();
    for (String source : sources) {
      if (source.isEmpty()) {
        throw new Failure("a SOURCE has an empty name; for this folder write  .");
      }
      specs.add(SourceSpec.parse(source));
    }
    Optional<BaseSpec> tree =
        base.isPresent() ? Optional.of(BaseSpec.parse(base.get())) : Optional.empty();
    return new ReviewOrder(
        specs, terminal.in(), this::choose, tree, taste, waved, written, Limits.DEFAULT);
  }

  /** The rules of a file. */
  static List<Rule> readRules(String name) throws Failure, IOException {
    Path file = path(name);
    return sound(file, RuleFile.read(name, octets(file)));
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

  private static void tell(List<SourceProblem> problems, String seen, Terminal terminal) {
    tell(problems, terminal);
    if (!seen.startsWith("1 series")) {
      terminal.remark(Printable.line(seen));
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

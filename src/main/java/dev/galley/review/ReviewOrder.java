package dev.galley.review;

import dev.galley.convert.WrittenRules;
import dev.galley.mail.source.SourceSpec;
import dev.galley.series.SeriesChoice;
import dev.galley.series.SeriesSet;
import dev.galley.text.Limits;
import dev.galley.tree.BaseSpec;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A review as a user asks for it: names, not yet opened.
 *
 * @param sources where the mails are, at least one
 * @param standardInput what the source {@code -} means
 * @param choice which of the series that are found
 * @param base what to apply it to; empty to review the mails alone
 * @param profile the list's taste
 * @param suppressions what a reviewer has waved through
 * @param rules conversion rules that the user wrote
 * @param limits bounds on the input
 */
public record ReviewOrder(
    List<SourceSpec> sources,
    InputStream standardInput,
    Function<SeriesSet, SeriesChoice> choice,
    Optional<BaseSpec> base,
    Profile profile,
    Suppressions suppressions,
    WrittenRules rules,
    Limits limits) {

  public ReviewOrder {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("nothing to review");
    }
    Objects.requireNonNull(standardInput);
    Objects.requireNonNull(choice);
    Objects.requireNonNull(base);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(suppressions);
    Objects.requireNonNull(rules);
    Objects.requireNonNull(limits);
  }

  /** The newest series in some sources, without a base, by the default profile. */
  public static ReviewOrder of(SourceSpec... sources) {
    return new ReviewOrder(
        List.of(sources),
        InputStream.nullInputStream(),
        SeriesChoice::newest,
        Optional.empty(),
        Profile.KERNEL,
        Suppressions.NONE,
        WrittenRules.NONE,
        Limits.DEFAULT);
  }

  public ReviewOrder against(BaseSpec spec) {
    return new ReviewOrder(
        sources, standardInput, choice, Optional.of(spec), profile, suppressions, rules, limits);
  }
}

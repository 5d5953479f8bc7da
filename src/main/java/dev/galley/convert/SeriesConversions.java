package dev.galley.convert;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The conversions of a series: rules inferred from its helpers, edits explained by them.
 *
 * <p>Worked out when first asked for, patch by patch, and kept. Safe for several threads.
 */
public final class SeriesConversions implements Conversions {

  private final SeriesCode code;
  private final WrittenRules written;
  private final Explainer explainer = new Explainer(new RuleMatcher());
  private final Map<Integer, List<Explanation>> explanations = new ConcurrentHashMap<>();
  private RuleInference.@Nullable Inferred inferred;
  private @Nullable RuleBook book;

  /** Of the C of a series, with the user's rules; nothing is worked out yet. */
  public SeriesConversions(SeriesCode code, WrittenRules written) {
    this.code = code;
    this.written = written;
  }

  @Override
  public SeriesCode code() {
    return code;
  }

  @Override
  public synchronized RuleBook rules() {
    RuleBook known = book;
    if (known == null) {
      known = written.with(inferred().book());
      book = known;
    }
    return known;
  }

  /** What could not be inferred and why, for people. */
  public List<String> remarks() {
    return inferred().remarks();
  }

  private synchronized RuleInference.Inferred inferred() {
    RuleInference.Inferred known = inferred;
    if (known == null) {
      known = RuleInference.of(code);
      inferred = known;
    }
    return known;
  }

  @Override
  public List<Explanation> explanations(int patch) {
    List<Explanation> known = explanations.get(patch);
    if (known == null) {
      known = List.copyOf(explainer.explain(code.changes(patch), rules().after(patch)));
      known = Optional.ofNullable(explanations.putIfAbsent(patch, known)).orElse(known);
    }
    return known;
  }
}

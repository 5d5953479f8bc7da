package dev.galley.mutants;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What became of the mutants of each operator. */
final class Tally {

  /** The counts of one operator, by verdict. */
  private static final class Row {
    private final EnumMap<Verdict, Integer> counts = new EnumMap<>(Verdict.class);

    int of(Verdict verdict) {
      return counts.getOrDefault(verdict, 0);
    }

    void add(Verdict verdict) {
      counts.merge(verdict, 1, Integer::sum);
    }

    int all() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, Operator> operators = new LinkedHashMap<>();

  void add(Laboratory.Trial trial) {
    Operator operator = trial.operator();
    operators.put(operator.name(), operator);
    rows.computeIfAbsent(operator.name(), name -> new Row()).add(trial.verdict());
  }

  /** Percent of the mutants with a mistake that a check names. */
  double caught() {
    int all = 0;
    int caught = 0;
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      if (!control(row.getKey())) {
        caught += row.getValue().of(Verdict.CAUGHT);
        all += row.getValue().all();
      }
    }
    return all == 0 ? 100 : 100.0 * caught / all;
  }

  private boolean control(String name) {
    return Objects.requireNonNull(operators.get(name)).isControl();
  }

  /** A table as Markdown has it. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append(
        "| operator | mistake | mutants | named | by others | missed | checks that name it |\n");
    out.append("|---|---|---:|---:|---:|---:|---|\n");
    rows.forEach(
        (name, row) -> {
          Operator operator = Objects.requireNonNull(operators.get(name));
          String checks =
              operator.isControl() ? "must be silent" : String.join(", ", operator.checks());
          out.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %s | %d | %s | %d | %d | %s |%n",
                  name,
                  operator.mistake().replace("|", "\\|"),
                  row.all(),
                  operator.isControl() ? "–" : row.of(Verdict.CAUGHT),
                  row.of(Verdict.OTHER),
                  row.of(Verdict.MISSED),
                  checks));
        });
    out.append(String.format(Locale.ROOT, "%n%.1f %% of the mistakes are named.%n", caught()));
    return out.toString().replace("\r\n", "\n");
  }
}

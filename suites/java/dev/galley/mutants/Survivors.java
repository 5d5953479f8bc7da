package dev.galley.mutants;

import dev.galley.testkit.CorpusFiles;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Mutants that are known not to be dealt with as they should be, each with a reason.
 *
 * <p>An entry that ends in {@code *} stands for all mutants whose names begin so; of these some may
 * do well.
 */
final class Survivors {

  private static final String FILE = "mutation-survivors.txt";

  private final Map<String, String> reasons;
  private final TreeSet<String> unseen;

  private Survivors(Map<String, String> reasons) {
    this.reasons = reasons;
    this.unseen = new TreeSet<>(reasons.keySet());
  }

  static Survivors read() throws IOException {
    return new Survivors(CorpusFiles.exceptions(FILE));
  }

  /** What is wrong with the list, in the light of a mutant that was reviewed. */
  Optional<String> surprise(String name, boolean survives) {
    Optional<String> entry =
        reasons.keySet().stream().filter(known -> covers(known, name)).findFirst();
    if (survives) {
      entry.ifPresent(unseen::remove);
      return entry.isPresent() ? Optional.empty() : Optional.of("survives: " + name);
    }
    return entry
        .filter(known -> !known.endsWith("*"))
        .map(known -> "is listed as a survivor and is none: " + name);
  }

  private static boolean covers(String entry, String name) {
    return entry.endsWith("*")
        ? name.startsWith(entry.substring(0, entry.length() - 1))
        : name.equals(entry);
  }

  /** Entries that no mutant needed; to be asked when all were reviewed. */
  Set<String> unseen() {
    return unseen;
  }
}

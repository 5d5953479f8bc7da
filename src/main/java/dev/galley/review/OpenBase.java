package dev.galley.review;

import dev.galley.patch.Diff;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.BaseGuess;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import dev.galley.tree.IndexMatch;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The base of a review, and what there is to say about it. */
record OpenBase(BaseTree tree, ReviewResult.BaseInfo info) implements Closeable {

  /**
   * Opens what the user named. When that is a repository without a revision and its HEAD does not
   * have every blob that the index lines name, the commit that has the most of them is taken.
   */
  static OpenBase open(BaseSpec spec, Series series, Progress progress) throws IOException {
    progress.at("opening the base", 0, 1);
    List<Diff> diffs = series.patches().stream().map(SeriesPatch::diff).toList();
    BaseTree named = Bases.open(spec);
    try {
      IndexMatch match = IndexMatch.of(named, diffs);
      if (!spec.revision().isEmpty()
          || match.isComplete()
          || named.commitId().isEmpty()
          || !named.hasHistory()) {
        return of(named, match, false);
      }
      progress.at("looking for the base", 0, 1);
      BaseGuess guess = BaseGuess.guess(spec.directory(), diffs);
      if (guess.matching() <= match.matching()) {
        return of(named, match, false);
      }
      BaseTree guessed = Bases.open(new BaseSpec(spec.directory(), guess.commit()));
      named.close();
      return of(guessed, IndexMatch.of(guessed, diffs), true);
    } catch (IOException | RuntimeException failed) {
      named.close();
      throw failed;
    }
  }

  private static OpenBase of(BaseTree tree, IndexMatch match, boolean guessed) {
    return new OpenBase(
        tree,
        new ReviewResult.BaseInfo(
            tree.describe(), tree.id().orElse(""), match.matching(), match.total(), guessed));
  }

  @Override
  public void close() {
    tree.close();
  }
}

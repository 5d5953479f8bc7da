package dev.galley.review;

import dev.galley.patch.FileChange;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import dev.galley.tree.TreeEntry;
import java.io.Closeable;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The base of a review, and what there is to say about it. */
record OpenBase(BaseTree tree, ReviewResult.BaseInfo info) implements Closeable {

  static OpenBase open(BaseSpec spec, Series series, Progress progress) throws IOException {
    progress.at("opening the base", 0, 1);
    BaseTree tree = Bases.open(spec);
    int[] matched = matches(tree, series);
    return new OpenBase(
        tree,
        new ReviewResult.BaseInfo(
            tree.describe(), tree.id().orElse(""), matched[0], matched[1], false));
  }

  /** How many index lines of first touches name the base's blob, and how many there are. */
  private static int[] matches(BaseTree tree, Series series) {
    Set<String> touched = new HashSet<>();
    int matched = 0;
    int all = 0;
    for (SeriesPatch patch : series.patches()) {
      for (FileChange change : patch.diff().files()) {
        boolean first = touched.add(change.oldPath());
        touched.add(change.newPath());
        if (!first || change.oldPath().isEmpty() || change.oldId().isEmpty()) {
          continue;
        }
        all++;
        Optional<TreeEntry> entry = tree.entry(change.oldPath());
        if (entry.isPresent() && entry.get().id().startsWith(change.oldId())) {
          matched++;
        }
      }
    }
    return new int[] {matched, all};
  }

  @Override
  public void close() {
    tree.close();
  }
}

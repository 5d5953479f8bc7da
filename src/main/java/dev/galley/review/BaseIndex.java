package dev.galley.review;

import dev.galley.kernelc.symbols.IndexFolder;
import dev.galley.kernelc.symbols.TreeIndex;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.series.Series;
import dev.galley.tree.BaseTree;
import java.io.IOException;
import java.util.Optional;

/**
 * The index of a base that a series of C is reviewed on.
 *
 * <p>Checks ask for hundreds of names. In a large tree without an index each question reads it all,
 * so the index is made first and kept in the user's folder for the next time.
 */
final class BaseIndex {

  /** Files of C from which on an index pays; below, reading them all is as quick. */
  private static final int LARGE = 2_000;

  private BaseIndex() {}

  /** The index; empty where the tree is small, a folder without an id, or cannot be read whole. */
  static Optional<TreeIndex> of(Series series, BaseTree base, Progress progress)
      throws IOException {
    boolean isOfC =
        series.patches().stream()
            .flatMap(patch -> patch.diff().files().stream())
            .anyMatch(file -> TreeScan.isC(file.path()));
    if (!isOfC || base.id().isEmpty()) {
      return Optional.empty();
    }
    IndexFolder folder = IndexFolder.ofUser();
    Optional<TreeIndex> there = folder.find(base).index();
    if (there.isPresent() || base.files().list(TreeScan::isC).size() < LARGE) {
      return there;
    }
    progress.at("making the index of the base, once", 0, -1);
    return folder.findOrBuild(base).index();
  }
}

package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.series.Series;
import dev.galley.tree.BaseTree;
import java.util.List;
import java.util.Optional;

/**
 * The C of a series: what every patch changes, and on a base the whole tree in every state.
 *
 * <p>Made lazily, kept, safe for several threads.
 */
public interface SeriesCode {

  Series series();

  /** The tree that the series is for; empty without a base. */
  Optional<BaseTree> base();

  /**
   * The pieces of C that a patch changes, in the order of its diff; files that are no C are left
   * out. Empty for a patch that is not there.
   */
  List<CodeChange> changes(int patch);

  /** The tree before a patch; empty without a base. */
  Optional<CodeState> before(int patch);

  /** The tree after a patch, with everything of it that applies; empty without a base. */
  Optional<CodeState> after(int patch);

  /** The tree after the last patch that is there; empty without a base. */
  Optional<CodeState> last();

  /** A file before a patch; without a base only where the series' own lines make it whole. */
  Optional<CFile> fileBefore(int patch, String path);

  /** A file after a patch; without a base only where the series' own lines make it whole. */
  Optional<CFile> fileAfter(int patch, String path);
}

package dev.galley.search;

import java.util.List;
import java.util.Set;

/**
 * What to search for, and where.
 *
 * @param pattern an expression, its variables declared before it
 * @param kinds the kinds of sites wanted
 * @param paths folders, files or globs; empty for the whole tree
 * @param index what to do with the index of the tree
 */
public record SearchOrder(String pattern, Set<SiteKind> kinds, List<String> paths, IndexUse index) {

  public SearchOrder {
    kinds = Set.copyOf(kinds);
    paths = List.copyOf(paths);
  }

  /** What to do with the index of the tree. */
  public enum IndexUse {
    /** Use it where there is one. */
    AUTO,
    /** Make it where there is none. */
    MAKE,
    NEVER
  }
}

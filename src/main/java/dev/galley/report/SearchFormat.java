package dev.galley.report;

import dev.galley.search.SearchResult;

/** A way to show what a search found. */
public interface SearchFormat {

  /** What {@code --format} calls it. */
  String name();

  /**
   * The whole text, with a line feed at its end.
   *
   * @param unknown whether the places are listed of which nobody can say whether they are sites
   */
  String render(SearchResult result, boolean unknown, ReportOptions options);
}

package dev.galley.report;

import dev.galley.report.internal.SearchResultJson;
import dev.galley.search.SearchResult;

/** Sites for programs: JSON as {@code docs/schema/search-1.json} describes it. */
public final class SearchJson implements SearchFormat {

  @Override
  public String name() {
    return "json";
  }

  @Override
  public String render(SearchResult result, boolean unknown, ReportOptions options) {
    return SearchResultJson.write(result);
  }
}

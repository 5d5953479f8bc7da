package dev.galley.report;

import dev.galley.search.Doubt;
import dev.galley.search.SearchResult;
import dev.galley.search.Site;
import dev.galley.text.Printable;

/**
 * Sites for editors: {@code path:line:column:text}, one a line, as {@code grep --vimgrep} tools
 * print them.
 */
public final class SearchVimgrep implements SearchFormat {

  @Override
  public String name() {
    return "vimgrep";
  }

  @Override
  public String render(SearchResult result, boolean unknown, ReportOptions options) {
    StringBuilder out = new StringBuilder();
    result.sites().forEach(site -> line(site, out));
    if (unknown) {
      result.doubts().stream().map(Doubt::site).forEach(site -> line(site, out));
    }
    return out.toString();
  }

  private static void line(Site site, StringBuilder out) {
    out.append(Printable.line(site.path()))
        .append(':')
        .append(site.line())
        .append(':')
        .append(site.column())
        .append(':')
        .append(Printable.block(site.excerpt()))
        .append('\n');
  }
}

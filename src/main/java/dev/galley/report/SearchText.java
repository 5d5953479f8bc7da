package dev.galley.report;

import dev.galley.search.Doubt;
import dev.galley.search.SearchResult;
import dev.galley.search.Site;
import dev.galley.search.SiteKind;
import dev.galley.text.Printable;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Sites for people: the place, what happens there, the line, why its types are what they are; then
 * the sums.
 */
public final class SearchText implements SearchFormat {

  private static final int MOST_OTHERS = 8;
  private static final String INDENT = "        ";

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String render(SearchResult result, boolean unknown, ReportOptions options) {
    Ink ink = new Ink(options.colour());
    StringBuilder out = new StringBuilder();
    for (Site site : result.sites()) {
      site(site, ink, out);
      for (String line : site.evidence()) {
        out.append(INDENT).append(ink.dim(Printable.line(line))).append('\n');
      }
    }
    if (unknown && !result.doubts().isEmpty()) {
      out.append(ink.bold("Not known whether they are sites:")).append('\n');
      for (Doubt doubt : result.doubts()) {
        site(doubt.site(), ink, out);
        out.append(INDENT).append(ink.dim(Printable.line(doubt.reason()))).append('\n');
      }
    }
    out.append(ink.bold(sums(result, unknown))).append('\n');
    return out.toString();
  }

  private static void site(Site site, Ink ink, StringBuilder out) {
    out.append(ink.bold(Printable.line(site.path()) + ":" + site.line() + ":" + site.column()))
        .append(": ")
        .append(site.kind().label());
    site.function().ifPresent(name -> out.append(" in ").append(Printable.line(name)).append("()"));
    site.macro().ifPresent(name -> out.append(" in macro ").append(Printable.line(name)));
    site.condition()
        .ifPresent(text -> out.append("  ").append(ink.dim("[" + Printable.line(text) + "]")));
    out.append('\n').append(INDENT).append(Printable.block(site.excerpt().strip())).append('\n');
  }

  /**
   * {@code 165 sites in 49 files: 160 read, 5 write. 23 of other types: …. 2 of unknown type
   * (--unknown lists them).}
   */
  private static String sums(SearchResult result, boolean unknown) {
    StringBuilder out = new StringBuilder();
    long files = result.sites().stream().map(Site::path).distinct().count();
    out.append(Words.count(result.sites().size(), "site"))
        .append(" in ")
        .append(Words.count(files, "file"));
    StringJoiner kinds = new StringJoiner(", ", ": ", "").setEmptyValue("");
    for (Map.Entry<SiteKind, Integer> kind : result.byKind().entrySet()) {
      kinds.add(kind.getValue() + " " + kind.getKey().label());
    }
    out.append(kinds).append('.');
    if (!result.others().isEmpty()) {
      StringJoiner others = new StringJoiner(", ");
      result.others().entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(MOST_OTHERS)
          .forEach(other -> others.add(other.getValue() + " " + Printable.line(other.getKey())));
      int more = result.others().size() - MOST_OTHERS;
      if (more > 0) {
        others.add(more + " more");
      }
      out.append(" The same word elsewhere: ").append(others).append('.');
    }
    if (!result.doubts().isEmpty()) {
      out.append(' ').append(result.doubts().size()).append(" not known");
      out.append(unknown ? "." : " (--unknown lists them).");
    }
    return out.toString();
  }
}

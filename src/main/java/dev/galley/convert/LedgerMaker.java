package dev.galley.convert;

import dev.galley.patch.FileChange;
import dev.galley.search.Doubt;
import dev.galley.search.Elsewhere;
import dev.galley.search.PatternException;
import dev.galley.search.Shape;
import dev.galley.search.Site;
import dev.galley.search.SiteKind;
import dev.galley.search.StateSearch;
import dev.galley.series.SeriesPatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the ledger of a series on its base: searches the tree before it, and the files that it
 * touches after it, and follows every place through the patches.
 */
public final class LedgerMaker {

  private final RuleMatcher matcher = new RuleMatcher();
  private final SeriesCode code;
  private final RuleBook book;
  private final CodeState base;
  private final CodeState last;
  private final Set<String> touched = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  private LedgerMaker(SeriesCode code, RuleBook book, CodeState base, CodeState last) {
    this.code = code;
    this.book = book;
    this.base = base;
    this.last = last;
    for (SeriesPatch patch : code.series().patches()) {
      for (FileChange change : patch.diff().files()) {
        touched.add(change.oldPath());
        touched.add(change.newPath());
      }
    }
    touched.remove("");
  }

  /** The ledger; empty without a base. */
  public static Ledger of(SeriesCode code, RuleBook book) {
    List<SeriesPatch> patches = code.series().patches();
    if (patches.isEmpty()) {
      return Ledger.EMPTY;
    }
    Optional<CodeState> base = code.before(patches.get(0).number());
    Optional<CodeState> last = code.last();
    return base.isEmpty() || last.isEmpty()
        ? Ledger.EMPTY
        : new LedgerMaker(code, book, base.get(), last.get()).make();
  }

  /** What the searches for one rule found, and where its places went. */
  private record Raw(Rule rule, String pattern, List<Place> places, List<Elsewhere> others) {}

  /** A place before or after the series. */
  private static final class Place {
    private final Site site;
    private final String doubt;
    private final String expression;
    private Optional<SiteFates.Traveller> way = Optional.empty();
    private Optional<Site> later = Optional.empty();
    private int added;

    Place(Site site, String doubt, String expression) {
      this.site = site;
      this.doubt = doubt;
      this.expression = expression;
    }
  }

  private Ledger make() {
    List<Rule> used = UsedRules.of(code.series(), book);
    Set<String> helpers = new LinkedHashSet<>();
    used.forEach(rule -> helpers.add(rule.name()));
    List<Said> said = ScopeWords.read(code.series(), Optional.of(base.tree()));
    if (used.isEmpty()) {
      return new Ledger(List.of(), said, List.of());
    }
    Set<String> words = new LinkedHashSet<>();
    used.forEach(rule -> words.addAll(UsedRules.leftWords(rule)));
    base.symbols().prepare(words);
    List<Raw> raws = new ArrayList<>();
    for (Rule rule : used) {
      search(rule).ifPresent(raws::add);
    }
    SiteFates fates = new SiteFates(code, helpers);
    List<SiteFates.Traveller> travellers = new ArrayList<>();
    raws.forEach(raw -> raw.places().forEach(place -> place.way.ifPresent(travellers::add)));
    fates.follow(travellers);
    List<Ledger.Account> accounts = new ArrayList<>();
    for (Raw raw : raws) {
      addedPlaces(raw, fates);
      Ledger.Account account =
          new Ledger.Account(raw.rule(), raw.pattern(), entries(raw), raw.others());
      if (account.entries().stream().anyMatch(entry -> entry.fate() instanceof Fate.Converted)) {
        accounts.add(account);
      }
    }
    return new Ledger(
        new LedgerReasons(code, book, helpers, base, last, said).judge(accounts), said, notes);
  }

  private Optional<Raw> search(Rule rule) {
    String pattern = UsedRules.pattern(rule);
    Optional<Shape> shape = matcher.shape(rule, RuleMatcher.Half.LEFT);
    if (shape.isEmpty()) {
      notes.add(rule.name() + ": its left side is not understood");
      return Optional.empty();
    }
    try {
      StateSearch.Found found =
          new StateSearch(base.symbols(), base.types()).run(shape.get(), pattern, path -> true);
      List<Place> places = new ArrayList<>();
      for (Site site : found.sites()) {
        places.add(travelling(new Place(site, "", text(base, site))));
      }
      for (Doubt doubt : found.doubts()) {
        places.add(travelling(new Place(doubt.site(), doubt.reason(), text(base, doubt.site()))));
      }
      return Optional.of(new Raw(rule, pattern, places, found.others()));
    } catch (PatternException e) {
      notes.add(rule.name() + ": its places cannot be searched for: " + e.reason());
      return Optional.empty();
    } catch (IOException e) {
      notes.add(rule.name() + ": the search for its places failed: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Place travelling(Place place) {
    place.way =
        Optional.of(
            new SiteFates.Traveller(
                place.site.path(), place.site.line(), place.site.column(), place.expression));
    return place;
  }

  private static String text(CodeState state, Site site) {
    return state
        .symbols()
        .file(site.path())
        .map(file -> file.bytes().slice(site.span()).utf8().replaceAll("\\s+", " "))
        .orElse(site.excerpt().strip());
  }

  /** Places after the series that were not there before. */
  private void addedPlaces(Raw raw, SiteFates fates) {
    StateSearch.Found found;
    try {
      Optional<Shape> shape = matcher.shape(raw.rule(), RuleMatcher.Half.LEFT);
      if (shape.isEmpty()) {
        return;
      }
      found =
          new StateSearch(last.symbols(), last.types())
              .run(shape.get(), raw.pattern(), touched::contains);
    } catch (PatternException | IOException e) {
      notes.add(raw.rule().name() + ": the tree after the series cannot be searched");
      return;
    }
    Map<String, List<Place>> known = new HashMap<>();
    for (Place place : raw.places()) {
      place
          .way
          .filter(SiteFates.Traveller::isThere)
          .ifPresent(
              way ->
                  known
                      .computeIfAbsent(way.path() + ":" + way.line(), key -> new ArrayList<>())
                      .add(place));
    }
    Map<String, Map<Integer, Integer>> lines = new HashMap<>();
    List<Place> more = new ArrayList<>();
    for (Site site : found.sites()) {
      more.add(new Place(site, "", text(last, site)));
    }
    for (Doubt doubt : found.doubts()) {
      more.add(new Place(doubt.site(), doubt.reason(), text(last, doubt.site())));
    }
    for (Place place : more) {
      List<Place> same = known.getOrDefault(place.site.path() + ":" + place.site.line(), List.of());
      if (!same.isEmpty()) {
        same.remove(0).later = Optional.of(place.site);
        continue;
      }
      place.added =
          lines
              .computeIfAbsent(place.site.path(), fates::addedLines)
              .getOrDefault(place.site.line(), 0);
      if (place.added > 0) {
        raw.places().add(place);
      }
    }
  }

  private List<LedgerEntry> entries(Raw raw) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Place place : raw.places()) {
      Site site = place.later.orElse(place.site);
      boolean there = place.way.map(SiteFates.Traveller::isThere).orElse(true);
      int after = place.way.map(way -> there ? way.line() : 0).orElse(site.line());
      entries.add(
          new LedgerEntry(
              place.site.path(),
              place.way.isPresent() ? place.site.line() : 0,
              after,
              place.added,
              site.function().or(site::macro).orElse(""),
              place.expression,
              site.span(),
              site.excerpt().strip(),
              site.condition().orElse(""),
              kind(raw.rule(), site),
              site.evidence(),
              place.doubt,
              fate(raw.rule(), place),
              List.of()));
    }
    entries.sort(
        Comparator.comparing(LedgerEntry::path)
            .thenComparingInt(LedgerEntry::line)
            .thenComparing(LedgerEntry::expression));
    return entries;
  }

  /** Statements as a whole are there to be replaced, whatever they do. */
  private static SiteKind kind(Rule rule, Site site) {
    return rule.left() instanceof Template.Statements ? SiteKind.READ : site.kind();
  }

  private static Fate fate(Rule rule, Place place) {
    if (place.way.filter(SiteFates.Traveller::isUncertain).isPresent()) {
      return new Fate.Unknown("a patch changes this file in a way that could not be followed");
    }
    Optional<SiteFates.Traveller> gone = place.way.filter(way -> !way.isThere());
    if (gone.isPresent()) {
      int patch = gone.get().patch();
      return gone.get().helper().isEmpty()
          ? new Fate.Removed(patch)
          : new Fate.Converted(patch, gone.get().helper());
    }
    if (!place.doubt.isEmpty()) {
      return new Fate.Unknown(place.doubt);
    }
    return switch (kind(rule, place.site)) {
      case READ, CALL -> new Fate.Generic();
      default -> new Fate.NoRead();
    };
  }
}

package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.text.Span;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One search of many files, on all processors; the result is in order of path all the same. */
final class SearchRun {

  private final SearchOrder order;
  private final Pattern pattern;
  private final Optional<Shape> shape;
  private final TypeSources types;
  private final Search.Progress progress;
  private final List<Site> sites = new ArrayList<>();
  private final List<Doubt> doubts = new ArrayList<>();
  private final List<Elsewhere> others = new ArrayList<>();
  private int files;

  SearchRun(SearchOrder order, Pattern pattern, TypeSources types, Search.Progress progress) {
    this(order, pattern, Optional.empty(), types, progress);
  }

  SearchRun(
      SearchOrder order,
      Pattern pattern,
      Optional<Shape> shape,
      TypeSources types,
      Search.Progress progress) {
    this.order = order;
    this.pattern = pattern;
    this.shape = shape;
    this.types = types;
    this.progress = progress;
  }

  /** Looks through a tree for files that have all the pattern's words, and searches them. */
  void scan(TreeScan scan) throws IOException {
    progress.at("reading the tree", 0, 1);
    work(
        found -> {
          TreeScan.Summary summary =
              scan.scan(
                  pattern.words(),
                  TreeScan.Needs.ALL,
                  match -> found.accept(() -> search(CFile.of(match.path(), match.bytes()))));
          summary.unread().forEach(file -> unread(file.path(), file.reason()));
        });
  }

  /** Searches the files of which the index says that they can have all the pattern's words. */
  void files(TreeSymbols symbols, Predicate<String> paths) throws IOException {
    files(symbols, candidates(symbols, words(), paths));
  }

  /** Searches some files. */
  void files(TreeSymbols symbols, List<String> candidates) throws IOException {
    work(found -> candidates.forEach(path -> found.accept(() -> search(symbols, path))));
  }

  /** The files that can have all of some words, in order. */
  static List<String> candidates(TreeSymbols symbols, Set<String> words, Predicate<String> paths) {
    Set<String> candidates = new TreeSet<>();
    boolean first = true;
    for (String word : words) {
      List<String> mentioning = symbols.mentions(word);
      if (first) {
        candidates.addAll(mentioning);
        first = false;
      } else {
        candidates.retainAll(new HashSet<>(mentioning));
      }
    }
    return candidates.stream().filter(paths).toList();
  }

  private Set<String> words() {
    return shape.map(Shape::words).orElseGet(pattern::words);
  }

  boolean hasSites() {
    return !sites.isEmpty();
  }

  /** What was found, all files together. */
  SearchResult result(String base, List<String> remarks) {
    sites.sort(Comparator.comparing(Site::path).thenComparing(site -> site.span().start()));
    TreeMap<String, Integer> counts = new TreeMap<>();
    others.forEach(other -> counts.merge(other.what(), 1, Integer::sum));
    return new SearchResult(order.pattern(), base, sites, doubts, counts, files, remarks);
  }

  /** Places that have the pattern's words and are certainly something else, by path and line. */
  List<Elsewhere> others() {
    others.sort(Comparator.comparing(Elsewhere::path).thenComparing(Elsewhere::line));
    return List.copyOf(others);
  }

  /** Runs searches on all processors while they are found, and takes their results in order. */
  private void work(Consumer<Consumer<Callable<Optional<FileSearch.Found>>>> finder)
      throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Optional<FileSearch.Found>>> searches = new ArrayList<>();
      finder.accept(search -> searches.add(workers.submit(search)));
      for (int i = 0; i < searches.size(); i++) {
        progress.at("searching", i, searches.size());
        searches.get(i).get().ifPresent(this::take);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a file's search failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the search was interrupted");
    } finally {
      workers.shutdownNow();
    }
  }

  private Optional<FileSearch.Found> search(TreeSymbols symbols, String path) {
    if (!symbols.isReadable(path)) {
      return Optional.of(failed(path, "this file was not read: it is not there, or too large"));
    }
    return symbols.file(path, words()).flatMap(this::search);
  }

  /** One file's search; a defect that it meets is that file's loss alone, and is told. */
  private Optional<FileSearch.Found> search(CFile file) {
    try {
      return Optional.of(new FileSearch(pattern, shape, types, file).run());
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(
          failed(file.path(), "the search of this file failed: " + e.getClass().getSimpleName()));
    }
  }

  private void take(FileSearch.Found found) {
    files++;
    found.sites().stream().filter(site -> order.kinds().contains(site.kind())).forEach(sites::add);
    found.doubts().stream()
        .filter(doubt -> order.kinds().contains(doubt.site().kind()))
        .forEach(doubts::add);
    others.addAll(found.others());
  }

  private void unread(String path, String reason) {
    doubts.add(whole(path, "this file was not read: " + reason));
  }

  private static FileSearch.Found failed(String path, String reason) {
    return new FileSearch.Found(List.of(), List.of(whole(path, reason)), List.of());
  }

  /** A file of which nobody can say what it holds. */
  private static Doubt whole(String path, String reason) {
    Site place =
        new Site(
            path,
            1,
            1,
            Span.at(0),
            "",
            SiteKind.READ,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new Doubt(place, reason);
  }
}

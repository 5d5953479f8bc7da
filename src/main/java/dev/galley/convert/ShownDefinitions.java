package dev.galley.convert;

import dev.galley.kernelc.Fragment;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import dev.galley.tree.Tree;
import dev.galley.tree.TreeEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Definitions at file level that stand whole in hunks of a series, and from when to when. */
final class ShownDefinitions {

  private record Key(String path, String what, String name) {}

  /**
   * What a patch shows of a name.
   *
   * @param before the text before the patch; empty where it is not shown, or not there
   * @param after the text after it
   */
  private record Event(int patch, Optional<Bytes> before, Optional<Bytes> after) {}

  private final Series series;
  private @org.jspecify.annotations.Nullable Map<Key, List<Event>> events;

  ShownDefinitions(Series series) {
    this.series = series;
  }

  /**
   * Files that hold what is known after a patch.
   *
   * @param isKnown whether a file is known whole
   */
  synchronized Map<String, Tree.Edit> after(int patch, Predicate<String> isKnown) {
    Map<String, List<Bytes>> texts = new LinkedHashMap<>();
    all()
        .forEach(
            (key, known) -> {
              if (!isKnown.test(key.path())) {
                at(known, patch)
                    .ifPresent(
                        text ->
                            texts.computeIfAbsent(key.path(), path -> new ArrayList<>()).add(text));
              }
            });
    Map<String, Tree.Edit> edits = new LinkedHashMap<>();
    texts.forEach(
        (path, parts) -> edits.put(path, new Tree.Edit(TreeEntry.FILE, Bytes.concat(parts))));
    return edits;
  }

  private static Optional<Bytes> at(List<Event> known, int patch) {
    Optional<Event> latest =
        known.stream().filter(each -> each.patch() <= patch).reduce((one, other) -> other);
    return latest.isPresent()
        ? latest.get().after()
        : known.stream().findFirst().flatMap(Event::before);
  }

  private Map<Key, List<Event>> all() {
    Map<Key, List<Event>> known = events;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (SeriesPatch patch : series.patches()) {
        for (FileChange file : patch.diff().files()) {
          if (TreeScan.isC(file.path())) {
            for (Hunk hunk : file.hunks()) {
              read(patch.number(), file.path(), hunk, known);
            }
          }
        }
      }
      events = known;
    }
    return known;
  }

  private static void read(int patch, String path, Hunk hunk, Map<Key, List<Event>> known) {
    Map<Key, Bytes> before = definitions(path, hunk, Fragment.Side.BEFORE);
    Map<Key, Bytes> after = definitions(path, hunk, Fragment.Side.AFTER);
    Map<Key, Boolean> keys = new LinkedHashMap<>();
    before.keySet().forEach(key -> keys.put(key, true));
    after.keySet().forEach(key -> keys.put(key, true));
    keys.keySet()
        .forEach(
            key ->
                known
                    .computeIfAbsent(key, each -> new ArrayList<>())
                    .add(
                        new Event(
                            patch,
                            Optional.ofNullable(before.get(key)),
                            Optional.ofNullable(after.get(key)))));
  }

  /** What a side of a hunk declares or defines as a whole at file level, with its text. */
  private static Map<Key, Bytes> definitions(String path, Hunk hunk, Fragment.Side side) {
    Map<Key, Bytes> found = new LinkedHashMap<>();
    for (Fragment.Piece piece : Fragment.of(hunk, side, path, "").pieces()) {
      for (Fragment.Part part : piece.parts()) {
        if (part.isFileLevel() && piece.isClosed()) {
          External external = part.external().orElseThrow();
          if (!external.name().isEmpty()) {
            put(found, path, external, piece.file());
          }
        }
      }
    }
    HunkMacros.of(hunk, side, path)
        .forEach(macro -> put(found, path, macro.define(), macro.file().bytes()));
    return found;
  }

  private static void put(Map<Key, Bytes> found, String path, External external, Bytes text) {
    Bytes own = Bytes.concat(List.of(text.slice(external.span()), Bytes.utf8("\n")));
    found.merge(
        new Key(path, external.what().name(), external.name()),
        own,
        (one, other) -> Bytes.concat(List.of(one, other)));
  }
}

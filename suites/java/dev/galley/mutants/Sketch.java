package dev.galley.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A series that can be changed and written again: the words of its mails, and its files.
 *
 * <p>With a base {@code states} has whole trees, 0 before the first patch and N after patch N.
 * Without one only {@code sides} is filled, with the lines that the hunks show.
 *
 * @param words of the cover letter (0) and of each patch
 * @param states whole trees by path; empty without a base
 * @param sides what each patch changes, by path; index 0 is empty
 */
record Sketch(
    List<MailWords> words, List<Map<String, String>> states, List<Map<String, Sides>> sides) {

  /** Between the hunks of one side: a line of its own, with the hunk's start and its heading. */
  static final char CUT = '\f';

  /**
   * A file on both sides of a patch.
   *
   * @param header what the diff says before the first hunk; empty where it is to be made
   * @param before empty text for a file that is not there
   * @param after empty text for a file that is not there
   */
  record Sides(String header, String before, String after) {}

  /** What a mail says besides its diff. */
  record MailWords(String header, String subject, String body) {}

  /** How many patches there are. */
  int patches() {
    return words.size() - 1;
  }

  boolean hasBase() {
    return !states.isEmpty();
  }

  /** The files after a patch: all of them with a base, those of the patch without. */
  Map<String, String> after(int patch) {
    if (hasBase()) {
      return states.get(patch);
    }
    Map<String, String> files = new TreeMap<>();
    sides.get(patch).forEach((path, file) -> files.put(path, file.after()));
    return files;
  }

  /** What a patch changes, by path. */
  Map<String, Sides> changes(int patch) {
    if (!hasBase()) {
      return sides.get(patch);
    }
    Map<String, Sides> found = new TreeMap<>();
    Map<String, String> before = states.get(patch - 1);
    Map<String, String> after = states.get(patch);
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    for (String path : paths) {
      String old = before.getOrDefault(path, "");
      String now = after.getOrDefault(path, "");
      if (!old.equals(now)) {
        found.put(path, new Sides("", old, now));
      }
    }
    return found;
  }

  /**
   * The series with a file made other by a patch; the patches after it change it as they did.
   *
   * @return empty where a later patch changes the same tokens
   */
  Optional<Sketch> with(int patch, String path, String after) {
    return with(patch, Map.of(path, after));
  }

  /** The same for several files of a patch. */
  Optional<Sketch> with(int patch, Map<String, String> after) {
    return hasBase() ? carried(patch, after) : Optional.of(replaced(patch, after));
  }

  private Sketch replaced(int patch, Map<String, String> after) {
    List<Map<String, Sides>> changed = new ArrayList<>(sides);
    Map<String, Sides> files = new LinkedHashMap<>(sides.get(patch));
    after.forEach(
        (path, text) -> {
          Sides was = Objects.requireNonNull(files.get(path));
          files.put(path, new Sides(was.header(), was.before(), text));
        });
    changed.set(patch, files);
    return new Sketch(words, states, changed);
  }

  private Optional<Sketch> carried(int patch, Map<String, String> after) {
    List<Map<String, String>> changed = new ArrayList<>(states);
    for (Map.Entry<String, String> file : after.entrySet()) {
      String path = file.getKey();
      String now = file.getValue();
      for (int i = patch; i < states.size(); i++) {
        if (i > patch) {
          Optional<String> merged =
              Texts.merge(
                  states.get(i - 1).getOrDefault(path, ""),
                  now,
                  states.get(i).getOrDefault(path, ""));
          if (merged.isEmpty()) {
            return Optional.empty();
          }
          now = merged.get();
        }
        Map<String, String> tree = new TreeMap<>(changed.get(i));
        tree.put(path, now);
        changed.set(i, tree);
      }
    }
    return Optional.of(new Sketch(words, changed, sides));
  }

  /** The series with a patch moved to another number; empty where its lines are not there yet. */
  Optional<Sketch> moved(int from, int to) {
    List<Integer> order = new ArrayList<>();
    for (int i = 1; i <= patches(); i++) {
      order.add(i);
    }
    order.add(to - 1, order.remove(from - 1));
    List<MailWords> mails = new ArrayList<>(List.of(words.get(0)));
    List<Map<String, Sides>> diffs = new ArrayList<>(List.of(Map.of()));
    List<Map<String, String>> trees = new ArrayList<>();
    if (hasBase()) {
      trees.add(states.get(0));
    }
    for (int number : order) {
      mails.add(words.get(number));
      if (hasBase()) {
        Optional<Map<String, String>> next = onto(trees.get(trees.size() - 1), number);
        if (next.isEmpty()) {
          return Optional.empty();
        }
        trees.add(next.get());
      } else {
        diffs.add(sides.get(number));
      }
    }
    return Optional.of(new Sketch(mails, trees, diffs));
  }

  private Optional<Map<String, String>> onto(Map<String, String> tree, int patch) {
    Map<String, String> next = new TreeMap<>(tree);
    for (Map.Entry<String, Sides> file : changes(patch).entrySet()) {
      Optional<String> merged =
          Texts.merge(
              file.getValue().before(),
              tree.getOrDefault(file.getKey(), ""),
              file.getValue().after());
      if (merged.isEmpty()) {
        return Optional.empty();
      }
      next.put(file.getKey(), merged.get());
    }
    return Optional.of(next);
  }
}

package dev.galley.check.convert;

import dev.galley.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which options a source file is built with, as the makefiles of its folders say. */
final class BuiltWith {

  private static final Pattern LIST =
      Pattern.compile("([\\w.-]+?)-(?:(y|m|objs)|\\$\\(CONFIG_(\\w+)\\))\\s*[:+]?=(.*)");
  private static final int DEEPEST = 8;

  private final Tree tree;

  BuiltWith(Tree tree) {
    this.tree = tree;
  }

  /**
   * The options that must all be on for a file to be built, with {@code CONFIG_}; empty where that
   * cannot be said: a header, or makefiles with conditionals.
   */
  Optional<Set<String>> of(String path) {
    if (!path.endsWith(".c")) {
      return Optional.empty();
    }
    String folder = folder(path);
    String object = path.substring(folder.length(), path.length() - 2) + ".o";
    Set<String> options = new TreeSet<>();
    return object(folder, object, options, 0) && folders(folder, options)
        ? Optional.of(options)
        : Optional.empty();
  }

  /** Adds what an object asks for; false where it is in no list, or in several. */
  private boolean object(String folder, String object, Set<String> options, int depth) {
    Optional<Found> found = find(folder, object);
    if (found.isEmpty() || depth > DEEPEST) {
      return false;
    }
    if (!found.get().option().isEmpty()) {
      options.add("CONFIG_" + found.get().option());
    }
    return found.get().list().equals("obj")
        || object(folder, found.get().list() + ".o", options, depth + 1);
  }

  private boolean folders(String folder, Set<String> options) {
    String at = folder;
    while (at.indexOf('/') < at.length() - 1) {
      String name = at.substring(0, at.length() - 1);
      String above = folder(name);
      Optional<Found> found = find(above, name.substring(above.length()) + "/");
      if (found.isEmpty()) {
        return false;
      }
      if (!found.get().option().isEmpty()) {
        options.add("CONFIG_" + found.get().option());
      }
      at = above;
    }
    return true;
  }

  private record Found(String list, String option) {}

  /** The one list that a name is in. */
  private Optional<Found> find(String folder, String name) {
    String text =
        tree.content(folder + "Makefile")
            .or(() -> tree.content(folder + "Kbuild"))
            .map(content -> content.latin1().replace("\\\n", " "))
            .orElse("");
    Set<Found> found = new HashSet<>();
    int depth = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String words = line.strip();
      if (words.startsWith("if")) {
        depth++;
      } else if (words.startsWith("endif")) {
        depth--;
      }
      Matcher matcher = LIST.matcher(words);
      if (matcher.matches() && List.of(matcher.group(4).strip().split("\\s+", -1)).contains(name)) {
        if (depth > 0) {
          return Optional.empty();
        }
        found.add(new Found(matcher.group(1), Optional.ofNullable(matcher.group(3)).orElse("")));
      }
    }
    Optional<Found> always = found.stream().filter(each -> each.option().isEmpty()).findFirst();
    return always.isPresent()
        ? always
        : found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }
}

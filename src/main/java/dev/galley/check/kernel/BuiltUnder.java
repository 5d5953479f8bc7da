package dev.galley.check.kernel;

import dev.galley.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which Kconfig symbols have to be set that a source is built, as the makefile beside it says. */
final class BuiltUnder {

  private BuiltUnder() {}

  /**
   * The symbols without {@code CONFIG_}; none where it is built whenever its folder is. Empty where
   * the makefile does not say, or names the source in several lists.
   */
  static Optional<Set<String>> of(Tree tree, String source) {
    String folder = source.substring(0, source.lastIndexOf('/') + 1);
    String object = source.substring(folder.length()).replaceFirst("\\.c$", ".o");
    Optional<List<Kbuild.Entry>> entries = entries(tree, folder);
    return entries.flatMap(list -> of(list, object, 0));
  }

  private static final int DEEPEST = 4;

  /** The same, with the symbols under which the folders above are entered. */
  static Optional<Set<String>> withFolders(Tree tree, String source) {
    Optional<Set<String>> own = of(tree, source);
    if (own.isEmpty()) {
      return own;
    }
    Set<String> symbols = new TreeSet<>(own.get());
    String folder = source.substring(0, source.lastIndexOf('/') + 1);
    while (folder.indexOf('/') != folder.length() - 1) {
      String above = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
      String name = folder.substring(above.length());
      entries(tree, above).stream()
          .flatMap(List::stream)
          .filter(entry -> entry.name().equals(name) && !entry.symbol().isEmpty())
          .forEach(entry -> symbols.add(entry.symbol()));
      folder = above;
    }
    return Optional.of(symbols);
  }

  private static Optional<Set<String>> of(List<Kbuild.Entry> entries, String object, int depth) {
    List<Kbuild.Entry> named =
        entries.stream().filter(entry -> entry.name().equals(object)).toList();
    if (named.size() != 1 || depth > DEEPEST) {
      return Optional.empty();
    }
    Kbuild.Entry entry = named.get(0);
    Set<String> symbols = new TreeSet<>();
    if (!entry.symbol().isEmpty()) {
      symbols.add(entry.symbol());
    }
    if (entry.list().equals("obj") || entry.list().equals("lib")) {
      return Optional.of(symbols);
    }
    return of(entries, entry.list() + ".o", depth + 1)
        .map(
            outer -> {
              symbols.addAll(outer);
              return symbols;
            });
  }

  private static Optional<List<Kbuild.Entry>> entries(Tree tree, String folder) {
    for (String name : List.of("Kbuild", "Makefile")) {
      Optional<String> text = tree.content(folder + name).map(bytes -> bytes.latin1());
      if (text.isPresent()) {
        boolean conditional = text.get().lines().anyMatch(line -> line.startsWith("if"));
        return conditional
            ? Optional.empty()
            : Optional.of(Kbuild.entries(NewLines.joined(NewLines.ofFile(text.get()))));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a symbol that is set means that another one is: it depends on it, selects it or stands
   * inside an {@code if} of it, as far as the Kconfig files beside and above the folder tell.
   */
  static boolean implies(Tree tree, String folder, String symbol, String other) {
    String at = folder;
    while (true) {
      Optional<String> text = tree.content(at + "Kconfig").map(bytes -> bytes.latin1());
      if (text.isPresent() && mentions(text.get(), symbol, other)) {
        return true;
      }
      if (at.isEmpty()) {
        return false;
      }
      at = at.substring(0, at.lastIndexOf('/', at.length() - 2) + 1);
    }
  }

  private static boolean mentions(String text, String symbol, String other) {
    boolean inside = false;
    int depth = 0;
    for (String raw : text.split("\n", -1)) {
      String line = raw.strip();
      if (line.startsWith("if ") && KconfigText.containsWord(line, other)) {
        depth++;
      } else if (line.equals("endif") && depth > 0) {
        depth--;
      }
      if (line.startsWith("config ") || line.startsWith("menuconfig ")) {
        inside = line.substring(line.indexOf(' ')).strip().equals(symbol);
        if (inside && depth > 0) {
          return true;
        }
      } else if (inside
          && (line.startsWith("depends") || line.startsWith("select") || line.startsWith("def_"))
          && KconfigText.containsWord(line, other)) {
        return true;
      }
    }
    return false;
  }
}

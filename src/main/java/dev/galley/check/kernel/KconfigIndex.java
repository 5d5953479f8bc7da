package dev.galley.check.kernel;

import dev.galley.text.Bytes;
import dev.galley.tree.Tree;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Every Kconfig symbol that a kernel tree defines, for all architectures.
 *
 * <p>The files are found as the build finds them, by following {@code source} from the root: that
 * reads some 1,700 files of a kernel and lists few directories. A file is read once, and only when
 * a symbol was not found in those before it.
 */
final class KconfigIndex {

  private static final int FILES_LIMIT = 20_000;
  private static final Map<Tree, KconfigIndex> CACHE =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Set<String> symbols = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<String> queue = new ArrayDeque<>();
  private boolean kernel;

  private KconfigIndex(Tree tree) {
    if (tree.entry("Kconfig").isPresent()) {
      enqueue("Kconfig");
      kernel = true;
    }
  }

  static KconfigIndex of(Tree tree) {
    return CACHE.computeIfAbsent(tree, KconfigIndex::new);
  }

  /** Whether there is a configuration at all: a tree without is none of a kernel. */
  boolean isKernel() {
    return kernel;
  }

  /**
   * Whether the tree defines a symbol. Reads as many files as it takes, those beside and above a
   * path first.
   */
  synchronized boolean defines(Tree tree, String symbol, String near) {
    if (definesNear(tree, symbol, near)) {
      return true;
    }
    while (!symbols.contains(symbol) && !queue.isEmpty() && seen.size() < FILES_LIMIT) {
      read(tree, queue.remove());
    }
    return symbols.contains(symbol);
  }

  /** Whether the files read so far define a symbol, or those beside and above a path. */
  synchronized boolean definesNear(Tree tree, String symbol, String near) {
    for (int slash = near.lastIndexOf('/'); slash > 0 && !symbols.contains(symbol); ) {
      String path = near.substring(0, slash) + "/Kconfig";
      if (seen.add(path)) {
        read(tree, path);
      }
      slash = near.lastIndexOf('/', slash - 1);
    }
    return symbols.contains(symbol);
  }

  private void read(Tree tree, String path) {
    tree.content(path).ifPresent(content -> read(tree, path, content));
  }

  private void read(Tree tree, String path, Bytes content) {
    String text = content.latin1();
    collect(text);
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash + 1);
    for (String source : KconfigText.sources(text)) {
      expand(tree, source);
      expand(tree, folder + source);
    }
  }

  private void collect(String text) {
    for (int at = text.indexOf("config"); at >= 0; at = text.indexOf("config", at + 6)) {
      int end = text.indexOf('\n', at);
      String rest = text.substring(at + 6, end < 0 ? text.length() : end);
      String name = rest.strip();
      boolean apart = rest.startsWith(" ") || rest.startsWith("\t");
      if (apart
          && isDefinition(text, at)
          && !name.isEmpty()
          && name.chars().allMatch(KconfigIndex::isName)) {
        symbols.add(name);
      }
    }
  }

  /** Only white space, or {@code menu} behind it, stands between the line's begin and the word. */
  private static boolean isDefinition(String text, int at) {
    int from = at >= 4 && text.startsWith("menu", at - 4) ? at - 4 : at;
    while (from > 0 && (text.charAt(from - 1) == ' ' || text.charAt(from - 1) == '\t')) {
      from--;
    }
    return from == 0 || text.charAt(from - 1) == '\n';
  }

  private static boolean isName(int c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** A variable in a path stands for any directory: {@code arch/$(SRCARCH)/Kconfig}. */
  private void expand(Tree tree, String path) {
    int open = path.indexOf("$(");
    if (open < 0) {
      enqueue(path);
      return;
    }
    int close = path.indexOf(')', open);
    boolean wholeName = open == 0 || path.charAt(open - 1) == '/';
    if (close < 0 || !wholeName || path.indexOf("$(", close) >= 0) {
      return;
    }
    String folder = path.substring(0, open);
    List<String> names = tree.list(folder.isEmpty() ? "" : folder.substring(0, open - 1));
    for (String name : names) {
      enqueue(folder + name + path.substring(close + 1));
    }
  }

  private void enqueue(String path) {
    if (seen.add(path)) {
      queue.add(path);
    }
  }
}

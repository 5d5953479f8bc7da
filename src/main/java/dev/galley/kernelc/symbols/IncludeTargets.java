package dev.galley.kernelc.symbols;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file an {@code #include} line names, as {@link IncludePaths} finds it, for the lines where
 * that is the same from every architecture: worked out once, when an index is made.
 */
final class IncludeTargets {

  /** No file of the tree. */
  static final int NOWHERE = -1;

  /** A header that some architecture has: who asks decides. */
  static final int BY_ARCHITECTURE = -2;

  private static final Pattern OF_ARCHITECTURE =
      Pattern.compile("(tools/|)arch/[^/]++/include/(?:uapi/)?(.+)");

  /** No architecture has this name. */
  private static final String NONE = "-";

  private final Map<String, Integer> files = new HashMap<>();
  private final Set<String> ofArchitectures = new HashSet<>();
  private final Map<String, Integer> known = new HashMap<>();

  /** Takes the tree's files; each has its place as number. */
  IncludeTargets(List<String> paths) {
    for (int i = 0; i < paths.size(); i++) {
      files.put(paths.get(i), i);
      Matcher header = OF_ARCHITECTURE.matcher(paths.get(i));
      if (header.matches()) {
        ofArchitectures.add(header.group(1) + header.group(2));
        ofArchitectures.add(header.group(1) + "uapi/" + header.group(2));
      }
    }
  }

  /** The number of the file that a target names, or one of the two constants. */
  int of(String from, String target) {
    String name = target.substring(1);
    if (target.charAt(0) == '"') {
      Integer beside =
          IncludePaths.normal(IncludePaths.folder(from) + name).map(files::get).orElse(null);
      if (beside != null) {
        return beside;
      }
    }
    if (name.contains("./") || name.contains("//")) {
      return BY_ARCHITECTURE;
    }
    String top = from.startsWith("tools/") ? "tools/" : "";
    return known.computeIfAbsent(top + '\t' + name, key -> anywhere(top, name));
  }

  private int anywhere(String top, String name) {
    if (ofArchitectures.contains(top + name)) {
      return BY_ARCHITECTURE;
    }
    return IncludePaths.folders(top, NONE, name).stream()
        .filter(files::containsKey)
        .findFirst()
        .map(files::get)
        .orElse(NOWHERE);
  }
}

package dev.galley.check.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The sections of MAINTAINERS and the files that they are for.
 *
 * @see <a href="https://docs.kernel.org/process/maintainers.html">the head of MAINTAINERS</a>
 */
final class MaintainersFile {

  /**
   * A section.
   *
   * @param title its first line
   * @param files patterns of {@code F:} lines
   * @param excluded patterns of {@code X:} lines
   * @param names regular expressions of {@code N:} lines
   */
  record Section(String title, List<String> files, List<String> excluded, List<Pattern> names) {

    boolean covers(String path) {
      return excluded.stream().noneMatch(pattern -> matches(pattern, path))
          && (files.stream().anyMatch(pattern -> matches(pattern, path))
              || names.stream().anyMatch(name -> name.matcher(path).find()));
    }

    /** Whether a pattern of its own reaches into a folder, and not only from above. */
    boolean namesFolder(String folder) {
      return files.stream().anyMatch(pattern -> pattern.startsWith(folder))
          || names.stream().anyMatch(name -> name.matcher(folder + "/x.c").find())
          || files.stream()
              .anyMatch(pattern -> pattern.indexOf('*') >= 0 && matches(pattern, folder + "/"));
    }

    boolean isTheRest() {
      return files.contains("*") || files.contains("*/");
    }
  }

  private static final int EXPRESSION_LIMIT = 200;

  private final List<Section> sections;

  private MaintainersFile(List<Section> sections) {
    this.sections = sections;
  }

  static MaintainersFile parse(String text) {
    List<Section> sections = new ArrayList<>();
    String title = "";
    String before = "";
    for (String line : text.split("\n", -1)) {
      boolean tagged =
          line.length() > 2 && line.charAt(1) == ':' && Character.isUpperCase(line.charAt(0));
      if (tagged && !before.isEmpty() && !isTagged(before)) {
        title = before;
        sections.add(new Section(title, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
      }
      if (tagged && !sections.isEmpty()) {
        add(sections.get(sections.size() - 1), line.charAt(0), line.substring(2).strip());
      }
      before = line.strip();
    }
    return new MaintainersFile(sections);
  }

  private static boolean isTagged(String line) {
    return line.length() > 2 && line.charAt(1) == ':';
  }

  private static void add(Section section, char tag, String value) {
    switch (tag) {
      case 'F' -> section.files().add(value);
      case 'X' -> section.excluded().add(value);
      case 'N' -> {
        if (value.length() <= EXPRESSION_LIMIT) {
          try {
            section.names().add(Pattern.compile(value));
          } catch (PatternSyntaxException notJava) {
            section.names().add(Pattern.compile(Pattern.quote(value)));
          }
        }
      }
      default -> {
        // People, lists, status: not about files.
      }
    }
  }

  /** The sections for a file, without the one for everything. */
  List<Section> covering(String path) {
    return sections.stream()
        .filter(section -> !section.isTheRest() && section.covers(path))
        .toList();
  }

  boolean isEmpty() {
    return sections.isEmpty();
  }

  /**
   * Whether a pattern matches: one that ends in {@code /} a folder and all below, another what it
   * spells in the same depth, with {@code *} and {@code ?}.
   */
  static boolean matches(String pattern, String path) {
    if (pattern.endsWith("/") && pattern.indexOf('*') < 0) {
      return path.startsWith(pattern);
    }
    boolean folder = pattern.endsWith("/");
    String[] wanted = pattern.split("/", -1);
    String[] names = path.split("/", -1);
    int depth = folder ? wanted.length - 1 : wanted.length;
    if (folder ? names.length <= depth : names.length < depth) {
      return false;
    }
    for (int i = 0; i < depth; i++) {
      if (!glob(wanted[i], 0, names[i], 0)) {
        return false;
      }
    }
    // A folder that is written without its slash covers what lies in it.
    return folder || names.length == depth || pattern.indexOf('*') < 0;
  }

  private static boolean glob(String pattern, int p, String name, int n) {
    int at = p;
    int in = n;
    int star = -1;
    int mark = 0;
    while (in < name.length()) {
      if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(in))) {
        at++;
        in++;
      } else if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        mark = in;
      } else if (star >= 0) {
        at = star + 1;
        in = ++mark;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }
}

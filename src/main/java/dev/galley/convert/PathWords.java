package dev.galley.convert;

import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a sentence that name files or folders, and which ones.
 *
 * <p>A word counts only if it leads to something: a path of the tree, or a file or folder that the
 * series touches. So {@code PF/VF} and {@code and/or} name nothing.
 */
final class PathWords {

  /**
   * Words that name paths.
   *
   * @param start of the words in the sentence
   */
  record Named(String words, List<String> paths, int start) {}

  /** The folders of a kernel, for when there is no tree to look in. */
  private static final Set<String> ROOTS =
      Set.of(
          "Documentation",
          "arch",
          "block",
          "certs",
          "crypto",
          "drivers",
          "fs",
          "include",
          "init",
          "io_uring",
          "ipc",
          "kernel",
          "lib",
          "mm",
          "net",
          "rust",
          "samples",
          "scripts",
          "security",
          "sound",
          "tools",
          "usr",
          "virt");

  /** Where people leave off the first parts of a path. */
  private static final List<String> ABOVE =
      List.of("drivers/", "arch/", "include/", "include/linux/", "sound/", "Documentation/");

  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9_.+*-]{1,80}+(?:/[A-Za-z0-9_.+*{},-]{0,200}+){0,12}+");
  private static final Pattern FILE =
      Pattern.compile("[A-Za-z0-9_+-]{1,80}\\.(?:c|h|S|rs|rst|dts|dtsi|yaml)");

  /** Groups of drivers that people call by a word, with the folder they are in. */
  private static final Map<String, String> GROUPS =
      Map.of(
          "network", "drivers/net",
          "networking", "drivers/net",
          "net", "drivers/net",
          "ethernet", "drivers/net/ethernet",
          "gpu", "drivers/gpu",
          "drm", "drivers/gpu/drm",
          "scsi", "drivers/scsi",
          "infiniband", "drivers/infiniband",
          "staging", "drivers/staging",
          "media", "drivers/media");

  private static final Pattern DRIVERS =
      Pattern.compile("\\b([A-Za-z]{3,12}) (?:device )?drivers\\b");

  /** What stands before a plain word that is converted: {@code Convert powerpc and s390 to x}. */
  private static final Pattern CONVERTS =
      Pattern.compile(
          "(?i)^ ?(?:convert|switch|update|port|adapt|migrate|transition)(?:ing|s)?(?: over)?(?: the)? "
              + "(?:[\\w./-]{1,60},? (?:and )?){0,5}$");

  private static final Pattern BRACES = Pattern.compile("([^{]*)\\{([^}]{1,100})\\}(.*)");

  private final Optional<Tree> tree;
  private final Collection<String> series;

  /**
   * @param series every file that the series touches
   */
  PathWords(Optional<Tree> tree, Collection<String> series) {
    this.tree = tree;
    this.series = series;
  }

  /**
   * The words that name paths, in order.
   *
   * @param touched the files of the patch whose words these are; these are meant first
   * @param plain whether words that are no path by their looks count, too, if they are a folder or
   *     file that is touched: {@code xen-pciback}, {@code powerpc}
   */
  List<Named> in(String sentence, Collection<String> touched, boolean plain) {
    List<Named> found = new ArrayList<>();
    Matcher word = WORD.matcher(sentence);
    while (word.find()) {
      String text = trimmed(word.group());
      boolean called = sentence.startsWith("(", word.end());
      boolean member =
          word.start() > 0
              && (sentence.charAt(word.start() - 1) == '>'
                  || sentence.charAt(word.start() - 1) == '@');
      if (text.length() < 2 || called || member) {
        continue;
      }
      Set<String> paths = new LinkedHashSet<>();
      for (String one : expanded(text)) {
        boolean counts = plain && (isMarked(text) || isConverted(text, sentence, word.start()));
        paths.addAll(resolve(one, touched, counts));
      }
      if (!paths.isEmpty()) {
        found.add(new Named(text, List.copyOf(paths), word.start()));
      }
    }
    Matcher drivers = DRIVERS.matcher(sentence);
    while (drivers.find()) {
      String folder = GROUPS.getOrDefault(drivers.group(1).toLowerCase(Locale.ROOT), "");
      if (!folder.isEmpty() && tree.filter(there -> there.isDirectory(folder)).isPresent()) {
        found.add(new Named(drivers.group(), List.of(folder), drivers.start()));
      }
    }
    return found;
  }

  /** Paths by the prefix of a subject: {@code PCI/IOV} among the files of the patch. */
  List<String> ofPrefix(String prefix, Collection<String> touched) {
    String wanted = prefix.toLowerCase(Locale.ROOT).replace(": ", "/").replace(" ", "");
    Set<String> paths = new LinkedHashSet<>();
    for (String file : touched) {
      String low = "/" + file.toLowerCase(Locale.ROOT);
      int at = low.indexOf("/" + wanted);
      if (at < 0) {
        continue;
      }
      int end = at + wanted.length() + 1;
      if (low.startsWith("/", end)) {
        paths.add(file.substring(0, end - 1));
      } else if (low.startsWith(".", end) && low.indexOf('/', end) < 0) {
        paths.add(file);
      }
    }
    return List.copyOf(paths);
  }

  /** Whether a word looks like the name of a file or folder and nothing else. */
  private static boolean isMarked(String word) {
    return word.indexOf('-') > 0 || word.indexOf('_') > 0;
  }

  private static boolean isConverted(String word, String sentence, int start) {
    return word.equals(word.toLowerCase(Locale.ROOT))
        && CONVERTS.matcher(sentence.substring(0, start)).find();
  }

  private static String trimmed(String word) {
    int end = word.length();
    while (end > 0 && ".,/*-+".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = 0;
    while (start < end && (word.charAt(start) == '.' || word.charAt(start) == '/')) {
      start++;
    }
    return word.substring(start, end);
  }

  /** {@code drivers/{net,gpu}} as two. */
  private static List<String> expanded(String text) {
    Matcher braces = BRACES.matcher(text);
    if (!braces.matches()) {
      return text.indexOf('{') < 0 ? List.of(text) : List.of();
    }
    List<String> all = new ArrayList<>();
    for (String one : braces.group(2).split(",", 20)) {
      all.add(braces.group(1) + one.strip() + braces.group(3));
    }
    return all;
  }

  private List<String> resolve(String word, Collection<String> touched, boolean plain) {
    if (word.indexOf('*') >= 0) {
      return glob(word, touched);
    }
    if (word.indexOf('/') > 0) {
      return path(word, touched);
    }
    if (FILE.matcher(word).matches()) {
      List<String> here = ending(word, touched);
      return here.isEmpty() ? ending(word, series) : here;
    }
    return plain && word.length() > 2 ? component(word, touched) : List.of();
  }

  private List<String> path(String word, Collection<String> touched) {
    if (exists(word)) {
      return List.of(word);
    }
    for (Collection<String> files : List.of(touched, series)) {
      Set<String> found = new LinkedHashSet<>();
      for (String file : files) {
        int at = ("/" + file + "/").indexOf("/" + word + "/");
        if (at >= 0) {
          found.add(file.substring(0, Math.min(at + word.length(), file.length())));
        }
      }
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    }
    if (tree.isPresent()) {
      for (String above : ABOVE) {
        if (exists(above + word)) {
          return List.of(above + word);
        }
      }
      return List.of();
    }
    return ROOTS.contains(word.substring(0, word.indexOf('/'))) ? List.of(word) : List.of();
  }

  private boolean exists(String path) {
    return tree.filter(there -> there.isDirectory(path) || there.entry(path).isPresent())
        .isPresent();
  }

  private static List<String> ending(String name, Collection<String> files) {
    return files.stream().filter(file -> ("/" + file).endsWith("/" + name)).toList();
  }

  /** {@code drivers/pci/*.c}: the folder; {@code pci-*.c}: touched files of such a name. */
  private List<String> glob(String word, Collection<String> touched) {
    int slash = word.lastIndexOf('/');
    int star = word.indexOf('*');
    if (slash > 0 && star > slash) {
      List<String> folder = path(word.substring(0, slash), touched);
      return star == slash + 1
          ? folder
          : folder.stream()
              .flatMap(
                  path ->
                      touched.stream()
                          .filter(file -> file.startsWith(path + word.substring(slash, star))))
              .toList();
    }
    return List.of();
  }

  /** A folder or file of those touched, by its name without ending. */
  private static List<String> component(String word, Collection<String> touched) {
    Set<String> found = new LinkedHashSet<>();
    for (String file : touched) {
      int from = 0;
      for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', from)) {
        if (from > 0 && file.substring(from, slash).equals(word)) {
          found.add(file.substring(0, slash));
        }
        from = slash + 1;
      }
      String name = file.substring(from);
      int dot = name.indexOf('.');
      if (dot > 0 && name.substring(0, dot).equals(word)) {
        found.add(file);
      }
    }
    return List.copyOf(found);
  }
}

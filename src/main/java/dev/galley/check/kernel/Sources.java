package dev.galley.check.kernel;

import dev.galley.check.PatchSubject;
import dev.galley.patch.FileChange;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which sources there are after a patch, as far as the base and the series tell. */
final class Sources {

  /** Whether an object has what it is made of. */
  enum Answer {
    THERE,
    MISSING,
    /** There is no base to look in. */
    UNKNOWN
  }

  /**
   * An object that a makefile wants.
   *
   * @param makefile its path
   * @param entry the object
   */
  record Wanted(String makefile, Kbuild.Entry entry) {}

  private static final List<String> ENDINGS =
      List.of(
          ".c",
          ".S",
          ".rs",
          ".asn1",
          ".dts",
          ".dtso",
          ".c_shipped",
          ".S_shipped",
          ".y",
          ".l",
          ".s",
          ".o_shipped",
          ".lds",
          ".uc",
          ".pl",
          ".awk",
          ".in",
          ".tc");

  /** Functions that make names which nobody wrote out. */
  private static final List<String> MADE_NAMES =
      List.of("%.c", "%.S", "$(wildcard", "$(addprefix", "$(patsubst", "$(foreach", "$(subst");

  private static final Set<String> BUILT_TREES =
      Set.of(
          "arch",
          "block",
          "certs",
          "crypto",
          "drivers",
          "fs",
          "init",
          "io_uring",
          "ipc",
          "kernel",
          "lib",
          "mm",
          "net",
          "rust",
          "security",
          "sound",
          "virt");

  private final PatchSubject patch;
  private final Optional<Tree> tree;

  private Sources(PatchSubject patch, Optional<Tree> tree) {
    this.patch = patch;
    this.tree = tree;
  }

  /** The sources after a patch; without the tree when it did not apply whole. */
  static Sources after(PatchSubject patch) {
    return new Sources(
        patch,
        Optional.ofNullable(patch.review().outcomes().get(patch.number()))
            .filter(outcome -> !outcome.partial())
            .map(PatchOutcome::after));
  }

  /** Whether a path is a source that a kernel makefile has to name. */
  static boolean isBuilt(String path) {
    int slash = path.indexOf('/');
    return (path.endsWith(".c") || path.endsWith(".S"))
        && slash > 0
        && BUILT_TREES.contains(path.substring(0, slash))
        && !path.contains("/boot/")
        && !path.contains("vdso")
        && !path.contains("/tools/")
        && !path.contains("/test")
        && !path.contains("selftest")
        && !path.endsWith(".lds.S")
        && !path.endsWith("/asm-offsets.c")
        && !path.endsWith("_32.c")
        && !path.endsWith("_64.c")
        && !path.endsWith("_32.S")
        && !path.endsWith("_64.S");
  }

  Answer find(String makefile, Kbuild.Entry entry) {
    if (isComposite(makefile, entry)) {
      return Answer.THERE;
    }
    List<String> candidates = candidates(makefile, entry);
    if (changedInSeries(candidates, patch.number())) {
      return Answer.THERE;
    }
    if (tree.isEmpty()) {
      return Answer.UNKNOWN;
    }
    boolean there =
        candidates.stream()
            .anyMatch(path -> tree.get().entry(path).isPresent() || tree.get().isDirectory(path));
    return there || hasRule(makefile, entry) ? Answer.THERE : Answer.MISSING;
  }

  /** The patch after this one that brings the source, where no patch before did. */
  Optional<SeriesPatch> addedLater(String makefile, Kbuild.Entry entry) {
    List<String> candidates = candidates(makefile, entry);
    return patch.review().series().patches().stream()
        .filter(later -> later.number() > patch.number())
        .filter(
            later ->
                later.diff().files().stream()
                    .anyMatch(file -> brings(file) && isOneOf(file.newPath(), candidates)))
        .findFirst();
  }

  /** The objects that makefiles beside a source that is gone still name. */
  List<Wanted> stillWanted(String source) {
    List<Wanted> wanted = new ArrayList<>();
    if (tree.isEmpty()) {
      return wanted;
    }
    String stem = source.substring(source.lastIndexOf('/') + 1, source.lastIndexOf('.'));
    for (String makefile : List.of(folder(source) + "Makefile", folder(source) + "Kbuild")) {
      String text = text(tree.get(), makefile);
      for (Kbuild.Entry entry : Kbuild.entries(NewLines.joined(NewLines.ofFile(text)))) {
        if (entry.name().equals(stem + ".o") && find(makefile, entry) == Answer.MISSING) {
          wanted.add(new Wanted(makefile, entry));
        }
      }
    }
    return wanted;
  }

  /** Whether an added line of some makefile of the series names the source or its object. */
  static boolean isNamedBySeries(Series series, String source) {
    return series.patches().stream()
        .flatMap(patch -> patch.diff().files().stream())
        .filter(file -> !file.newPath().equals(source))
        .flatMap(file -> NewLines.added(file).stream())
        .anyMatch(line -> names(line.text(), source));
  }

  /** Whether a makefile in the source's folder or above it names the source or its object. */
  static boolean isNamed(Tree tree, String source) {
    String folder = folder(source);
    while (!folder.isEmpty()) {
      for (String name : List.of("Makefile", "Kbuild")) {
        String text = text(tree, folder + name);
        if (names(text, source) || MADE_NAMES.stream().anyMatch(text::contains)) {
          return true;
        }
      }
      folder = folder(folder.substring(0, folder.length() - 1));
    }
    return false;
  }

  static List<String> candidates(String makefile, Kbuild.Entry entry) {
    String folder = folder(makefile);
    if (entry.isFolder()) {
      String name = entry.name().substring(0, entry.name().length() - 1);
      return List.of(normal(folder + name));
    }
    String stem = entry.stem();
    List<String> candidates = new ArrayList<>();
    for (String ending : ENDINGS) {
      candidates.add(normal(folder + stem + ending));
    }
    // A makefile that another includes names its objects from that one's folder.
    for (String above = folder; stem.indexOf('/') > 0 && !above.isEmpty(); ) {
      above = folder(above.substring(0, above.length() - 1));
      candidates.add(normal(above + stem + ".c"));
      candidates.add(normal(above + stem + ".S"));
    }
    int dot = stem.lastIndexOf('.');
    if (dot > 0) {
      // foo.asn1.o is made of foo.asn1, foo.dtb.o of foo.dts.
      candidates.add(normal(folder + stem));
      candidates.add(normal(folder + stem.substring(0, dot) + ".dts"));
      candidates.add(normal(folder + stem.substring(0, dot) + ".dtso"));
    }
    return candidates;
  }

  private boolean changedInSeries(List<String> candidates, int upTo) {
    boolean there = false;
    for (SeriesPatch other : patch.review().series().patches()) {
      for (FileChange file : other.diff().files()) {
        if (other.number() > upTo) {
          continue;
        }
        boolean leaves = !file.oldPath().equals(file.newPath());
        if (leaves
            && file.kind() != FileChange.Kind.COPIED
            && isOneOf(file.oldPath(), candidates)) {
          there = false;
        }
        there |= !file.newPath().isEmpty() && isOneOf(file.newPath(), candidates);
      }
    }
    return there;
  }

  private boolean isComposite(String makefile, Kbuild.Entry entry) {
    if (entry.isFolder()) {
      return false;
    }
    String text = tree.map(found -> text(found, makefile)).orElse("") + "\n" + added(makefile);
    String stem = entry.stem().substring(entry.stem().lastIndexOf('/') + 1);
    return text.lines()
        .map(String::strip)
        .anyMatch(
            line ->
                line.startsWith(stem + "-y")
                    || line.startsWith(stem + "-objs")
                    || line.startsWith(stem + "-m")
                    || line.startsWith(stem + "-$"));
  }

  /** Whether the makefile says itself how to make the object or its source. */
  private boolean hasRule(String makefile, Kbuild.Entry entry) {
    String text = tree.map(found -> text(found, makefile)).orElse("");
    String stem = entry.stem();
    return text.contains("/" + stem + ".c")
        || text.contains("/" + stem + ".S")
        || text.contains("/" + stem + ".o:")
        || text.contains("/" + stem + ".o :")
        || text.contains("$(obj)/%")
        || text.contains("vpath")
        || MADE_NAMES.stream().anyMatch(text::contains);
  }

  /** Added lines and context that the series shows of a makefile up to this patch. */
  private String added(String makefile) {
    StringBuilder text = new StringBuilder();
    for (SeriesPatch other : patch.review().series().patches()) {
      for (FileChange file : other.diff().files()) {
        if (other.number() <= patch.number() && file.newPath().equals(makefile)) {
          file.hunks().stream()
              .flatMap(hunk -> NewLines.of(hunk).stream())
              .forEach(line -> text.append(line.text()).append('\n'));
        }
      }
    }
    return text.toString();
  }

  private static boolean brings(FileChange file) {
    return file.kind() == FileChange.Kind.ADDED
        || file.kind() == FileChange.Kind.RENAMED
        || file.kind() == FileChange.Kind.COPIED;
  }

  /** Whether a path is one of the candidates, or lies in one that is a folder. */
  private static boolean isOneOf(String path, List<String> candidates) {
    return candidates.stream()
        .anyMatch(candidate -> path.equals(candidate) || path.startsWith(candidate + "/"));
  }

  private static boolean names(String text, String source) {
    String file = source.substring(source.lastIndexOf('/') + 1);
    String stem = file.substring(0, file.lastIndexOf('.'));
    return KconfigText.containsWord(text, stem + ".o") || KconfigText.containsWord(text, file);
  }

  private static String text(Tree tree, String path) {
    return tree.content(path).map(content -> content.latin1()).orElse("");
  }

  /** The folder of a path with its slash; empty for the root. */
  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Without {@code ..}. */
  private static String normal(String path) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..") && !names.isEmpty()) {
        names.remove(names.size() - 1);
      } else if (!name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }
}

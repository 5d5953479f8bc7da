package dev.galley.check.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a kernel makefile says is built: its lists of objects.
 *
 * @see <a
 *     href="https://docs.kernel.org/kbuild/makefiles.html">Documentation/kbuild/makefiles.rst</a>
 */
final class Kbuild {

  /**
   * An object or folder in a list.
   *
   * @param name as written, {@code foo.o} or {@code foo/}
   * @param list the variable's name before its last dash: {@code obj}, {@code lib}, a composite
   *     object's stem
   * @param symbol the Kconfig symbol that decides, without {@code CONFIG_}; empty for {@code y}
   * @param line where the name stands
   * @param added whether the patch adds that line
   */
  record Entry(String name, String list, String symbol, int line, boolean added) {

    boolean isFolder() {
      return name.endsWith("/");
    }

    /** The name without {@code .o}. */
    String stem() {
      return name.endsWith(".o") ? name.substring(0, name.length() - 2) : name;
    }
  }

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "([A-Za-z0-9_.+-]+)-(y|m|objs|\\$\\((?:CONFIG_([A-Za-z0-9_]+))\\)|\\$\\{CONFIG_(\\w+)\\})"
              + "\\s*(?:\\+=|:=|=)(.*)");
  private static final Pattern OBJECT =
      Pattern.compile("[A-Za-z0-9_.+-]+(?:/[A-Za-z0-9_.+-]+)*(?:\\.o|/)");

  /** Lists that name what the build makes or needs besides objects compiled here. */
  private static final List<String> OTHER_LISTS =
      List.of(
          "always",
          "extra",
          "hostprogs",
          "userprogs",
          "targets",
          "clean",
          "ccflags",
          "asflags",
          "ldflags",
          "subdir-ccflags",
          "subdir-asflags",
          "dtb",
          "dtbs",
          "cflags",
          "rustflags",
          "core",
          "libs",
          "drivers",
          "head",
          "sed",
          "KBUILD_CFLAGS",
          "CFLAGS",
          "LDFLAGS");

  private Kbuild() {}

  /** Whether a path is a makefile of the kernel's own build. */
  static boolean isMakefile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return (name.equals("Makefile") || name.equals("Kbuild"))
        && path.indexOf('/') > 0
        && !path.startsWith("tools/")
        && !path.startsWith("scripts/")
        && !path.startsWith("usr/")
        && !path.startsWith("Documentation/")
        && !path.contains("/boot/")
        && !path.contains("vdso");
  }

  /** Every entry of the lists of objects, in order. */
  static List<Entry> entries(List<NewLines.Logical> lines) {
    List<Entry> entries = new ArrayList<>();
    for (NewLines.Logical line : lines) {
      Matcher assignment = ASSIGNMENT.matcher(withoutComment(line.text()));
      if (!line.whole() || !assignment.matches() || isOther(assignment.group(1))) {
        continue;
      }
      String symbol =
          assignment.group(3) != null
              ? assignment.group(3)
              : assignment.group(4) != null ? assignment.group(4) : "";
      for (NewLines.Part part : line.parts()) {
        String words = withoutComment(part.text());
        int equals = part.number() == line.number() ? words.indexOf('=') : -1;
        for (String word : words.substring(equals + 1).trim().split("[\\s\\\\]+", -1)) {
          if (OBJECT.matcher(word).matches()) {
            entries.add(new Entry(word, assignment.group(1), symbol, part.number(), part.added()));
          }
        }
      }
    }
    return entries;
  }

  private static boolean isOther(String list) {
    return OTHER_LISTS.contains(list) || list.startsWith("CFLAGS_") || list.startsWith("KASAN_");
  }

  private static String withoutComment(String line) {
    int hash = line.indexOf('#');
    return hash < 0 ? line : line.substring(0, hash);
  }
}

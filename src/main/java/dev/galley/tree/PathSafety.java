package dev.galley.tree;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which paths a patch may name: those that git lets into an index on any system.
 *
 * <p>Source: {@code verify_path} in git's read-cache.c, with the protection of both HFS+ and NTFS
 * switched on whatever the machine is.
 */
public final class PathSafety {

  /** Octets; a longer path cannot be written to a Linux work tree. */
  private static final int MAX_OCTETS = 4095;

  private static final Pattern NTFS_GIT = Pattern.compile("(\\.git|git~1)[. ]*(:.*)?");
  private static final Pattern NTFS_MODULES =
      Pattern.compile("(\\.gitmodules|gitmod~[1-4]|gi7eba(~[0-9]+)?)[. ]*(:.*)?");
  private static final Pattern HFS_IGNORED =
      Pattern.compile("[\\x{200c}-\\x{200f}\\x{202a}-\\x{202e}\\x{206a}-\\x{206f}\\x{feff}]");

  private PathSafety() {}

  /**
   * Why a path is refused; empty for a path that is fine.
   *
   * @param mode mode of the entry, 0 when unknown: a symbolic link may not be {@code .gitmodules}
   */
  public static Optional<String> problem(String path, int mode) {
    if (path.isEmpty()) {
      return Optional.of("the path is empty");
    }
    if (path.indexOf('\0') >= 0) {
      return Optional.of("the path has a NUL");
    }
    if (path.startsWith("/")) {
      return Optional.of("the path is absolute");
    }
    if (path.length() > MAX_OCTETS
        || (path.length() > MAX_OCTETS / 4
            && path.getBytes(StandardCharsets.UTF_8).length > MAX_OCTETS)) {
      return Optional.of(
          "the path has more than " + MAX_OCTETS + " octets, " + MAX_OCTETS + " are allowed");
    }
    if (isPlain(path)) {
      return Optional.empty();
    }
    for (String component : path.split("/", -1)) {
      Optional<String> problem = componentProblem(component, mode);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** Whether a path has nothing that any rule is about; nearly all have not, and it is quick. */
  private static boolean isPlain(String path) {
    char before = '/';
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean isWord =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '-'
              || c == '+';
      if (!isWord && ((c != '.' && c != '/') || before == '/')) {
        return false;
      }
      before = c;
    }
    return before != '/';
  }

  private static Optional<String> componentProblem(String component, int mode) {
    if (component.isEmpty()) {
      return Optional.of("the path has an empty component");
    }
    if (component.equals(".")) {
      return Optional.of("the path has a component '.'");
    }
    // On NTFS a backslash separates too.
    for (String part : component.split("\\\\", -1)) {
      if (part.equals("..")) {
        return Optional.of("the path leaves the tree with '..'");
      }
      String plain = HFS_IGNORED.matcher(part).replaceAll("").toLowerCase(Locale.ROOT);
      if (NTFS_GIT.matcher(plain).matches()) {
        return Optional.of("the path goes into git's own folder");
      }
      if (TreeEntry.type(mode) == TreeEntry.SYMLINK && NTFS_MODULES.matcher(plain).matches()) {
        return Optional.of("a symbolic link may not be .gitmodules");
      }
    }
    return Optional.empty();
  }
}

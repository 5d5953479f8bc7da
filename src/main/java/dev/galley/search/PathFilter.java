package dev.galley.search;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Which paths of a tree a search looks at. */
public final class PathFilter {

  private PathFilter() {}

  /**
   * Whether a path is one of those named, below one, or fits one that is a glob; every path where
   * none is named.
   *
   * @throws PatternException if a glob is none
   */
  public static Predicate<String> of(List<String> wanted) throws PatternException {
    Predicate<String> any = path -> wanted.isEmpty();
    for (String one : wanted) {
      any = any.or(single(one));
    }
    return any;
  }

  private static Predicate<String> single(String wanted) throws PatternException {
    String path = wanted.startsWith("./") ? wanted.substring(2) : wanted;
    if (path.indexOf('*') < 0 && path.indexOf('?') < 0 && path.indexOf('[') < 0) {
      String folder = path.endsWith("/") ? path : path + "/";
      return candidate ->
          candidate.equals(path)
              || candidate.startsWith(folder)
              || path.isEmpty()
              || path.equals(".");
    }
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
      return candidate -> matcher.matches(Path.of(candidate));
    } catch (PatternSyntaxException e) {
      throw new PatternException("--path " + wanted + ": not a glob: " + e.getDescription());
    }
  }
}

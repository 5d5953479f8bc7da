package dev.galley.tree;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a user names as the base: a folder or repository, and maybe a revision.
 *
 * @param directory the folder, work tree, {@code .git} folder or bare repository
 * @param revision anything that names one commit or tree; empty when none was given
 */
public record BaseSpec(Path directory, String revision) {

  public BaseSpec {
    Objects.requireNonNull(directory);
    Objects.requireNonNull(revision);
  }

  /**
   * Reads {@code DIR[@REV]}.
   *
   * <p>Paths may have an {@code @}, and so may revisions ({@code main@{1}}): the longest part
   * before an {@code @} that exists as a folder is the folder. Where none does, the first {@code @}
   * after the last slash before it separates the two.
   *
   * @throws BaseException if the text is empty or no path at all
   */
  public static BaseSpec parse(String text) throws BaseException {
    if (text.isEmpty()) {
      throw new BaseException("no base named: expected DIR or DIR@REV");
    }
    Path whole = path(text);
    if (Files.exists(whole)) {
      return new BaseSpec(whole, "");
    }
    for (int at = text.lastIndexOf('@'); at > 0; at = text.lastIndexOf('@', at - 1)) {
      Path directory = path(text.substring(0, at));
      if (Files.isDirectory(directory) && at + 1 < text.length()) {
        return new BaseSpec(directory, text.substring(at + 1));
      }
    }
    int at = text.indexOf('@', 1);
    return at > 0 && at + 1 < text.length()
        ? new BaseSpec(path(text.substring(0, at)), text.substring(at + 1))
        : new BaseSpec(whole, "");
  }

  private static Path path(String text) throws BaseException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new BaseException("not a path: " + text, e);
    }
  }
}

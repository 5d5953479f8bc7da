package dev.galley.tree;

import dev.galley.patch.Diff;
import dev.galley.tree.internal.GitGuess;
import dev.galley.tree.internal.GitRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The commit of a repository that a series was most likely made on.
 *
 * @param commit its id, 40 hex digits: a revision to open the base with
 * @param name a branch or tag that names it; else its id in 12 hex digits
 * @param matching index lines of the series whose blob the commit has
 * @param total index lines of the series that name a blob before it
 */
public record BaseGuess(String commit, String name, int matching, int total) {

  /** For people: {@code v7.2: 17 of 17 index lines match}. */
  public String describe() {
    return name + ": " + matching + " of " + total + " index lines match";
  }

  /**
   * Looks for the commit whose files match the most index lines: HEAD, branches and tags, newest
   * first, then the commits before them. Looks at no more than some ten thousand commits and for no
   * longer than about two seconds; what is found by then is the answer. HEAD wins among equals.
   *
   * @throws BaseException if the folder is no git repository or has no commit
   */
  public static BaseGuess guess(Path repository, List<Diff> series) throws IOException {
    if (!GitRepository.isRepository(repository)) {
      throw new BaseException("base " + repository + " is not a git repository");
    }
    Map<String, String> wanted = IndexMatch.wanted(series);
    GitGuess.Found found = GitGuess.search(repository, wanted);
    return new BaseGuess(found.commit(), found.name(), found.matching(), wanted.size());
  }
}

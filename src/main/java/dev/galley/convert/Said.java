package dev.galley.convert;

import java.util.List;
import java.util.Objects;

/**
 * What words of a series say about which files it converts.
 *
 * @param patch the patch whose subject or body says it; 0 for the cover letter
 * @param sort what is said
 * @param paths files, or folders without a slash at the end; empty where all of the tree is meant,
 *     or functions alone
 * @param functions functions that the words name, without parentheses
 * @param words the words that say it
 * @param sentence the sentence they were quoted from, on one line
 * @param mailLine line of the mail on which the sentence begins, counted from 1; 0 for a subject
 *     and where it is not known
 */
public record Said(
    int patch,
    Sort sort,
    List<String> paths,
    List<String> functions,
    String words,
    String sentence,
    int mailLine) {

  public Said {
    Objects.requireNonNull(sort);
    paths = List.copyOf(paths);
    functions = List.copyOf(functions);
    Objects.requireNonNull(words);
    Objects.requireNonNull(sentence);
  }

  /** What words say of their paths. */
  public enum Sort {
    /** They are converted. */
    COVERED,
    /** All users are converted, or those of a part that no path names ("throughout core"). */
    EVERYWHERE,
    /** They are left as they are on purpose. */
    EXEMPT,
    /** The subject's prefix names them: what the patch is about, no claim of completeness. */
    HINT
  }

  /** Whether a place in a file is meant: by the file's path, or by the function around it. */
  public boolean concerns(String file, String function) {
    return concerns(file) || functions.contains(function);
  }

  /** Whether a file is one of the paths or lies below one. */
  public boolean concerns(String file) {
    return paths.stream()
        .anyMatch(
            path ->
                file.equals(path)
                    || (file.startsWith(path) && file.startsWith("/", path.length())));
  }

  /** The sentence as evidence: who says it and where. */
  public String quote() {
    String who = patch == 0 ? "cover letter" : "patch " + patch;
    String where = mailLine == 0 ? ", subject" : ", line " + mailLine;
    return who + (patch == 0 && mailLine == 0 ? "" : where) + ": \"" + sentence + "\"";
  }
}

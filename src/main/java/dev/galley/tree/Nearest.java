package dev.galley.tree;

import dev.galley.text.Bytes;
import java.util.List;
import java.util.Objects;

/**
 * The place in a file that resembles a hunk's pre-image most.
 *
 * @param line its first line, counted from 1; 0 when there is none
 * @param lines how many lines of the file it spans
 * @param matching lines of the pre-image that stand there as they are
 * @param total lines of the pre-image
 * @param differences what differs, in order
 * @param edit the smallest change of the hunk's old lines that makes it apply: {@code -} what the
 *     hunk expects, {@code +} what the tree has
 * @param rebased the hunk with that edit made, heading included; it applies
 * @param removesOther whether the rebased hunk removes a line that is not the one the author
 *     removed, so that a person has to look
 */
public record Nearest(
    int line,
    int lines,
    int matching,
    int total,
    List<LineDifference> differences,
    String edit,
    Bytes rebased,
    boolean removesOther) {

  /** No place at all. */
  public static final Nearest NONE = new Nearest(0, 0, 0, 0, List.of(), "", Bytes.EMPTY, false);

  public Nearest {
    differences = List.copyOf(differences);
    Objects.requireNonNull(edit);
    Objects.requireNonNull(rebased);
  }

  public boolean isKnown() {
    return line > 0;
  }
}

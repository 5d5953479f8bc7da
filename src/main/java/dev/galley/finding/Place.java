package dev.galley.finding;

import java.util.Objects;

/**
 * Where a finding stands. What is not known is 0 or empty, never null.
 *
 * @param patch the patch's number in the series; 0 is the cover letter or the series as a whole
 * @param path the file in the tree; empty when the place is in the mail itself
 * @param line line of {@code path} on {@code side}, counted from 1; 0 is the whole file
 * @param side whether {@code line} counts in the file before or after the patch
 * @param function the enclosing function as the hunk's heading or the tree tells it; may be empty
 * @param mailLine line of the mail as it stands in its source, counted from 1 within the mail; 0 if
 *     it is not known (an encoded body, a missing mail)
 */
public record Place(int patch, String path, int line, Side side, String function, int mailLine) {

  public Place {
    Objects.requireNonNull(path);
    Objects.requireNonNull(side);
    Objects.requireNonNull(function);
    if (patch < 0 || line < 0 || mailLine < 0) {
      throw new IllegalArgumentException("negative number in a place");
    }
  }

  /** The series as a whole, or its cover letter. */
  public static Place series() {
    return patch(0);
  }

  /** A patch as a whole: its mail. */
  public static Place patch(int patch) {
    return new Place(patch, "", 0, Side.NEW, "", 0);
  }

  /** A line of a mail. */
  public static Place mail(int patch, int mailLine) {
    return new Place(patch, "", 0, Side.NEW, "", mailLine);
  }

  public static Place file(int patch, String path) {
    return new Place(patch, path, 0, Side.NEW, "", 0);
  }

  public static Place line(int patch, String path, Side side, int line) {
    return new Place(patch, path, line, side, "", 0);
  }

  public Place inFunction(String name) {
    return new Place(patch, path, line, side, name, mailLine);
  }

  public Place atMailLine(int number) {
    return new Place(patch, path, line, side, function, number);
  }

  public boolean isInTree() {
    return !path.isEmpty();
  }
}

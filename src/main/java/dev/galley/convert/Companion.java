package dev.galley.convert;

import java.util.List;
import java.util.Objects;

/**
 * A place where one of two flags is written that a helper reads together, and the other is not.
 *
 * @param helper the helper
 * @param patch the patch from which on it reads both
 * @param before what it stood for until then
 * @param after what it stands for from then on
 * @param path the file of the write, after the series
 * @param line its line there
 * @param function the function around it
 * @param excerpt the line
 * @param added the patch that puts the line there; 0 where it was there before
 * @param message what is wrong, in one line
 * @param states in which states old test and helper differ, after this write
 * @param way the way on which the other flag is not written; empty where it is written nowhere
 * @param uses uses of the helper that can run in such a state, each with how it is reached
 */
public record Companion(
    String helper,
    int patch,
    String before,
    String after,
    String path,
    int line,
    String function,
    String excerpt,
    int added,
    String message,
    String states,
    String way,
    List<String> uses) {

  public Companion {
    Objects.requireNonNull(helper);
    Objects.requireNonNull(path);
    Objects.requireNonNull(message);
    uses = List.copyOf(uses);
  }
}

package dev.galley.mutants;

import org.eclipse.jgit.diff.Edit;

/**
 * A place where a series uses one of its helpers in a line that it adds.
 *
 * @param patch number
 * @param path file
 * @param helper what is used
 * @param call the use; a constant has no arguments
 * @param block the lines that the diff changes there; without lines before it is new code
 */
record Site(int patch, String path, Helper helper, Call call, Edit block) {

  boolean isConverted() {
    return block.getLengthA() > 0;
  }

  /** For a name that stays the same from run to run: file, line and column. */
  String place(String after) {
    int start = after.lastIndexOf('\n', call.start()) + 1;
    long line = 1 + after.substring(0, start).chars().filter(c -> c == '\n').count();
    return path + ":" + line + ":" + (call.start() - start + 1);
  }
}

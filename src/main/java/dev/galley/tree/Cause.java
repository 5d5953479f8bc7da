package dev.galley.tree;

import java.util.Objects;

/**
 * Why a change of a file, or one hunk of it, cannot be applied.
 *
 * @param kind what is wrong
 * @param message one sentence for people, without the path and without a full stop
 * @param nearest for a hunk the place in the file that resembles it most
 * @param needsPatch number of the earlier patch whose missing or failed change explains it, 0 when
 *     none does
 */
public record Cause(Kind kind, String message, Nearest nearest, int needsPatch) {

  /** What is wrong. */
  public enum Kind {
    /** The file to change is not in the tree. */
    FILE_MISSING,
    /** The file to create is already in the tree. */
    FILE_EXISTS,
    /** An earlier change of the same patch took the file away. */
    FILE_GONE,
    /** Git refuses the path. */
    UNSAFE_PATH,
    /** A directory on the way is a symbolic link. */
    BEYOND_SYMLINK,
    /** The path would be a file and a directory at once. */
    DIRECTORY_CONFLICT,
    /** A file where the patch says symbolic link, or the like. */
    WRONG_TYPE,
    /** The patch deletes the file, and lines are left over. */
    LEFTOVER_CONTENT,
    /** The place is there, some of its lines differ. */
    CONTEXT_DIFFERS,
    /** The place is there, and its lines differ in white space only. */
    WHITESPACE_DIFFERS,
    /** No place in the file resembles the hunk. */
    NOT_FOUND,
    /** The lines are there, but not at the beginning or end of the file, as the hunk demands. */
    WRONG_PLACE,
    /** The change or hunk is damaged. */
    MALFORMED,
    /** A binary change that does not fit, or without its data. */
    BINARY,
    /** A three-way merge has conflicts. */
    CONFLICT,
    /** The file could not be read. */
    UNREADABLE,
    /** Finding out would take too long. */
    LIMIT
  }

  public Cause {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(message);
    Objects.requireNonNull(nearest);
  }

  public static Cause of(Kind kind, String message) {
    return new Cause(kind, message, Nearest.NONE, 0);
  }

  public Cause needing(int patch) {
    return new Cause(kind, message, nearest, patch);
  }
}

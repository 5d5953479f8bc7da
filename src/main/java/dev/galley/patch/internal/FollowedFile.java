package dev.galley.patch.internal;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.patch.NetDiffstat;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One file as a run of patches leaves it: stretches of untouched base lines, lines that patches
 * added, and at their places the base lines that are gone.
 */
final class FollowedFile {

  /**
   * A piece of the file.
   *
   * @param length lines that it has in the file now; 0 for a base line that is gone
   * @param text the line, where it is known: added and removed ones
   * @param base whether the base has the piece
   */
  private record Piece(long length, @Nullable Bytes text, boolean base) {
    static final Piece REST = new Piece(Long.MAX_VALUE / 4, null, true);
  }

  private final String basePath;
  private String path;
  private boolean gone;
  private boolean binary;
  private boolean exact = true;
  private boolean marked;
  private List<Piece> pieces = new ArrayList<>();

  private FollowedFile(String basePath, String path) {
    this.basePath = basePath;
    this.path = path;
  }

  static FollowedFile ofBase(String path) {
    FollowedFile file = new FollowedFile(path, path);
    file.pieces.add(Piece.REST);
    return file;
  }

  static FollowedFile created(String path) {
    return new FollowedFile("", path);
  }

  FollowedFile copy() {
    FollowedFile copy = new FollowedFile(basePath, path);
    copy.pieces = new ArrayList<>(pieces);
    copy.binary = binary;
    copy.exact = exact;
    return copy;
  }

  void rename(String newPath) {
    path = newPath;
  }

  void copiedTo(String newPath) {
    path = newPath;
    marked = true;
  }

  void delete() {
    gone = true;
  }

  void revive(String newPath) {
    path = newPath;
    gone = false;
  }

  /** Changes the file; hunks from the last to the first, so that line numbers stay true. */
  void apply(FileChange change) {
    binary |= change.isBinary();
    marked |= change.changesMode() || change.isBinary();
    List<Hunk> hunks = change.hunks();
    for (int i = hunks.size() - 1; i >= 0; i--) {
      apply(hunks.get(i));
    }
  }

  private void apply(Hunk hunk) {
    exact &= hunk.complete();
    long skip = (long) hunk.oldStart() - (hunk.oldCount() == 0 ? 0 : 1);
    List<Piece> result = new ArrayList<>(pieces.size() + 16);
    Cursor cursor = new Cursor(pieces);
    cursor.pass(Math.max(skip, 0), result);
    for (HunkLine line : hunk.lines()) {
      Bytes text = line.content();
      if (line.isAdded()) {
        result.add(new Piece(1, text, false));
      } else {
        exact &= cursor.line(text, line.isRemoved(), result);
      }
    }
    cursor.rest(result);
    pieces = result;
  }

  /** Walks over pieces, line by line of the file as it is now. */
  private static final class Cursor {

    private final List<Piece> pieces;
    private int next;
    private @Nullable Piece partial;

    Cursor(List<Piece> pieces) {
      this.pieces = pieces;
    }

    private @Nullable Piece take() {
      Piece piece = partial;
      partial = null;
      if (piece == null && next < pieces.size()) {
        piece = pieces.get(next++);
      }
      return piece;
    }

    void pass(long lines, List<Piece> result) {
      long left = lines;
      while (left > 0) {
        Piece piece = take();
        if (piece == null) {
          return;
        }
        if (piece.length() > left) {
          partial = new Piece(piece.length() - left, piece.text(), piece.base());
          piece = new Piece(left, piece.text(), piece.base());
        }
        result.add(piece);
        left -= piece.length();
      }
    }

    /** Keeps or removes one line; false when it is not the line that earlier patches left. */
    boolean line(Bytes text, boolean remove, List<Piece> result) {
      Piece piece = take();
      while (piece != null && piece.length() == 0) {
        result.add(piece);
        piece = take();
      }
      if (piece == null) {
        return false;
      }
      if (piece.length() > 1) {
        partial = new Piece(piece.length() - 1, null, true);
      }
      Bytes known = piece.text();
      if (!remove) {
        result.add(piece.length() > 1 ? new Piece(1, text, true) : piece);
      } else if (piece.base()) {
        result.add(new Piece(0, text, true));
      }
      return known == null || known.equals(text);
    }

    void rest(List<Piece> result) {
      for (Piece piece = take(); piece != null; piece = take()) {
        result.add(piece);
      }
    }
  }

  /** What is left of all changes; empty when the file ends as it began. */
  Optional<NetDiffstat.File> net() {
    if (gone && basePath.isEmpty()) {
      return Optional.empty();
    }
    int added = 0;
    int removed = 0;
    List<Bytes> minus = new ArrayList<>();
    List<Bytes> plus = new ArrayList<>();
    for (int i = 0; i <= pieces.size(); i++) {
      Piece piece = i < pieces.size() ? pieces.get(i) : Piece.REST;
      Bytes text = piece.text();
      if (!piece.base() && text != null) {
        plus.add(text);
      } else if (piece.length() == 0 && text != null) {
        minus.add(text);
      } else {
        int common = CommonLines.count(minus, plus);
        added += plus.size() - common;
        removed += minus.size() - common;
        plus.clear();
        minus.clear();
      }
    }
    boolean same = added == 0 && removed == 0 && !gone && !marked && basePath.equals(path);
    return same
        ? Optional.empty()
        : Optional.of(
            new NetDiffstat.File(
                basePath,
                gone ? "" : path,
                binary ? 0 : added,
                binary ? 0 : removed,
                binary,
                exact));
  }
}

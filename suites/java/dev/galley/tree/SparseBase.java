package dev.galley.tree;

import dev.galley.patch.BinaryHunk;
import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.patch.FileChange.Kind;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that a series needs to be applied, made from nothing but its own pre-images.
 *
 * <p>The old lines stand at their line numbers, with unique filler lines between. What a later
 * patch expects is traced back through the patches before it.
 */
final class SparseBase {

  /** Lines after the last known one when the series does not show the end of a file. */
  private static final int TAIL = 5;

  /** Context lines that a diff has when the file goes on. */
  private static final int USUAL_CONTEXT = 3;

  private static final int MAX_LINES = 400_000;

  /** A line of the base; its content is filled in when a patch shows it. */
  private static final class Cell {
    Bytes content = Bytes.EMPTY;
    boolean known;
  }

  /** A file of the base. */
  private static final class BaseFile {
    final List<Cell> cells = new ArrayList<>();
    int mode = TreeEntry.FILE;
    boolean ends;

    Cell cell(int index) {
      while (cells.size() <= index) {
        cells.add(new Cell());
      }
      return cells.get(index);
    }
  }

  /** A file as the patches so far have made it; behind its lines the base goes on. */
  private static final class Current {
    final List<Cell> cells;
    final BaseFile base;
    int used;

    Current(List<Cell> cells, BaseFile base, int used) {
      this.cells = new ArrayList<>(cells);
      this.base = base;
      this.used = used;
    }

    void grow(int size) {
      while (cells.size() < size && !base.ends) {
        cells.add(base.cell(used++));
      }
    }
  }

  private final TreeMap<String, BaseFile> base = new TreeMap<>();
  private final Map<String, Current> current = new HashMap<>();

  private SparseBase() {}

  /** The files, by path. */
  static Map<String, Tree.Edit> of(List<Diff> series) {
    SparseBase sparse = new SparseBase();
    for (Diff diff : series) {
      for (FileChange change : diff.files()) {
        sparse.trace(change);
      }
    }
    TreeMap<String, Tree.Edit> files = new TreeMap<>();
    sparse.base.forEach((path, file) -> files.put(path, file(path, file)));
    return files;
  }

  private static Tree.Edit file(String path, BaseFile file) {
    List<Bytes> lines = new ArrayList<>();
    for (int i = 0; i < file.cells.size(); i++) {
      Cell cell = file.cells.get(i);
      lines.add(cell.known ? cell.content : filler(path, i + 1));
    }
    for (int i = 0; i < TAIL && !file.ends; i++) {
      lines.add(filler(path, file.cells.size() + i + 1));
    }
    return new Tree.Edit(file.mode, Bytes.concat(lines));
  }

  static Bytes filler(String path, int line) {
    return Bytes.utf8("filler " + line + " of " + path + "\n");
  }

  private void trace(FileChange change) {
    Current file = before(change);
    List<Hunk> hunks = change.hunks();
    for (int i = 0; i < hunks.size(); i++) {
      Hunk hunk = hunks.get(i);
      if (hunk.oldStart() > MAX_LINES) {
        return;
      }
      file.grow(end(hunk));
    }
    for (int i = hunks.size() - 1; i >= 0; i--) {
      replace(file, hunks.get(i), i == hunks.size() - 1);
    }
    if (change.kind() == Kind.DELETED) {
      file.base.ends = true;
      current.put(change.oldPath(), new Current(List.of(), new BaseFile(), 0));
    } else {
      current.put(change.path(), file);
    }
  }

  private static int end(Hunk hunk) {
    int old = (int) hunk.lines().stream().filter(line -> line.kind().isInOld()).count();
    return Math.max(hunk.oldStart() - 1, 0) + old;
  }

  private Current before(FileChange change) {
    if (change.kind() == Kind.ADDED) {
      BaseFile none = new BaseFile();
      none.ends = true;
      return new Current(List.of(), none, 0);
    }
    Current known = current.get(change.oldPath());
    if (known == null) {
      BaseFile file = new BaseFile();
      file.mode = change.oldMode() == 0 ? TreeEntry.FILE : change.oldMode();
      base.put(change.oldPath(), file);
      known = new Current(List.of(), file, 0);
      current.put(change.oldPath(), known);
      binary(change, file);
    }
    return change.kind() == Kind.COPIED ? new Current(known.cells, known.base, known.used) : known;
  }

  /** A binary's old content, where the diff has it as its reverse hunk. */
  private static void binary(FileChange change, BaseFile file) {
    if (change.binary().size() == 2
        && change.binary().get(1).method() == BinaryHunk.Method.LITERAL) {
      Cell cell = file.cell(0);
      cell.known = true;
      cell.content = change.binary().get(1).data();
      file.ends = true;
    }
  }

  private static void replace(Current file, Hunk hunk, boolean last) {
    int start = Math.max(hunk.oldStart() - (hunk.oldCount() == 0 ? 0 : 1), 0);
    int at = Math.min(start, file.cells.size());
    int trailing = 0;
    for (HunkLine line : hunk.lines()) {
      trailing = line.isAdded() || line.isRemoved() ? 0 : trailing + 1;
      if (line.kind().isInOld() && at < file.cells.size()) {
        Cell cell = file.cells.get(at);
        if (!cell.known) {
          cell.known = true;
          cell.content = line.content();
        }
        if (line.isRemoved()) {
          file.cells.remove(at);
        } else {
          at++;
        }
      } else if (line.isAdded()) {
        Cell cell = new Cell();
        cell.known = true;
        cell.content = line.content();
        file.cells.add(Math.min(at, file.cells.size()), cell);
        at++;
      }
    }
    if (last && trailing < USUAL_CONTEXT && hunk.oldStart() + hunk.oldCount() > 0) {
      file.base.ends |= file.used == file.base.cells.size();
    }
  }
}

package dev.galley.patch.internal;

import dev.galley.patch.BinaryHunk;
import dev.galley.patch.FileChange;
import dev.galley.patch.FileChange.Kind;
import dev.galley.patch.FileChange.Style;
import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.List;

/** Turns header fields and hunks into file changes. */
final class Changes {

  private Changes() {}

  static FileChange of(
      Header header,
      Style style,
      List<Hunk> hunks,
      List<BinaryHunk> binary,
      boolean binaryOmitted,
      Span headerSpan,
      Span span) {
    Kind kind = kind(header, hunks);
    return new FileChange(
        kind,
        style,
        kind == Kind.ADDED ? "" : PathText.decode(header.oldName),
        kind == Kind.DELETED ? "" : PathText.decode(header.newName),
        header.oldMode,
        header.newMode,
        header.oldId,
        header.newId,
        header.similarity,
        hunks,
        binary,
        binaryOmitted,
        headerSpan,
        span);
  }

  /** A plain diff without times does not say that a file is new or gone: its one hunk may. */
  private static Kind kind(Header header, List<Hunk> hunks) {
    if (header.created == Header.Presence.YES) {
      return Kind.ADDED;
    }
    if (header.deleted == Header.Presence.YES) {
      return Kind.DELETED;
    }
    if (header.renamed) {
      return Kind.RENAMED;
    }
    if (header.copied) {
      return Kind.COPIED;
    }
    if (hunks.size() == 1) {
      Hunk only = hunks.get(0);
      if (header.created == Header.Presence.UNKNOWN
          && only.complete()
          && only.oldCount() == 0
          && only.oldStart() == 0) {
        return Kind.ADDED;
      }
      if (header.deleted == Header.Presence.UNKNOWN
          && only.complete()
          && only.newCount() == 0
          && only.newStart() == 0) {
        return Kind.DELETED;
      }
    }
    return Kind.MODIFIED;
  }

  /** What git apply checks when all hunks of a file are read, and what a reader should know. */
  static void check(Header header, FileChange change, Bytes bytes, List<Problem> problems) {
    String name = Printable.line(change.path());
    if (header.created == Header.Presence.YES
        && change.hunks().stream().anyMatch(hunk -> hunk.oldCount() > 0)) {
      problems.add(Problem.error(change.headerSpan(), "new file " + name + " has old lines"));
    }
    if (header.deleted == Header.Presence.YES
        && change.hunks().stream().anyMatch(hunk -> hunk.newCount() > 0)) {
      problems.add(Problem.error(change.headerSpan(), "deleted file " + name + " has new lines"));
    }
    if (change.binaryOmitted()) {
      problems.add(
          Problem.warning(
              change.span(), "the diff only says that " + name + " differs: binary data left out"));
    }
    if (bytes.slice(change.headerSpan()).indexOf(0, 0) >= 0) {
      problems.add(Problem.error(change.headerSpan(), "a NUL in the header of " + name));
    }
    int start = change.headerSpan().start();
    if (bytes.startsWith("diff --git ", start) && !hasPrefix(bytes, start + 11)) {
      problems.add(
          Problem.warning(
              change.headerSpan(),
              "names without a/ and b/: git takes their first directory off and leaves " + name));
    }
  }

  /** Whether the first name of "diff --git" has a prefix of one letter: a/, i/, w/, c/, o/. */
  private static boolean hasPrefix(Bytes bytes, int name) {
    int start = Scan.at(bytes, name) == '"' ? name + 1 : name;
    return Scan.at(bytes, start + 1) == '/';
  }

  static FileChange withHunks(FileChange change, List<Hunk> hunks, Span span) {
    return new FileChange(
        change.kind(),
        change.style(),
        change.oldPath(),
        change.newPath(),
        change.oldMode(),
        change.newMode(),
        change.oldId(),
        change.newId(),
        change.similarity(),
        hunks,
        change.binary(),
        change.binaryOmitted(),
        change.headerSpan(),
        span);
  }

  /** A combined diff: only its name is taken. */
  static FileChange combined(Bytes bytes, LineToken first, int end) {
    int value = bytes.indexOf(' ', first.start() + 5) + 1;
    String path =
        CQuote.read(bytes, value)
            .map(quoted -> PathText.decode(quoted.text()))
            .orElseGet(
                () ->
                    PathText.decode(bytes.slice(value, Scan.lineFeed(bytes, value)))
                        .stripTrailing());
    return new FileChange(
        Kind.MODIFIED,
        Style.COMBINED,
        path,
        path,
        0,
        0,
        "",
        "",
        -1,
        List.of(),
        List.of(),
        false,
        new Span(first.start(), first.end()),
        new Span(first.start(), end));
  }
}

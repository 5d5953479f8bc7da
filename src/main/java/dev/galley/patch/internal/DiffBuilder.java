package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import dev.galley.patch.BinaryHunk;
import dev.galley.patch.Diff;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Printable;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the model from the tokens and rules that the parser reports. */
final class DiffBuilder {

  private final Bytes bytes;
  private final Limits limits;
  private final List<Problem> problems = new ArrayList<>();
  private final List<FileChange> files = new ArrayList<>();
  private final HeaderReader headers;

  private FileChange.Style style = FileChange.Style.GIT;
  private @Nullable LineToken first;
  private @Nullable LineToken oldName;
  private int headerEnd;
  private int end;
  private boolean headerOpen;
  private List<Hunk> hunks = new ArrayList<>();
  private List<BinaryHunk> binary = new ArrayList<>();
  private boolean binaryOmitted;
  private @Nullable OpenHunk hunk;
  private @Nullable OpenBinary binaryHunk;
  private @Nullable FileChange reopened;
  private int soundHunkEnd = -1;
  private boolean full;

  DiffBuilder(Bytes bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.headers = new HeaderReader(bytes, problems);
  }

  /** What was read, problems in the order of their places. */
  Read<Diff> result() {
    problems.sort(Comparator.comparingInt(problem -> problem.span().start()));
    return new Read<>(new Diff(bytes, files), problems);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  /** A token was consumed. */
  void token(LineToken token) {
    if (full) {
      return;
    }
    switch (token.getType()) {
      case UnifiedDiff.PROSE -> prose(token);
      case UnifiedDiff.LONE_HEADER -> {
        headers.git(token);
        headers.endGit(token, token.end());
      }
      case UnifiedDiff.GIT_HEADER -> {
        open(token, FileChange.Style.GIT);
        headers.git(token);
      }
      case UnifiedDiff.PRELUDE ->
          open(
              token,
              Prelude.isIndex(bytes, token.start(), token.end())
                  ? FileChange.Style.INDEX
                  : FileChange.Style.PLAIN);
      case UnifiedDiff.PLAIN_OLD_NAME -> {
        if (first == null) {
          open(token, FileChange.Style.PLAIN);
        }
        oldName = token;
        header(token);
      }
      case UnifiedDiff.PLAIN_NEW_NAME -> {
        if (headers.header().created != Header.Presence.UNKNOWN) {
          style = FileChange.Style.GIT;
        }
        if (oldName != null) {
          headers.plain(oldName, token);
        }
        header(token);
      }
      case UnifiedDiff.COMBINED_HEADER -> open(token, FileChange.Style.COMBINED);
      case UnifiedDiff.COMBINED_LINES -> end = token.end();
      case UnifiedDiff.HEADING, UnifiedDiff.MISCOUNTED_HEADING, UnifiedDiff.BAD_HEADING ->
          openHunk(token);
      case UnifiedDiff.LOOSE_HEADING -> openLoose(token);
      case UnifiedDiff.CONTEXT, UnifiedDiff.REMOVED, UnifiedDiff.ADDED, UnifiedDiff.NO_NEWLINE -> {
        if (hunk != null) {
          hunk.line(token);
        }
        end = token.end();
      }
      case UnifiedDiff.BINARY_MARK -> {
        closeHeader();
        end = token.end();
      }
      case UnifiedDiff.BINARY_METHOD -> {
        binaryHunk = new OpenBinary(bytes, token);
        end = token.end();
      }
      case UnifiedDiff.BINARY_DATA, UnifiedDiff.BINARY_END -> {
        if (binaryHunk != null) {
          binaryHunk.line(token);
        }
        end = token.end();
      }
      case UnifiedDiff.BINARY_DIFFERS -> {
        closeHeader();
        binaryOmitted = true;
        end = token.end();
      }
      case UnifiedDiff.EOF -> {}
      default -> {
        headers.line(token);
        header(token);
      }
    }
  }

  /** A rule of the grammar was left. */
  void leave(int rule) {
    if (full) {
      return;
    }
    switch (rule) {
      case UnifiedDiff.RULE_hunk -> closeHunk();
      case UnifiedDiff.RULE_looseHunk -> closeLoose();
      case UnifiedDiff.RULE_binaryHunk -> {
        if (binaryHunk != null) {
          binary.add(binaryHunk.close(name(), limits, problems));
          binaryHunk = null;
        }
      }
      case UnifiedDiff.RULE_binary -> {
        if (binary.isEmpty()) {
          problems.add(
              Problem.error(Span.at(headerEnd), "the binary patch of " + name() + " has no data"));
        }
      }
      case UnifiedDiff.RULE_gitChange, UnifiedDiff.RULE_plainChange -> closeChange();
      case UnifiedDiff.RULE_combinedChange -> closeCombined();
      default -> {}
    }
  }

  private void prose(LineToken token) {
    if (token.start() == soundHunkEnd && looksLikeBody(token.start())) {
      problems.add(
          Problem.warning(
              new Span(token.start(), bytes.nextLine(token.start())),
              "a line after the last hunk of "
                  + shown(files.get(files.size() - 1).path())
                  + " looks like a part of it, but its heading does not count it"));
    }
  }

  private boolean looksLikeBody(int at) {
    byte mark = bytes.at(at);
    boolean marked = mark == '+' || mark == ' ' || (mark == '-' && !bytes.startsWith("--", at));
    return marked && !Scan.isSpace(Scan.at(bytes, at + 1));
  }

  private void open(LineToken token, FileChange.Style kind) {
    if (files.size() == limits.filesPerDiff()) {
      full = true;
      problems.add(
          Problem.error(
              new Span(token.start(), bytes.length()),
              "the diff has more than the " + limits.filesPerDiff() + " files that are allowed"));
      return;
    }
    first = token;
    style = kind;
    header(token);
    headerOpen = kind == FileChange.Style.GIT;
  }

  private void header(LineToken token) {
    headerEnd = token.end();
    end = token.end();
  }

  private void closeHeader() {
    if (headerOpen && first != null) {
      headers.endGit(first, headerEnd);
      headerOpen = false;
    }
  }

  private void openHunk(LineToken token) {
    closeHunk();
    closeHeader();
    hunk = new OpenHunk(bytes, token);
    end = token.end();
  }

  private void openLoose(LineToken token) {
    Span line = new Span(token.start(), token.end());
    FileChange last = files.isEmpty() ? null : files.get(files.size() - 1);
    if (last == null || last.style() == FileChange.Style.COMBINED) {
      problems.add(Problem.error(line, "a hunk without a file header before it"));
    } else {
      reopened = last;
      hunks = new ArrayList<>(last.hunks());
      problems.add(
          Problem.error(
              line,
              "a hunk is cut off from its file header: before it, after a hunk of "
                  + shown(last.path())
                  + ", are lines of no hunk"));
    }
    hunk = new OpenHunk(bytes, token);
    end = token.end();
  }

  private void closeHunk() {
    if (hunk == null) {
      return;
    }
    if (hunks.size() == limits.hunksPerFile()) {
      full = true;
      problems.add(
          Problem.error(
              Span.at(end),
              name() + " has more than the " + limits.hunksPerFile() + " hunks that are allowed"));
      return;
    }
    String owner = reopened == null ? name() : shown(reopened.path());
    hunks.add(hunk.close("hunk " + (hunks.size() + 1) + " of " + owner, problems));
    hunk = null;
  }

  private void closeLoose() {
    closeHunk();
    if (reopened != null) {
      Span span = new Span(reopened.span().start(), end);
      files.set(files.size() - 1, Changes.withHunks(reopened, hunks, span));
      reopened = null;
    }
    reset();
  }

  private void closeChange() {
    closeHunk();
    closeHeader();
    if (first != null) {
      Span header = new Span(first.start(), headerEnd);
      Span span = new Span(first.start(), end);
      FileChange change =
          Changes.of(headers.header(), style, hunks, binary, binaryOmitted, header, span);
      files.add(change);
      Changes.check(headers.header(), change, bytes, problems);
      soundHunkEnd = !hunks.isEmpty() && hunks.get(hunks.size() - 1).complete() ? end : -1;
    }
    headers.nextFile();
    reset();
  }

  private void closeCombined() {
    if (first != null) {
      FileChange change = Changes.combined(bytes, first, end);
      files.add(change);
      problems.add(
          Problem.error(
              change.span(),
              "a combined diff of "
                  + shown(change.path())
                  + " tells of a merge and cannot be applied"));
    }
    reset();
  }

  private void reset() {
    first = null;
    oldName = null;
    hunks = new ArrayList<>();
    binary = new ArrayList<>();
    binaryOmitted = false;
  }

  private String name() {
    return shown(PathText.decode(headers.header().name()));
  }

  private static String shown(String path) {
    return path.isEmpty() ? "an unnamed file" : Printable.line(path);
  }
}

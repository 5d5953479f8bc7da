package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.List;

/**
 * Gives header lines their meaning, with git apply's consistency checks (apply.c: gitdiff_*,
 * parse_traditional_patch).
 */
final class HeaderReader {

  private static final int LONGEST_ID = 64;

  private final Bytes bytes;
  private final List<Problem> problems;
  private Header header = new Header();

  /** Leading directories to take off; plain diffs without any change it, as in git apply. */
  private int strip = 1;

  private boolean stripKnown;

  HeaderReader(Bytes bytes, List<Problem> problems) {
    this.bytes = bytes;
    this.problems = problems;
  }

  Header header() {
    return header;
  }

  void nextFile() {
    header = new Header();
  }

  /** Reads {@code diff --git a/x b/x}. */
  void git(LineToken token) {
    header.created = Header.Presence.NO;
    header.deleted = Header.Presence.NO;
    int names = token.start() + "diff --git ".length();
    header.defaultName = PathNames.inGitHeader(bytes, names, token.end(), strip);
  }

  /** Reads one line after it. */
  void line(LineToken token) {
    int value = HeaderLine.valueAt(bytes, token.start());
    switch (token.getType()) {
      case UnifiedDiff.OLD_NAME -> header.oldName = verify(token, value, true);
      case UnifiedDiff.NEW_NAME -> header.newName = verify(token, value, false);
      case UnifiedDiff.OLD_MODE -> header.oldMode = mode(token, value);
      case UnifiedDiff.NEW_MODE -> header.newMode = mode(token, value);
      case UnifiedDiff.DELETED_FILE -> {
        header.deleted = Header.Presence.YES;
        header.oldName = header.defaultName;
        header.oldMode = mode(token, value);
      }
      case UnifiedDiff.NEW_FILE -> {
        header.created = Header.Presence.YES;
        header.newName = header.defaultName;
        header.newMode = mode(token, value);
      }
      case UnifiedDiff.COPY_FROM -> {
        header.copied = true;
        header.oldName = moved(value);
      }
      case UnifiedDiff.COPY_TO -> {
        header.copied = true;
        header.newName = moved(value);
      }
      case UnifiedDiff.RENAME_FROM -> {
        header.renamed = true;
        header.oldName = moved(value);
      }
      case UnifiedDiff.RENAME_TO -> {
        header.renamed = true;
        header.newName = moved(value);
      }
      case UnifiedDiff.SIMILARITY -> {
        long percent = Scan.number(bytes, value, 10).value();
        if (percent >= 0 && percent <= 100) {
          header.similarity = (int) percent;
        }
      }
      case UnifiedDiff.INDEX -> index(token, value);
      default -> throw new IllegalStateException("not a header line: " + token.getType());
    }
    if (header.claims() > 1) {
      error(token, "the header says two of new, deleted, renamed and copied of one file");
    }
  }

  /** Checks what the whole header must say; the name that "diff --git" gives stands in for both. */
  void endGit(LineToken first, int headerEnd) {
    if (header.oldName.isEmpty() && header.newName.isEmpty()) {
      header.oldName = header.defaultName;
      header.newName = header.defaultName;
    }
    boolean lacksNew = header.newName.isEmpty() && header.deleted != Header.Presence.YES;
    boolean lacksOld = header.oldName.isEmpty() && header.created != Header.Presence.YES;
    if (lacksNew || lacksOld) {
      problems.add(
          Problem.error(
              new Span(first.start(), headerEnd),
              header.name().isEmpty()
                  ? "the git header names no file after " + strip + " leading directory is removed"
                  : "the git header names only one side of " + PathText.decode(header.name())));
    }
  }

  /** Reads the {@code ---} and {@code +++} lines of a plain diff. */
  void plain(LineToken oldLine, LineToken newLine) {
    int oldValue = oldLine.start() + 4;
    int newValue = newLine.start() + 4;
    guessStrip(newValue);
    Bytes name;
    if (PathNames.isDevNull(bytes, oldValue)) {
      name = PathNames.traditional(bytes, newValue, strip, Bytes.EMPTY);
      create(name);
    } else if (PathNames.isDevNull(bytes, newValue)) {
      name = PathNames.traditional(bytes, oldValue, strip, Bytes.EMPTY);
      delete(name);
    } else {
      Bytes first = PathNames.traditional(bytes, oldValue, strip, Bytes.EMPTY);
      name = PathNames.traditional(bytes, newValue, strip, first);
      if (Timestamps.isEpoch(bytes, oldValue)) {
        create(name);
      } else if (Timestamps.isEpoch(bytes, newValue)) {
        delete(name);
      } else {
        header.oldName = name;
        header.newName = name;
      }
    }
    if (name.isEmpty()) {
      problems.add(
          Problem.error(
              new Span(oldLine.start(), newLine.end()),
              "no file name after " + strip + " leading directory is removed"));
    }
  }

  private void create(Bytes name) {
    header.created = Header.Presence.YES;
    header.deleted = Header.Presence.NO;
    header.newName = name;
  }

  private void delete(Bytes name) {
    header.created = Header.Presence.NO;
    header.deleted = Header.Presence.YES;
    header.oldName = name;
  }

  /** A new name without any directory settles, for the rest of the input, that none is to go. */
  private void guessStrip(int newValue) {
    if (stripKnown || PathNames.isDevNull(bytes, newValue)) {
      return;
    }
    Bytes name = PathNames.traditional(bytes, newValue, 0, Bytes.EMPTY);
    if (!name.isEmpty() && name.indexOf('/', 0) < 0) {
      strip = 0;
      stripKnown = true;
    }
  }

  /** The rule of gitdiff_verify_name: a name that is known already must be given again. */
  private Bytes verify(LineToken token, int value, boolean old) {
    Bytes known = old ? header.oldName : header.newName;
    boolean absent = (old ? header.created : header.deleted) == Header.Presence.YES;
    String side = old ? "old" : "new";
    if (known.isEmpty() && !absent) {
      return PathNames.upToTab(bytes, value, strip);
    }
    if (known.isEmpty()) {
      if (!PathNames.isDevNull(bytes, value)) {
        error(token, "the header says that there is no " + side + " file, but names one");
      }
      return known;
    }
    if (absent) {
      error(token, "the header says that there is no " + side + " file, but named one before");
    } else if (!PathNames.upToTab(bytes, value, strip).equals(known)) {
      error(token, "the " + side + " name differs from " + PathText.decode(known) + " before");
    }
    return known;
  }

  private Bytes moved(int value) {
    return PathNames.wholeLine(bytes, value, Math.max(strip - 1, 0));
  }

  private int mode(LineToken token, int value) {
    Scan.Value mode = Scan.number(bytes, value, 8);
    if (mode.end() == value || !Scan.isSpace(Scan.at(bytes, mode.end()))) {
      error(token, "not a file mode");
    }
    return (int) mode.value();
  }

  /** {@code index old..new[ mode]}. A line in any other form is let pass, as git does. */
  private void index(LineToken token, int value) {
    int dots = bytes.indexOf("..", value);
    if (dots < 0 || dots >= token.end() || dots - value > LONGEST_ID) {
      return;
    }
    header.oldId = bytes.slice(value, dots).latin1();
    int end = dots + 2;
    while (Scan.at(bytes, end) != '\n' && Scan.at(bytes, end) != ' ') {
      end++;
    }
    if (end - dots - 2 > LONGEST_ID + 1) {
      return;
    }
    header.newId = bytes.slice(dots + 2, end).latin1().stripTrailing();
    if (Scan.at(bytes, end) == ' ') {
      header.oldMode = mode(token, end + 1);
    }
  }

  private void error(LineToken token, String message) {
    problems.add(Problem.error(new Span(token.start(), token.end()), message));
  }
}

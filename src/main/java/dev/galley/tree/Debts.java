package dev.galley.tree;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What earlier patches of a series should have brought and did not. */
final class Debts {

  /** By path and line key: the patch whose failed hunk adds the line. */
  private final Map<String, Map<Long, Integer>> failedLines = new HashMap<>();

  /** By path and line key: the patch whose failed hunk removes the line. */
  private final Map<String, Map<Long, Integer>> keptLines = new HashMap<>();

  /** By path: the patch that should have removed or renamed the file. */
  private final Map<String, Integer> keptFiles = new HashMap<>();

  /** By path: the first patch for which the file was not there, and nobody knows why. */
  private final Map<String, Integer> lackedFiles = new HashMap<>();

  /** By path: the patch that changes the file, and maybe more of it than could be read. */
  private final Map<String, Integer> damagedFiles = new HashMap<>();

  /** By path: the patch that should have made the file. */
  private final Map<String, Integer> failedFiles = new HashMap<>();

  /** By path: the patch that removed or renamed the file. */
  private final Map<String, Integer> removed = new HashMap<>();

  /** By path: the last patch that touched the file, and the blob it should have made. */
  private final Map<String, Integer> lastTouched = new HashMap<>();

  private final Map<String, String> lastIds = new HashMap<>();

  private final TreeSet<Integer> missing = new TreeSet<>();
  private final TreeSet<Integer> damaged = new TreeSet<>();
  private boolean baseMatches = true;

  void missing(int number) {
    missing.add(number);
  }

  /** Takes note of a patch whose diff could not be read whole. */
  void damaged(int number) {
    damaged.add(number);
  }

  /** The outcome with the patches that its failures can be traced to. */
  PatchOutcome explain(PatchOutcome outcome, boolean partial) {
    List<FileOutcome> files = new ArrayList<>();
    for (FileOutcome file : outcome.files()) {
      files.add(file.applies() ? file : explain(outcome.before(), file));
    }
    return new PatchOutcome(
        outcome.status(), files, outcome.before(), outcome.after(), partial, outcome.refusal());
  }

  private FileOutcome explain(Tree before, FileOutcome file) {
    int gap = gapBefore(before, file.change());
    List<Cause> causes = file.causes().stream().map(c -> explain(file, c, gap)).toList();
    List<HunkOutcome> hunks = new ArrayList<>();
    for (HunkOutcome hunk : file.hunks()) {
      if (hunk instanceof HunkOutcome.Failed failed) {
        Cause cause =
            file.cause().isPresent() && file.cause().get().equals(failed.cause())
                ? causes.get(0)
                : explain(file, failed, gap);
        hunks.add(new HunkOutcome.Failed(failed.hunk(), cause, failed.fuzz(), failed.fuzzLine()));
      } else {
        hunks.add(hunk);
      }
    }
    return new FileOutcome(file.change(), file.status(), causes, hunks, file.warnings());
  }

  private Cause explain(FileOutcome file, Cause cause, int gap) {
    if (cause.kind() == Cause.Kind.FILE_EXISTS) {
      Integer kept = keptFiles.get(file.change().newPath());
      return kept == null
          ? cause
          : needing(cause, kept, "patch " + kept + " should have removed it and did not apply");
    }
    if (cause.kind() != Cause.Kind.FILE_MISSING) {
      return cause;
    }
    Integer failed = failedFiles.get(file.change().oldPath());
    if (failed != null) {
      return needing(cause, failed, "patch " + failed + " should have made it and did not apply");
    }
    Integer by = removed.get(file.change().oldPath());
    if (by != null) {
      return needing(cause, 0, "patch " + by + " removed or renamed it");
    }
    Integer lacked = lackedFiles.get(file.change().oldPath());
    if (lacked != null) {
      return needing(cause, lacked, "patch " + lacked + " fails for the same reason");
    }
    if (gap > 0) {
      return needing(cause, gap, "patch " + gap + ", which is missing, may make it");
    }
    if (!missing.isEmpty()) {
      String some =
          missing.size() == 1
              ? "patch " + missing.first() + " is missing; it may create the file"
              : "patches before this one are missing; one of them may create the file";
      return needing(cause, missing.first(), some);
    }
    return damaged.isEmpty()
        ? cause
        : needing(
            cause,
            damaged.first(),
            "patch " + damaged.first() + " is damaged; it may create the file");
  }

  private Cause explain(FileOutcome file, HunkOutcome.Failed failed, int gap) {
    Cause cause = failed.cause();
    switch (cause.kind()) {
      case CONTEXT_DIFFERS, NOT_FOUND, WRONG_PLACE -> {}
      default -> {
        return cause;
      }
    }
    Map<Long, Integer> lines = failedLines.getOrDefault(file.change().oldPath(), Map.of());
    Map<Long, Integer> kept = keptLines.getOrDefault(file.change().oldPath(), Map.of());
    int number = 0;
    int keeper = 0;
    if (cause.nearest().isKnown()) {
      for (LineDifference difference : cause.nearest().differences()) {
        number = Math.max(number, lines.getOrDefault(OldLine.key(difference.expected()), 0));
        keeper = Math.max(keeper, kept.getOrDefault(OldLine.key(difference.actual()), 0));
      }
    } else {
      for (OldLine line : OldLine.of(failed.hunk())) {
        number = Math.max(number, lines.getOrDefault(line.key(), 0));
      }
    }
    if (number > 0) {
      return needing(cause, number, "patch " + number + ", which failed, adds the expected line");
    }
    if (keeper > 0) {
      return needing(
          cause, keeper, "patch " + keeper + ", which failed, removes the line that is there");
    }
    Integer damage = damagedFiles.get(file.change().oldPath());
    if (damage != null) {
      return needing(cause, damage, "patch " + damage + ", which is damaged, changes the file too");
    }
    return gap == 0
        ? cause
        : needing(cause, gap, "patch " + gap + " of the series is missing and may change the file");
  }

  private static Cause needing(Cause cause, int number, String why) {
    return new Cause(cause.kind(), cause.message() + "; " + why, cause.nearest(), number);
  }

  /**
   * The missing patch that must have changed a file: the index line does not go on from what the
   * last patch before it, or a base that matched so far, has there.
   */
  private int gapBefore(Tree before, FileChange change) {
    String path = change.oldPath();
    Integer last = lastTouched.get(path);
    Integer gap = missing.higher(last == null ? 0 : last);
    if (gap == null || change.oldId().isEmpty()) {
      return 0;
    }
    String known =
        last == null
            ? before.entry(path).map(TreeEntry::id).orElse("")
            : lastIds.getOrDefault(path, "");
    boolean goesOn = known.startsWith(change.oldId()) || change.oldId().startsWith(known);
    if (!known.isEmpty() && goesOn) {
      return 0;
    }
    return last != null || baseMatches ? gap : 0;
  }

  /** Takes note of what a patch did and did not do. */
  void record(int number, PatchOutcome outcome) {
    for (FileOutcome file : outcome.files()) {
      FileChange change = file.change();
      boolean firstTouch = !lastTouched.containsKey(change.oldPath());
      if (firstTouch
          && !change.oldPath().isEmpty()
          && !change.oldId().isEmpty()
          && missing.isEmpty()) {
        baseMatches &=
            outcome
                .before()
                .entry(change.oldPath())
                .filter(entry -> entry.id().startsWith(change.oldId()))
                .isPresent();
      }
      lastTouched.put(change.path(), number);
      lastIds.put(change.path(), change.newId());
      if (outcome.refusal().isPresent()) {
        damagedFiles.put(change.path(), number);
      }
      if (file.applies()) {
        if (change.kind() == FileChange.Kind.DELETED || change.kind() == FileChange.Kind.RENAMED) {
          removed.put(change.oldPath(), number);
        }
        removed.remove(change.newPath());
        failedFiles.remove(change.newPath());
        continue;
      }
      if (change.kind() != FileChange.Kind.MODIFIED
          && !change.newPath().isEmpty()
          && outcome.after().entry(change.newPath()).isEmpty()) {
        failedFiles.put(change.newPath(), number);
      }
      file.cause()
          .filter(cause -> cause.kind() == Cause.Kind.FILE_MISSING && cause.needsPatch() == 0)
          .filter(cause -> !removed.containsKey(change.oldPath()))
          .ifPresent(cause -> lackedFiles.putIfAbsent(change.oldPath(), number));
      boolean goes =
          change.kind() == FileChange.Kind.DELETED || change.kind() == FileChange.Kind.RENAMED;
      if (goes && outcome.after().entry(change.oldPath()).isPresent()) {
        keptFiles.put(change.oldPath(), number);
      }
      for (HunkOutcome hunk : file.hunks()) {
        if (hunk instanceof HunkOutcome.Failed failed) {
          owe(change.path(), failed.hunk(), number);
        }
      }
    }
  }

  private void owe(String path, Hunk hunk, int number) {
    Map<Long, Integer> lines = failedLines.computeIfAbsent(path, p -> new HashMap<>());
    Map<Long, Integer> kept = keptLines.computeIfAbsent(path, p -> new HashMap<>());
    for (HunkLine line : hunk.lines()) {
      Bytes text = line.text();
      if (line.isAdded() && OldLine.isTelling(text)) {
        lines.put(OldLine.key(text), number);
      } else if (line.isRemoved() && OldLine.isTelling(text)) {
        kept.put(OldLine.key(text), number);
      }
    }
  }
}

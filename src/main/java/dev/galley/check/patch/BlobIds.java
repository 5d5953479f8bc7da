package dev.galley.check.patch;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import dev.galley.series.SeriesPatch;
import dev.galley.series.Slot;
import dev.galley.tree.FileOutcome;
import dev.galley.tree.PatchOutcome;
import dev.galley.tree.TreeEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Index lines that do not fit each other or the mail: a patch starts from another content of a file
 * than the patch before it leaves, or a new file is not what its index line says. No base is needed
 * for that.
 *
 * <p>With a base that has the very content that an index line names, what the hunks make of it has
 * to be the content that the line names as new. Another content there means another base, and is no
 * finding.
 */
@CheckInfo(
    id = "patch/blob-ids",
    severity = Severity.WARNING,
    summary = "Index lines do not fit each other or the content of the mail",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-diff(1), Generating patch text with -p, the index line")
public final class BlobIds implements SeriesCheck {

  /** The content that a patch leaves at a path. */
  private record Left(int patch, String id) {}

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Map<String, Left> known = new HashMap<>();
    for (Slot slot : review.series().slots()) {
      if (slot.found().isEmpty()) {
        known.clear();
      } else {
        visit(slot.found().get(), known, out);
        Optional.ofNullable(review.outcomes().get(slot.number()))
            .ifPresent(outcome -> edited(slot.found().get(), outcome, out));
      }
    }
  }

  private static void visit(SeriesPatch patch, Map<String, Left> known, Remarks out) {
    Map<String, Left> before = new HashMap<>(known);
    Set<String> seen = new HashSet<>();
    for (FileChange file : patch.diff().files()) {
      if (!seen.add(file.oldPath() + '\0' + file.newPath())) {
        known.remove(file.path());
        continue;
      }
      Optional<Left> left = Optional.ofNullable(before.get(file.oldPath()));
      Place place =
          Place.file(patch.number(), file.path()).atMailLine(patch.mailLineOf(file.span().start()));
      left.filter(was -> !file.oldId().isEmpty() && !agree(was.id(), file.oldId()))
          .ifPresent(
              was ->
                  out.add(
                      Remark.at(
                              place,
                              "starts from another content of the file than patch "
                                  + was.patch()
                                  + " leaves")
                          .fact("patch " + was.patch() + " leaves", was.id())
                          .fact("patch " + patch.number() + " starts from", file.oldId())));
      BlobHash.ofAdded(file)
          .filter(hash -> !agree(hash, file.newId()) && !BlobHash.isWithoutReturns(file))
          .ifPresent(
              hash ->
                  out.add(
                      Remark.at(
                              place,
                              "the new file is not the one that the index line names: it was edited")
                          .severity(Severity.NOTE)
                          .fact("index line", file.newId())
                          .fact("content in the mail", hash.substring(0, file.newId().length()))));
      if (!file.oldPath().equals(file.newPath()) && file.kind() != FileChange.Kind.COPIED) {
        known.remove(file.oldPath());
      }
      if (!file.newPath().isEmpty()) {
        remember(patch, file, left, known);
      }
    }
  }

  /** Files whose old content is the one in the tree, and whose new content is not as announced. */
  private static void edited(SeriesPatch patch, PatchOutcome outcome, Remarks out) {
    if (outcome.refusal().isPresent()) {
      return;
    }
    Map<String, Integer> touched = new HashMap<>();
    for (FileOutcome file : outcome.files()) {
      touched.merge(file.change().newPath(), 1, Integer::sum);
      touched.merge(file.change().oldPath(), 1, Integer::sum);
    }
    for (FileOutcome file : outcome.files()) {
      FileChange change = file.change();
      int same = change.oldPath().equals(change.newPath()) ? 2 : 1;
      if (file.status() != FileOutcome.Status.APPLIES
          || change.oldPath().isEmpty()
          || change.newPath().isEmpty()
          || change.oldId().isEmpty()
          || change.newId().isEmpty()
          || touched.getOrDefault(change.newPath(), 0) != same) {
        continue;
      }
      String before = outcome.before().entry(change.oldPath()).map(TreeEntry::id).orElse("");
      String after = outcome.after().entry(change.newPath()).map(TreeEntry::id).orElse("");
      if (before.startsWith(change.oldId()) && !after.startsWith(change.newId())) {
        out.add(
            Remark.at(
                    Place.file(patch.number(), change.path())
                        .atMailLine(patch.mailLineOf(change.span().start())),
                    "the hunks do not make the content that the index line names: the diff was"
                        + " edited after it was made")
                .fact("index line", change.oldId() + ".." + change.newId())
                .fact(
                    "applied to " + change.oldId(),
                    after.substring(0, Math.min(after.length(), change.newId().length()))));
      }
    }
  }

  private static void remember(
      SeriesPatch patch, FileChange file, Optional<Left> left, Map<String, Left> known) {
    if (!file.newId().isEmpty()) {
      known.put(file.newPath(), new Left(patch.number(), file.newId()));
    } else if (left.isPresent() && file.hunks().isEmpty() && !file.isBinary()) {
      known.put(file.newPath(), left.get());
    } else {
      known.remove(file.newPath());
    }
  }

  private static boolean agree(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Index lines that do not fit each other or the mail: a patch starts from another content of a file
 * than the patch before it leaves, or a new file is not what its index line says. No base is needed
 * for that.
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

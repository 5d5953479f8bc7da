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
 * Patches that contradict each other about which files there are.
 *
 * <p>Old paths of a patch are those before it, new paths those after it, as git writes them: two
 * files may change names in one patch. Behind a gap in the series nothing is known any more.
 */
@CheckInfo(
    id = "patch/added-twice",
    severity = Severity.ERROR,
    summary = "A file is added twice, or changed after it was deleted",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "git-apply(1)")
public final class AddedTwice implements SeriesCheck {

  /** What a patch did to a path last. */
  private record Trace(int patch, boolean there, String what) {}

  @Override
  public void check(ReviewSubject review, Remarks out) {
    if (review.series().total() < 2) {
      out.notApplicable();
      return;
    }
    Map<String, Trace> known = new HashMap<>();
    for (Slot slot : review.series().slots()) {
      if (slot.found().isEmpty()) {
        known.clear();
      } else {
        visit(slot.found().get(), known, out);
      }
    }
  }

  private static void visit(SeriesPatch patch, Map<String, Trace> known, Remarks out) {
    Set<String> leaving = new HashSet<>();
    for (FileChange file : patch.diff().files()) {
      if (file.kind() == FileChange.Kind.DELETED || file.kind() == FileChange.Kind.RENAMED) {
        leaving.add(file.oldPath());
      }
    }
    for (FileChange file : patch.diff().files()) {
      complain(patch, file, known, leaving, out);
    }
    for (String path : leaving) {
      known.put(path, new Trace(patch.number(), false, "takes away"));
    }
    for (FileChange file : patch.diff().files()) {
      switch (file.kind()) {
        case ADDED -> known.put(file.path(), new Trace(patch.number(), true, "adds"));
        case RENAMED, COPIED -> known.put(file.path(), new Trace(patch.number(), true, "creates"));
        case MODIFIED -> known.putIfAbsent(file.path(), new Trace(patch.number(), true, "changes"));
        case DELETED -> {}
      }
    }
  }

  private static void complain(
      SeriesPatch patch,
      FileChange file,
      Map<String, Trace> known,
      Set<String> leaving,
      Remarks out) {
    Optional<Trace> gone =
        Optional.ofNullable(known.get(file.oldPath())).filter(trace -> !trace.there());
    Optional<Trace> there = Optional.ofNullable(known.get(file.newPath())).filter(Trace::there);
    Place place =
        Place.file(patch.number(), file.path()).atMailLine(patch.mailLineOf(file.span().start()));
    if (file.kind() != FileChange.Kind.ADDED && gone.isPresent()) {
      out.add(
          Remark.at(place, verb(file) + " a file that patch " + gone.get().patch() + " takes away")
              .fact("file", file.oldPath()));
    } else if (file.kind() != FileChange.Kind.MODIFIED
        && there.isPresent()
        && !leaving.contains(file.newPath())) {
      out.add(
          Remark.at(
                  place,
                  "adds a file that patch "
                      + there.get().patch()
                      + " already "
                      + there.get().what())
              .fact("file", file.newPath()));
    }
  }

  private static String verb(FileChange file) {
    return switch (file.kind()) {
      case DELETED -> "deletes";
      case RENAMED -> "renames";
      case COPIED -> "copies";
      default -> "changes";
    };
  }
}

package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.patch.FileChange;
import dev.galley.tree.BaseTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The subject begins as those of earlier changes of the same files do.
 *
 * <p>One word of the prefix in common is enough. Where the files tell too little, their folders are
 * asked; where those differ among themselves, nothing is said.
 */
@CheckInfo(
    id = "mail/subject-prefix",
    severity = Severity.WARNING,
    summary = "Subject prefix is not one that the history has for the files",
    nature = CheckInfo.Nature.FORM,
    needs = CheckInfo.Needs.HISTORY,
    source = "Documentation/process/maintainer-tip.rst, Patch subject; git log --oneline FILE")
public final class SubjectPrefix implements PatchCheck {

  private static final int SUBJECTS = 30;
  private static final int ENOUGH = 5;
  private static final int FILES = 4;
  private static final int FOLDERS_OF_ONE_CHANGE = 3;

  @Override
  public void check(PatchSubject patch, Remarks out) {
    String subject = patch.patch().subject();
    List<String> paths = paths(patch);
    if (paths.isEmpty() || subject.startsWith("Revert ")) {
      out.notApplicable();
      return;
    }
    Optional<BaseTree> base = patch.review().base();
    if (base.isEmpty() || !base.get().hasHistory()) {
      out.skip(base.isEmpty() ? "no base" : "the base has no history");
      return;
    }
    List<String> history = new ArrayList<>();
    paths.forEach(path -> history.addAll(base.get().subjectsOf(path, SUBJECTS)));
    if (history.size() < ENOUGH) {
      paths.stream()
          .map(SubjectPrefix::folder)
          .distinct()
          .filter(folder -> !folder.isEmpty())
          .forEach(folder -> history.addAll(base.get().subjectsOf(folder, SUBJECTS)));
    }
    judge(patch, subject, history, out);
  }

  private static void judge(PatchSubject patch, String subject, List<String> history, Remarks out) {
    Map<String, Integer> used = new LinkedHashMap<>();
    for (String earlier : history) {
      String prefix = prefix(earlier);
      if (!prefix.isEmpty()) {
        used.merge(prefix, 1, Integer::sum);
      }
    }
    int withPrefix = used.values().stream().mapToInt(Integer::intValue).sum();
    if (history.size() < ENOUGH || withPrefix * 5 < history.size() * 4) {
      return;
    }
    List<String> words = words(prefix(subject));
    List<String> known = used.keySet().stream().flatMap(p -> words(p).stream()).distinct().toList();
    boolean same = words.stream().anyMatch(known::contains);
    List<String> folded = known.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    boolean sameButCase =
        words.stream().anyMatch(word -> folded.contains(word.toLowerCase(Locale.ROOT)));
    if (same) {
      return;
    }
    String common =
        used.entrySet().stream()
            .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
            .limit(3)
            .map(e -> e.getKey() + ": (" + e.getValue() + ")")
            .collect(Collectors.joining(", "));
    Place place = Messages.header(patch, "Subject");
    String message =
        words.isEmpty()
            ? "the subject has no prefix, unlike earlier changes of these files"
            : sameButCase
                ? "the prefix is spelled in other capitals than in earlier changes"
                : "the prefix is none that earlier changes of these files have";
    Remark remark =
        Remark.at(place, message)
            .excerpt(subject)
            .fact("in " + history.size() + " commits", common);
    out.add(sameButCase ? remark.severity(Severity.NOTE) : remark);
  }

  /** The files with most changed lines; none when the patch goes through many folders. */
  private static List<String> paths(PatchSubject patch) {
    List<FileChange> files =
        patch.patch().diff().files().stream()
            .filter(file -> !file.oldPath().isEmpty() || !file.newPath().isEmpty())
            .toList();
    long folders = files.stream().map(file -> folder(file.path())).distinct().count();
    if (folders > FOLDERS_OF_ONE_CHANGE) {
      return List.of();
    }
    return files.stream()
        .sorted(Comparator.comparingInt((FileChange file) -> -file.added() - file.removed()))
        .map(file -> file.oldPath().isEmpty() ? file.newPath() : file.oldPath())
        .limit(FILES)
        .toList();
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** What stands before the last {@code ": "}, when it can be a prefix; else nothing. */
  private static String prefix(String subject) {
    int colon = subject.lastIndexOf(": ");
    while (colon > 0 && subject.substring(0, colon).trim().split("\\s+", -1).length > 4) {
      colon = subject.lastIndexOf(": ", colon - 1);
    }
    return colon <= 0 ? "" : subject.substring(0, colon);
  }

  private static List<String> words(String prefix) {
    List<String> words = new ArrayList<>();
    for (String word : prefix.split("[:/,\\s]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}

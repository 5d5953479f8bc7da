package dev.galley.mutants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.Edit;

/** Sites that are left as they were, and open-coded ones that come new. */
final class MissedOperators {

  private MissedOperators() {}

  static List<Operator> all() {
    return List.of(
        new Operator(
            "one-of-several",
            "one site of a file is left",
            List.of("convert/missed", "convert/unused-helper"),
            (sketch, words) -> left(sketch, words, true)),
        new Operator(
            "drop-file",
            "a file of the patch is left",
            List.of("convert/missed", "convert/unused-helper"),
            (sketch, words) -> left(sketch, words, false)),
        new Operator(
            "new-open-coded",
            "new code without the helper",
            List.of("convert/new-open-coded"),
            MissedOperators::openCoded));
  }

  private record Where(int patch, String path) {}

  private static List<Mutant> left(Sketch sketch, Vocabulary words, boolean single) {
    Map<Where, Set<Edit>> blocks = new LinkedHashMap<>();
    for (Site site : words.sites()) {
      if (site.isConverted()) {
        blocks
            .computeIfAbsent(new Where(site.patch(), site.path()), where -> new LinkedHashSet<>())
            .add(site.block());
      }
    }
    List<Mutant> found = new ArrayList<>();
    blocks.forEach(
        (where, edits) -> {
          if (!single) {
            if (sketch.changes(where.patch()).size() > 1) {
              found.add(mutant(sketch, where, List.copyOf(edits)));
            }
          } else if (edits.size() > 1) {
            edits.forEach(edit -> found.add(mutant(sketch, where, List.of(edit))));
          }
        });
    return found;
  }

  private static Mutant mutant(Sketch sketch, Where where, List<Edit> edits) {
    Sketch.Sides file = Objects.requireNonNull(sketch.changes(where.patch()).get(where.path()));
    List<String> before = Texts.lines(file.before());
    List<String> after = Texts.lines(file.after());
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Edit edit : edits) {
      after.subList(at, edit.getBeginB()).forEach(text::append);
      before.subList(edit.getBeginA(), edit.getEndA()).forEach(text::append);
      at = edit.getEndB();
    }
    after.subList(at, after.size()).forEach(text::append);
    return new Mutant(
        where.path() + (edits.size() == 1 ? ":" + (edits.get(0).getBeginB() + 1) : ""),
        where.patch(),
        where.path(),
        "left: " + before.get(edits.get(0).getBeginA()).strip(),
        () -> sketch.with(where.patch(), where.path(), text.toString()));
  }

  private static List<Mutant> openCoded(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    for (Site site : words.sites()) {
      if (!site.isConverted() && site.patch() > site.helper().patch()) {
        String text = words.text(site);
        site.helper()
            .expanded(site.call().arguments())
            .map(open -> newCode(sketch, site, text, open))
            .ifPresent(found::add);
      }
    }
    words.helpers().forEach(helper -> inserted(sketch, words, helper, found));
    return found;
  }

  private static Mutant newCode(Sketch sketch, Site site, String text, String open) {
    return new Mutant(
        site.place(text),
        site.patch(),
        site.path(),
        site.helper().name() + "() -> " + open,
        () -> sketch.with(site.patch(), site.path(), site.call().replaced(text, open)));
  }

  /** A question asked by hand in a function that a patch after the conversions changes. */
  private static void inserted(Sketch sketch, Vocabulary words, Helper helper, List<Mutant> found) {
    Optional<String> field = helper.field();
    int last =
        words.sites().stream()
            .filter(site -> site.isConverted() && site.helper().equals(helper))
            .mapToInt(Site::patch)
            .max()
            .orElse(sketch.patches());
    for (int i = last + 1; i <= sketch.patches() && field.isPresent(); i++) {
      int patch = i;
      sketch
          .changes(patch)
          .forEach((path, file) -> inserted(sketch, patch, path, file, helper, found));
    }
  }

  private static void inserted(
      Sketch sketch, int patch, String path, Sketch.Sides file, Helper helper, List<Mutant> found) {
    if (!path.endsWith(".c")) {
      return;
    }
    String text = file.after();
    List<String> lines = Texts.lines(text);
    for (Edit edit : Texts.edits(file.before(), text)) {
      Scope scope = Scope.at(text, String.join("", lines.subList(0, edit.getEndB())).length() - 1);
      int blank = text.indexOf("\n\n", text.indexOf("\n{", scope.start()));
      Optional<String> variable =
          scope.variables().entrySet().stream()
              .filter(
                  one ->
                      helper
                          .struct()
                          .map(type -> type + " *")
                          .filter(one.getValue()::equals)
                          .isPresent())
              .map(Map.Entry::getKey)
              .findFirst();
      if (variable.isPresent() && blank > scope.start() && blank < scope.end()) {
        String open = variable.get() + "->" + helper.field().orElse("");
        String now =
            text.substring(0, blank + 2)
                + "\tif ("
                + open
                + ")\n\t\treturn 0;\n\n"
                + text.substring(blank + 2);
        found.add(
            new Mutant(
                path + ":" + (edit.getBeginB() + 1) + " if (" + open + ")",
                patch,
                path,
                "new: if (" + open + ")",
                () -> sketch.with(patch, path, now)));
      }
    }
  }
}

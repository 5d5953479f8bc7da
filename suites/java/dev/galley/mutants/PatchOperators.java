package dev.galley.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.Edit;

/** Mistakes in what a patch brings besides the conversions, and in the order of the patches. */
final class PatchOperators {

  private static final Pattern STUB =
      Pattern.compile("(?m)^static inline [^;{}#]*?(\\w+)\\([^;{}]*\\)\\n\\{[^{}]*\\}\\n\\n?");
  private static final Pattern MEMBER =
      Pattern.compile("(?m)^\\t(?:bool|unsigned int|u\\d+)\\s+(\\w+)(?::1)?;");
  private static final List<Pattern> PLAIN =
      List.of(
          Pattern.compile("return -E(?!NOTSUPP)[A-Z]+;"),
          Pattern.compile("(?<=\\w) > (?=\\w)"),
          Pattern.compile("(?<=\\w) < (?=\\w)"));

  private PatchOperators() {}

  static List<Operator> all() {
    return List.of(
        new Operator(
            "move-before",
            "a conversion before the patch with the helper",
            List.of("convert/before-helper"),
            PatchOperators::moved),
        new Operator(
            "drop-stub",
            "the #else side has no stub",
            List.of("convert/not-visible", "kernel/missing-stub"),
            PatchOperators::stubless),
        new Operator(
            "drop-include",
            "the header with the helper is not included",
            List.of("convert/not-visible", "kernel/include"),
            PatchOperators::includeless),
        new Operator(
            "drop-companion",
            "the second flag is not set or cleared with the first",
            List.of("convert/companion"),
            PatchOperators::companionless),
        new Operator(
            "unrelated",
            "another change in a patch that only converts",
            List.of("convert/mixed"),
            PatchOperators::unrelated),
        new Operator(
            "control-comment", "no mistake: a comment more", List.of(), PatchOperators::commented));
  }

  private static List<Mutant> moved(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    TreeSet<Integer> done = new TreeSet<>();
    for (Site site : words.sites()) {
      int helper = site.helper().patch();
      if (helper > 0 && site.isConverted() && site.patch() > helper && done.add(site.patch())) {
        found.add(
            new Mutant(
                "to " + helper,
                helper,
                "",
                "patch " + site.patch() + " before patch " + helper,
                () -> sketch.moved(site.patch(), helper)));
      }
    }
    return found;
  }

  private static List<Mutant> stubless(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    for (int patch = 1; patch <= sketch.patches(); patch++) {
      for (Map.Entry<String, Sketch.Sides> file : sketch.changes(patch).entrySet()) {
        String after = file.getValue().after();
        Matcher stub = STUB.matcher(after);
        while (stub.find()) {
          String before = after.substring(0, stub.start());
          boolean isNew = !file.getValue().before().contains(stub.group().stripTrailing());
          if (isNew && before.lastIndexOf("\n#else") > before.lastIndexOf("\n#endif")) {
            String without = before + after.substring(stub.end());
            found.add(anywhere(sketch, patch, file.getKey(), "no " + stub.group(1), without));
          }
        }
      }
    }
    return found;
  }

  private static List<Mutant> includeless(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    for (int i = 1; i <= sketch.patches(); i++) {
      int patch = i;
      for (Map.Entry<String, Sketch.Sides> file : sketch.changes(patch).entrySet()) {
        String before = file.getValue().before();
        for (String line : Texts.lines(file.getValue().after())) {
          boolean brings =
              words.sites().stream()
                  .filter(site -> site.patch() == patch && site.path().equals(file.getKey()))
                  .map(Site::helper)
                  .filter(helper -> !helper.path().isEmpty())
                  .anyMatch(helper -> line.contains("/" + name(helper.path())));
          if (line.startsWith("#include") && brings && !before.contains(line)) {
            String without = file.getValue().after().replace(line, "");
            found.add(mutant(sketch, patch, file.getKey(), "no " + line.strip(), without));
          }
        }
      }
    }
    return found;
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static List<Mutant> companionless(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    for (int patch = 1; patch <= sketch.patches(); patch++) {
      TreeSet<String> members = new TreeSet<>();
      for (Sketch.Sides file : sketch.changes(patch).values()) {
        Matcher member = MEMBER.matcher(file.after());
        while (member.find()) {
          if (!file.before().contains(member.group())) {
            members.add(member.group(1));
          }
        }
      }
      for (Map.Entry<String, Sketch.Sides> file : sketch.changes(patch).entrySet()) {
        withoutWrites(sketch, patch, file, members, found);
      }
    }
    return found;
  }

  private static void withoutWrites(
      Sketch sketch,
      int patch,
      Map.Entry<String, Sketch.Sides> file,
      Set<String> members,
      List<Mutant> found) {
    List<String> lines = Texts.lines(file.getValue().after());
    for (Edit edit : Texts.edits(file.getValue().before(), file.getValue().after())) {
      for (int i = edit.getBeginB(); i < edit.getEndB(); i++) {
        Matcher write = Pattern.compile("\\t\\w+->(\\w+) = \\w+;\\n").matcher(lines.get(i));
        if (write.matches() && members.contains(write.group(1))) {
          List<String> rest = new ArrayList<>(lines);
          rest.remove(i);
          found.add(
              new Mutant(
                  file.getKey() + ":" + (i + 1),
                  patch,
                  file.getKey(),
                  "without: " + lines.get(i).strip(),
                  () -> sketch.with(patch, file.getKey(), String.join("", rest))));
        }
      }
    }
  }

  /** In the functions that the patch converts, what no helper has to do with. */
  private static List<Mutant> unrelated(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    TreeSet<String> done = new TreeSet<>();
    for (Site site : words.sites()) {
      if (!site.isConverted() || !saysNothingChanges(sketch, site.patch())) {
        continue;
      }
      String text = words.text(site);
      Scope scope = Scope.at(text, site.call().start());
      for (Pattern pattern : PLAIN) {
        Matcher plain = pattern.matcher(text).region(scope.start(), scope.end());
        if (plain.find() && done.add(site.patch() + site.path() + plain.start())) {
          String now =
              plain.group().startsWith("return")
                  ? "return -ENOTSUPP;"
                  : plain.group().stripTrailing() + "= ";
          found.add(
              mutant(
                  sketch,
                  site.patch(),
                  site.path(),
                  "at " + line(text, plain.start()) + ": " + plain.group() + " -> " + now,
                  text.substring(0, plain.start()) + now + text.substring(plain.end())));
        }
      }
    }
    return found;
  }

  private static List<Mutant> commented(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    for (Site site : words.sites()) {
      String text = words.text(site);
      int from = text.lastIndexOf('\n', site.call().start()) + 1;
      if (site.isConverted() && text.startsWith("\tif (", from)) {
        found.add(
            mutant(
                sketch,
                site.patch(),
                site.path(),
                "at " + line(text, from),
                text.substring(0, from) + "\t/* Not for others. */\n" + text.substring(from)));
      }
    }
    return found;
  }

  private static boolean saysNothingChanges(Sketch sketch, int patch) {
    String body = sketch.words().get(patch).body().toLowerCase(Locale.ROOT);
    return body.contains("no functional change") || body.contains("no functional impact");
  }

  private static long line(String text, int offset) {
    return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  /** A mistake that shows in other files than the one that has it. */
  private static Mutant anywhere(
      Sketch sketch, int patch, String path, String what, String mutated) {
    return new Mutant(path + " " + what, patch, "", what, () -> sketch.with(patch, path, mutated));
  }

  private static Mutant mutant(Sketch sketch, int patch, String path, String what, String mutated) {
    return new Mutant(
        path + " " + what, patch, path, what, () -> sketch.with(patch, path, mutated));
  }
}

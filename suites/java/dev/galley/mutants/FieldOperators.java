package dev.galley.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conversions of what looks like a read of the helper's member and is none. */
final class FieldOperators {

  private FieldOperators() {}

  static List<Operator> all() {
    return List.of(
        new Operator(
            "convert-write",
            "a write is converted",
            List.of("convert/write"),
            (sketch, words) -> mutants(sketch, words, "", " = ", true)),
        new Operator(
            "convert-address",
            "the operand of & is converted",
            List.of("convert/write"),
            (sketch, words) -> mutants(sketch, words, "&", "", true)),
        new Operator(
            "other-struct",
            "the same member of another struct is converted",
            List.of("convert/other-type"),
            (sketch, words) -> mutants(sketch, words, "", "(?! ?=[^=])", false)));
  }

  private static List<Mutant> mutants(
      Sketch sketch, Vocabulary words, String before, String after, boolean same) {
    List<Mutant> found = new ArrayList<>();
    for (Helper helper : words.helpers()) {
      Optional<String> field = helper.field();
      Optional<String> struct = helper.struct();
      if (field.isEmpty() || struct.isEmpty()) {
        continue;
      }
      Pattern pattern =
          Pattern.compile("(" + before + ")\\b(\\w+)->" + field.get() + "\\b(?=" + after + ")");
      words.sites().stream()
          .filter(site -> site.isConverted() && site.helper().equals(helper))
          .map(Site::patch)
          .distinct()
          .limit(1)
          .forEach(
              patch -> {
                for (Map.Entry<String, String> file : sketch.after(patch).entrySet()) {
                  Matcher matcher = pattern.matcher(file.getValue());
                  while (matcher.find()) {
                    if (fits(file, matcher, struct.get(), same)) {
                      found.add(mutant(sketch, helper, patch, file, matcher));
                    }
                  }
                }
              });
    }
    return found;
  }

  private static boolean fits(
      Map.Entry<String, String> file, Matcher matcher, String struct, boolean same) {
    if (!file.getKey().endsWith(".c")) {
      return false;
    }
    Optional<String> type =
        Scope.at(file.getValue(), matcher.start())
            .type(matcher.group(2))
            .map(found -> found.replace("const ", ""));
    return type.filter(found -> same == found.equals(struct + " *")).isPresent();
  }

  private static Mutant mutant(
      Sketch sketch, Helper helper, int patch, Map.Entry<String, String> file, Matcher matcher) {
    String text = file.getValue();
    String now = matcher.group(1) + helper.name() + "(" + matcher.group(2) + ")";
    long line = 1 + text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count();
    String mutated = text.substring(0, matcher.start()) + now + text.substring(matcher.end());
    return new Mutant(
        file.getKey() + ":" + line,
        patch,
        file.getKey(),
        matcher.group() + " -> " + now,
        () -> sketch.with(patch, file.getKey(), mutated));
  }
}

package dev.galley.mutants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.Edit;

/** The helpers of a series and the places that use them, found by looks alone. */
final class Vocabulary {

  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?m)^(?!\\s|#)(?:[\\w]+[ \\t*\\n]+)+\\**(\\w+)\\(([^;{}()]*)\\)\\s*\\n\\{\\n(?s:.*?)\\n\\}");
  private static final Pattern MACRO =
      Pattern.compile(
          "(?m)^#[ \\t]*define[ \\t]+(\\w+)(?:\\(([\\w, .]*)\\))?[ \\t]+(?:.*\\\\\\n)*.*$");
  private static final Pattern CALLED = Pattern.compile("\\b([a-zA-Z_]\\w+)\\(");
  private static final List<String> WORDS =
      List.of("if", "for", "while", "switch", "return", "sizeof", "defined");
  private static final int OFTEN = 2;

  private final Sketch sketch;
  private final List<Helper> helpers;
  private final List<Site> sites;

  private Vocabulary(Sketch sketch, List<Helper> helpers) {
    this.sketch = sketch;
    this.helpers = helpers;
    this.sites = sketch.hasBase() ? sites(sketch, helpers) : repeated(sites(sketch, helpers));
  }

  /** One use of a new function may be anything; many changes alike are a conversion. */
  private static List<Site> repeated(List<Site> sites) {
    Map<Helper, Long> times =
        sites.stream()
            .filter(Site::isConverted)
            .collect(Collectors.groupingBy(Site::helper, Collectors.counting()));
    return sites.stream().filter(site -> times.getOrDefault(site.helper(), 0L) >= OFTEN).toList();
  }

  static Vocabulary of(Sketch sketch) {
    Map<String, Helper> found = new LinkedHashMap<>();
    for (int patch = 1; patch <= sketch.patches(); patch++) {
      int number = patch;
      sketch.changes(patch).forEach((path, file) -> define(number, path, file, found));
    }
    if (!sketch.hasBase()) {
      often(sketch).stream()
          .filter(name -> !found.containsKey(name))
          .forEach(
              name ->
                  found.put(name, new Helper(name, 0, "", Helper.Kind.ELSEWHERE, List.of(), "")));
    }
    return new Vocabulary(sketch, List.copyOf(found.values()));
  }

  List<Helper> helpers() {
    return helpers;
  }

  List<Site> sites() {
    return sites;
  }

  /** The file of a site after its patch. */
  String text(Site site) {
    return Optional.ofNullable(sketch.after(site.patch()).get(site.path())).orElse("");
  }

  /** A helper that looks like it might be taken for another: as many parameters, a like name. */
  Optional<Helper> sibling(Helper helper) {
    return helpers.stream()
        .filter(other -> !other.name().equals(helper.name()))
        .filter(other -> other.type().equals(helper.type()))
        .filter(other -> other.patch() <= helper.patch())
        .filter(other -> other.parameters().size() == helper.parameters().size())
        .filter(other -> common(other.name(), helper.name()) >= 4)
        .max(Comparator.comparingInt(other -> common(other.name(), helper.name())));
  }

  private static int common(String a, String b) {
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static void define(int patch, String path, Sketch.Sides file, Map<String, Helper> found) {
    if (!path.endsWith(".h") && !path.endsWith(".c")) {
      return;
    }
    String after = file.after();
    for (Pattern pattern : List.of(FUNCTION, MACRO)) {
      Matcher matcher = pattern.matcher(after);
      while (matcher.find()) {
        String name = matcher.group(1);
        boolean isNew =
            !Pattern.compile("\\b" + name + "\\b").matcher(file.before()).find()
                && !found.containsKey(name);
        if (isNew && !name.toUpperCase(Locale.ROOT).endsWith("_H")) {
          Optional<String> list = Optional.ofNullable(matcher.group(2));
          Helper.Kind kind =
              pattern == FUNCTION
                  ? Helper.Kind.FUNCTION
                  : list.isPresent() ? Helper.Kind.MACRO : Helper.Kind.CONSTANT;
          found.put(
              name,
              new Helper(name, patch, path, kind, parameters(list.orElse("")), matcher.group()));
        }
      }
    }
  }

  private static List<String> parameters(String list) {
    List<String> names = new ArrayList<>();
    for (String one : list.split(",", -1)) {
      Matcher last = Pattern.compile("(\\w+)\\s*$").matcher(one);
      if (last.find() && !last.group(1).equals("void")) {
        names.add(last.group(1));
      }
    }
    return List.copyOf(names);
  }

  /** Names that many changes call in what they add and not in what they remove. */
  private static List<String> often(Sketch sketch) {
    Map<String, Integer> times = new TreeMap<>();
    for (int patch = 1; patch <= sketch.patches(); patch++) {
      for (Sketch.Sides file : sketch.changes(patch).values()) {
        for (Edit edit : Texts.edits(file.before(), file.after())) {
          if (edit.getLengthA() > 0) {
            Set<String> now = called(lines(file.after(), edit.getBeginB(), edit.getEndB()));
            now.removeAll(called(lines(file.before(), edit.getBeginA(), edit.getEndA())));
            now.forEach(name -> times.merge(name, 1, Integer::sum));
          }
        }
      }
    }
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() >= OFTEN && !WORDS.contains(entry.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  static String lines(String text, int from, int to) {
    return String.join("", Texts.lines(text).subList(from, to));
  }

  private static Set<String> called(String text) {
    TreeSet<String> names = new TreeSet<>();
    Matcher matcher = CALLED.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static List<Site> sites(Sketch sketch, List<Helper> helpers) {
    List<Site> found = new ArrayList<>();
    for (int patch = 1; patch <= sketch.patches(); patch++) {
      int number = patch;
      sketch.changes(patch).forEach((path, file) -> sitesIn(number, path, file, helpers, found));
    }
    return List.copyOf(found);
  }

  private static void sitesIn(
      int patch, String path, Sketch.Sides file, List<Helper> helpers, List<Site> found) {
    if (!path.endsWith(".c") && !path.endsWith(".h")) {
      return;
    }
    String after = file.after();
    List<Site> here = new ArrayList<>();
    int line = 0;
    int offset = 0;
    List<String> lines = Texts.lines(after);
    List<int[]> starts = new ArrayList<>();
    for (String one : lines) {
      starts.add(new int[] {line++, offset});
      offset += one.length();
    }
    int end = offset;
    for (Edit edit : Texts.edits(file.before(), after)) {
      if (edit.getLengthB() == 0) {
        continue;
      }
      int from = starts.get(edit.getBeginB())[1];
      String was = lines(file.before(), edit.getBeginA(), edit.getEndA());
      int to = edit.getEndB() < starts.size() ? starts.get(edit.getEndB())[1] : end;
      for (Helper helper : helpers) {
        for (Call call : uses(helper, after)) {
          if (call.start() >= from
              && call.start() < to
              && !isThere(was, after.substring(call.start(), call.end()))
              && !isIn(helper, helpers, call, after)) {
            here.add(new Site(patch, path, helper, call, edit));
          }
        }
      }
    }
    here.sort(Comparator.comparingInt(site -> site.call().start()));
    found.addAll(here);
  }

  /** Whether a use was there before the change, where the diff took it along. */
  private static boolean isThere(String text, String use) {
    return Pattern.compile("\\b" + Pattern.quote(use) + "(?!\\w)").matcher(text).find();
  }

  private static List<Call> uses(Helper helper, String text) {
    if (helper.takesArguments()) {
      return Call.of(helper.name(), text);
    }
    List<Call> found = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\b" + helper.name() + "\\b").matcher(text);
    while (matcher.find()) {
      found.add(new Call(helper.name(), matcher.start(), matcher.end(), List.of()));
    }
    return found;
  }

  /** Whether a use is the definition of a helper or stands in one. */
  private static boolean isIn(Helper used, List<Helper> helpers, Call call, String text) {
    int lineStart = text.lastIndexOf('\n', call.start()) + 1;
    String before = text.substring(lineStart, call.start());
    if (before.startsWith("#define") || before.startsWith("# define")) {
      return before.matches("#\\s*define\\s+")
          || helpers.stream()
              .anyMatch(helper -> before.matches("#\\s*define\\s+" + helper.name() + "\\b(?s:.*)"));
    }
    if (!before.isEmpty() && !Character.isWhitespace(before.charAt(0))) {
      return true;
    }
    for (Helper helper : helpers) {
      int at = text.indexOf(helper.definition());
      if (helper.kind() == Helper.Kind.FUNCTION
          && at >= 0
          && call.start() >= at
          && call.start() < at + helper.definition().length()
          && (helper.definition().startsWith("static inline") || helper.equals(used))) {
        return true;
      }
    }
    return false;
  }
}

package dev.galley.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What tells the converted kind from others, learnt from the places that the series converts: what
 * the code behind them uses, and code without such a test does not.
 */
final class KindMarks {

  /** In how many converted functions a mark must be seen. */
  private static final int OFTEN = 2;

  private static final Pattern CONFIG = Pattern.compile("CONFIG_[A-Z0-9_]+");

  private final Map<String, Set<String>> members = new LinkedHashMap<>();
  private final Map<String, Set<String>> elsewhere = new LinkedHashMap<>();
  private final Map<String, Set<String>> words = new LinkedHashMap<>();
  private final Map<String, Set<String>> configs = new LinkedHashMap<>();
  private final Map<String, String> guards = new LinkedHashMap<>();
  private final Set<String> kindWords = new TreeSet<>();

  /**
   * @param rules the rules of one kind: their helpers' names may tell its word
   */
  KindMarks(List<Rule> rules) {
    for (Rule rule : rules) {
      Set<String> parts = parts(rule.name());
      UsedRules.leftWords(rule).forEach(word -> parts.removeAll(parts(word)));
      rule.variables().forEach(variable -> parts.removeAll(parts(variable.declaration())));
      parts.removeAll(
          Set.of("is", "has", "get", "set", "to", "of", "for", "dev", "device", "struct", "test"));
      kindWords.addAll(parts);
    }
  }

  private static Set<String> parts(String name) {
    Set<String> parts = new LinkedHashSet<>();
    for (String part : name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", 60)) {
      if (part.length() > 1) {
        parts.add(part);
      }
    }
    return parts;
  }

  /** Takes the code behind a place that was converted. */
  void converted(LedgerEntry entry, KindUse use, boolean isParameter) {
    String where = entry.path() + ":" + entry.function();
    use.members().keySet().forEach(member -> add(members, member, where));
    use.outside().forEach(member -> add(elsewhere, member, where));
    for (String word : kindWords) {
      if (use.names().keySet().stream().anyMatch(name -> KindUse.hasPart(name, word))) {
        add(words, word, where);
      }
    }
    configs(entry.condition()).forEach(config -> add(configs, config, where));
    if (isParameter && !entry.function().isEmpty() && entry.fate() instanceof Fate.Converted done) {
      guards.putIfAbsent(entry.function(), "patch " + done.patch());
    }
  }

  /** Takes the code behind a place that stays. */
  void left(LedgerEntry entry, KindUse use) {
    String where = entry.path() + ":" + entry.function();
    use.members().keySet().forEach(member -> add(elsewhere, member, where));
  }

  /** Takes a member that code uses without any test around. */
  void unguarded(String member, int functions) {
    for (int i = 0; i < functions; i++) {
      add(elsewhere, member, "unguarded " + i);
    }
  }

  private static void add(Map<String, Set<String>> map, String key, String where) {
    map.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(where);
  }

  /** Members that are seen behind converted places often enough to ask who else uses them. */
  Set<String> candidates() {
    Set<String> often = new TreeSet<>();
    members.forEach(
        (member, where) -> {
          if (where.size() >= OFTEN) {
            often.add(member);
          }
        });
    return often;
  }

  /** Whether a member is used behind converted places, and hardly anywhere else. */
  private boolean isMark(String member) {
    int here = members.getOrDefault(member, Set.of()).size();
    int there = elsewhere.getOrDefault(member, Set.of()).size();
    boolean isNamed = kindWords.stream().anyMatch(word -> KindUse.hasPart(member, word));
    return isNamed ? here >= OFTEN : words.isEmpty() && here > OFTEN && here > 3 * there;
  }

  /** What in the code behind a place shows that it is of the converted kind. */
  List<Reason> in(LedgerEntry entry, KindUse use) {
    List<Reason> reasons = new ArrayList<>();
    use.members().entrySet().stream()
        .filter(member -> isMark(member.getKey()))
        .findFirst()
        .ifPresent(
            member ->
                reasons.add(
                    new Reason(
                        Reason.Sort.USES,
                        "the code behind the test uses "
                            + member.getValue()
                            + "; "
                            + members.getOrDefault(member.getKey(), Set.of()).size()
                            + " converted functions guard "
                            + member.getKey())));
    use.calls().entrySet().stream()
        .filter(call -> guards.containsKey(call.getKey()))
        .filter(call -> !call.getKey().equals(entry.function()))
        .findFirst()
        .ifPresent(
            call ->
                reasons.add(
                    new Reason(
                        Reason.Sort.CALLS,
                        "it calls "
                            + call.getValue()
                            + ", whose own test "
                            + guards.getOrDefault(call.getKey(), "")
                            + " converts")));
    if (reasons.stream().noneMatch(reason -> reason.sort() == Reason.Sort.USES)) {
      name(use).ifPresent(reasons::add);
    }
    configs(entry.condition()).stream()
        .filter(config -> configs.getOrDefault(config, Set.of()).size() >= OFTEN)
        .findFirst()
        .ifPresent(
            config ->
                reasons.add(
                    new Reason(
                        Reason.Sort.CONDITION,
                        "it stands inside "
                            + entry.condition()
                            + ", as "
                            + configs.getOrDefault(config, Set.of()).size()
                            + " converted functions do")));
    return reasons;
  }

  private Optional<Reason> name(KindUse use) {
    for (String word : kindWords) {
      int seen = words.getOrDefault(word, Set.of()).size();
      Optional<String> name =
          use.names().keySet().stream().filter(one -> KindUse.hasPart(one, word)).findFirst();
      if (seen >= OFTEN && name.isPresent()) {
        return Optional.of(
            new Reason(
                Reason.Sort.NAMES,
                "the code behind the test names "
                    + use.names().getOrDefault(name.get(), name.get())
                    + "; that behind "
                    + seen
                    + " converted functions names \""
                    + word
                    + "\", too"));
      }
    }
    return Optional.empty();
  }

  /** The options that must be on for what a conditional line opens. */
  private static Set<String> configs(String condition) {
    Set<String> found = new TreeSet<>();
    if (condition.startsWith("#else")
        || condition.startsWith("#ifndef")
        || condition.contains("||")
        || condition.contains("!")) {
      return found;
    }
    Matcher config = CONFIG.matcher(condition);
    while (config.find()) {
      found.add(config.group());
    }
    return found;
  }
}

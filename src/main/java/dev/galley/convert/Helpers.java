package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.MacroDefinition;
import dev.galley.kernelc.lex.External;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bodies that a rule never rewrites: of the helpers, and of macros that new ones wrap. */
final class Helpers {

  private final Set<String> names = new HashSet<>();
  private final Map<String, String> wrapped = new HashMap<>();

  /**
   * @param used names of the rules whose places are accounted for
   */
  Helpers(SeriesCode code, RuleBook book, Set<String> used, CodeState last) {
    names.addAll(used);
    Set<String> paths = new HashSet<>();
    Map<String, Rule> rules = new HashMap<>();
    for (int patch : book.changes()) {
      for (Rule rule : book.after(patch)) {
        if (rule.origin() instanceof Rule.Origin.Helper helper && helper.patch() > 0) {
          names.add(rule.name());
          paths.add(helper.path());
          rules.putIfAbsent(rule.name(), rule);
        }
      }
    }
    Set<String> touched = new HashSet<>();
    code.series()
        .patches()
        .forEach(patch -> patch.diff().files().forEach(file -> touched.add(file.newPath())));
    paths.retainAll(touched);
    paths.forEach(path -> last.symbols().file(path).ifPresent(file -> pair(file, rules)));
  }

  /** Finds macros whose bodies are the same but for a helper in the place of what it stands for. */
  private void pair(CFile file, Map<String, Rule> rules) {
    Map<String, String> bodies = new HashMap<>();
    Map<String, String> opened = new HashMap<>();
    for (External external : file.outline().externals()) {
      Optional<MacroDefinition> macro = file.macro(external).filter(MacroDefinition::functionLike);
      if (macro.isEmpty()) {
        continue;
      }
      String body = file.bytes().slice(macro.get().bodySpan()).utf8();
      String name = macro.get().name().text();
      bodies.put(plain(body, macro.get().parameters()), name);
      for (Rule rule : rules.values()) {
        String open = opened(body, rule);
        if (!open.equals(body)) {
          opened.put(plain(open, macro.get().parameters()), name);
        }
      }
    }
    opened.forEach(
        (body, name) -> {
          String base = bodies.getOrDefault(body, "");
          if (!base.isEmpty() && !base.equals(name)) {
            wrapped.put(base, name);
          }
        });
  }

  /** A body with each call of a helper of one parameter replaced by what it stands for. */
  private static String opened(String body, Rule rule) {
    if (rule.variables().size() != 1) {
      return body;
    }
    Matcher call =
        Pattern.compile("\\b" + Pattern.quote(rule.name()) + "\\s{0,4}\\(").matcher(body);
    StringBuilder open = new StringBuilder();
    int from = 0;
    while (call.find(from)) {
      int end = closing(body, call.end() - 1);
      if (end < 0) {
        return body;
      }
      String argument = body.substring(call.end(), end).strip();
      open.append(body, from, call.start());
      open.append(
          rule.left()
              .text()
              .replaceAll(
                  "\\b" + Pattern.quote(rule.variables().get(0).name()) + "\\b",
                  Matcher.quoteReplacement(argument)));
      from = end + 1;
    }
    return open + body.substring(from);
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** A body without white space, line joints and parentheses, its parameters by number. */
  private static String plain(String body, List<String> parameters) {
    String text = body.replace("\\\n", " ");
    for (int i = 0; i < parameters.size(); i++) {
      text = text.replaceAll("\\b" + Pattern.quote(parameters.get(i)) + "\\b", "\\$" + i);
    }
    return text.replaceAll("[\\s()]+", "");
  }

  /** The fate of a place in a body that no rule rewrites. */
  Optional<Fate> bodyOf(LedgerEntry entry) {
    if (names.contains(entry.function())) {
      return Optional.of(new Fate.HelperBody(entry.function()));
    }
    return wrapped.containsKey(entry.function())
        ? Optional.of(
            new Fate.BaseMacro(
                entry.function(), wrapped.getOrDefault(entry.function(), entry.function())))
        : Optional.empty();
  }
}

package dev.galley.check.kernel;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The static functions and variables of a file, and who uses them, by tokens.
 *
 * <p>Silent where a use may be hidden: attributes that speak of use, names that a macro call may
 * paste together, a file that includes another {@code .c} file.
 */
final class StaticUses {

  static final StaticUses NONE = new StaticUses(List.of(), Set.of());

  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
  private static final int SHORTEST_PASTED = 2;

  private final List<Found> unused;
  private final Set<String> names;

  private StaticUses(List<Found> unused, Set<String> names) {
    this.unused = unused;
    this.names = names;
  }

  /**
   * One without a user.
   *
   * @param at octet of its name
   * @param condition the {@code #if} line under which alone it has users, while it is defined
   *     without; empty where it has none at all
   */
  record Found(String name, boolean isFunction, int at, String condition) {}

  static StaticUses of(CFile file) {
    Outline outline = file.outline();
    CTokens tokens = outline.tokens();
    Map<String, External> candidates = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (External external : outline.externals()) {
      if (external.what() == External.What.INCLUDE
          && tokens.text(external.firstToken()).stripTrailing().endsWith(".c\"")) {
        return NONE;
      }
      if (isDefinition(outline, external)
          && candidates.putIfAbsent(external.name(), external) != null) {
        twice.add(external.name());
      }
    }
    Set<String> names = Set.copyOf(candidates.keySet());
    twice.forEach(candidates::remove);
    Map<String, List<Integer>> uses = uses(outline, candidates);
    Set<String> pasted = pasteable(outline);
    List<Found> unused = new ArrayList<>();
    candidates.forEach(
        (name, external) ->
            judge(outline, external, uses.getOrDefault(name, List.of()))
                .filter(found -> !isPasted(name, pasted))
                .ifPresent(unused::add));
    return new StaticUses(unused, names);
  }

  List<Found> unused() {
    return unused;
  }

  boolean has(String name) {
    return names.contains(name);
  }

  boolean hasUnused(Found other) {
    return unused.stream()
        .anyMatch(
            found ->
                found.name().equals(other.name()) && found.condition().equals(other.condition()));
  }

  private static boolean isDefinition(Outline outline, External external) {
    CTokens tokens = outline.tokens();
    boolean isFunction = external.what() == External.What.FUNCTION;
    if (external.name().isEmpty()
        || external.nameToken() < 0
        || !(isFunction || external.what() == External.What.DECLARATION)) {
      return false;
    }
    boolean isStatic = false;
    int end = isFunction && external.bodyToken() > 0 ? external.bodyToken() : external.endToken();
    for (int token = external.firstToken(); token < end; token++) {
      if (tokens.is(token, Kind.STATIC)) {
        isStatic |= token < external.nameToken();
      } else if (tokens.is(token, Kind.INLINE)
          || tokens.is(token, Kind.ATTRIBUTE)
          || tokens.is(token, Kind.DIRECTIVE)) {
        return false;
      } else if (tokens.is(token, Kind.ID) && token != external.nameToken()) {
        String word = tokens.text(token);
        if (word.contains("used")
            || word.contains("section")
            || word.contains("initdata")
            || word.startsWith("__alias")
            || word.contains("inline")
            || word.startsWith("SYSCALL")) {
          return false;
        }
      }
    }
    if (!isStatic) {
      return false;
    }
    int next = tokens.visibleFrom(external.nameToken() + 1);
    boolean isCall = next < tokens.count() && tokens.is(next, Kind.LPAREN);
    return isFunction == isCall && (isFunction || isSingleVariable(outline, external));
  }

  /** A variable with its own declaration; const ones gcc is silent about. */
  private static boolean isSingleVariable(Outline outline, External external) {
    CTokens tokens = outline.tokens();
    int depth = 0;
    for (int token = external.firstToken(); token < external.endToken(); token++) {
      depth += tokens.is(token, Kind.LBRACE) || tokens.is(token, Kind.LPAREN) ? 1 : 0;
      depth -= tokens.is(token, Kind.RBRACE) || tokens.is(token, Kind.RPAREN) ? 1 : 0;
      if (depth == 0 && (tokens.is(token, Kind.COMMA) || tokens.is(token, Kind.CONST))) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Integer>> uses(
      Outline outline, Map<String, External> candidates) {
    CTokens tokens = outline.tokens();
    Map<String, List<Integer>> uses = new HashMap<>();
    for (int token = 0; token < tokens.count(); token++) {
      if (tokens.is(token, Kind.DIRECTIVE)) {
        Matcher words = WORD.matcher(tokens.text(token));
        while (words.find()) {
          if (candidates.containsKey(words.group())) {
            uses.computeIfAbsent(words.group(), key -> new ArrayList<>()).add(token);
          }
        }
      } else if (tokens.is(token, Kind.ID)) {
        String name = tokens.text(token);
        External own = candidates.get(name);
        if (own != null
            && !(own.firstToken() <= token && token < own.endToken())
            && !isPrototype(outline, token, name)) {
          uses.computeIfAbsent(name, key -> new ArrayList<>()).add(token);
        }
      }
    }
    return uses;
  }

  private static boolean isPrototype(Outline outline, int token, String name) {
    return outline
        .at(outline.tokens().start(token))
        .filter(
            external ->
                external.what() == External.What.DECLARATION
                    && external.name().equals(name)
                    && external.nameToken() == token)
        .isPresent();
  }

  private static Optional<Found> judge(Outline outline, External external, List<Integer> uses) {
    boolean isFunction = external.what() == External.What.FUNCTION;
    int at = outline.tokens().start(external.nameToken());
    if (uses.isEmpty()) {
      return Optional.of(new Found(external.name(), isFunction, at, ""));
    }
    List<Branch> own = outline.branchesAround(external.firstToken());
    String condition = "";
    Optional<Group> group = Optional.empty();
    for (int use : uses) {
      List<Group> around = outline.groupsAround(use);
      Optional<Group> further =
          around.stream()
              .filter(one -> !one.isIncludeGuard())
              .filter(one -> one.branchAt(external.firstToken()).isEmpty())
              .findFirst();
      if (further.isEmpty()
          || (group.isPresent() && group.get().firstToken() != further.get().firstToken())) {
        return Optional.empty();
      }
      String branch = further.get().branchAt(use).map(Branch::text).orElse("");
      if (!condition.isEmpty() && !condition.equals(branch)) {
        return Optional.empty();
      }
      group = further;
      condition = branch;
    }
    String only = condition;
    return only.isEmpty() || own.stream().anyMatch(branch -> branch.text().equals(only))
        ? Optional.empty()
        : Optional.of(new Found(external.name(), isFunction, at, only));
  }

  /** Words that file-level macro calls are given: they may make names of them. */
  private static Set<String> pasteable(Outline outline) {
    CTokens tokens = outline.tokens();
    Set<String> words = new HashSet<>();
    for (External external : outline.externals()) {
      boolean calls =
          external.what() == External.What.MACRO_CALL || external.what() == External.What.UNKNOWN;
      for (int token = external.firstToken(); token < external.endToken(); token++) {
        if (tokens.is(token, Kind.ID)
            && (calls || isUpperCall(tokens, token, external.endToken()))) {
          words.add(tokens.text(token));
          if (!calls) {
            argumentsOf(tokens, token, external.endToken(), words);
          }
        }
      }
    }
    return words;
  }

  private static boolean isUpperCall(CTokens tokens, int token, int end) {
    int next = tokens.visibleFrom(token + 1);
    String name = tokens.text(token);
    return next < end
        && tokens.is(next, Kind.LPAREN)
        && name.equals(name.toUpperCase(java.util.Locale.ROOT));
  }

  private static void argumentsOf(CTokens tokens, int callee, int end, Set<String> words) {
    int depth = 0;
    for (int token = callee + 1; token < end; token++) {
      if (tokens.is(token, Kind.LPAREN)) {
        depth++;
      } else if (tokens.is(token, Kind.RPAREN) && --depth == 0) {
        return;
      } else if (tokens.is(token, Kind.ID)) {
        words.add(tokens.text(token));
      }
    }
  }

  private static boolean isPasted(String name, Set<String> words) {
    String padded = "_" + name + "_";
    return words.stream()
        .anyMatch(
            word ->
                word.length() > SHORTEST_PASTED
                    && !word.equals(name)
                    && padded.contains("_" + word + "_"));
  }
}

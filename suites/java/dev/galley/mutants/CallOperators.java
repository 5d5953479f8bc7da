package dev.galley.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mistakes in a call of a helper. */
final class CallOperators {

  private static final Pattern FIRST_NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]+");
  private static final Pattern CHECK =
      Pattern.compile("\\n\\tif \\(!?\\w+\\)\\n\\t\\treturn [^;]+;(?=\\n)");

  private CallOperators() {}

  /** Makes other texts of the file of a site. */
  private interface Change {
    void of(Site site, String text, List<Changed> out);
  }

  /** A file's text with the mistake, and what it is. */
  private record Changed(String text, String what) {}

  static List<Operator> all(Vocabulary words) {
    String wrongHelper = "convert/wrong-helper";
    String wrongOperand = "convert/wrong-operand";
    String different = "convert/not-equivalent";
    String mixed = "convert/mixed";
    List<String> turned = List.of("convert/negation", "convert/turned-condition");
    return List.of(
        operator(
            "swap-sibling",
            "the other helper of the pair",
            List.of(wrongHelper, different, "convert/uneven", "convert/value"),
            (site, text, out) -> swapped(words, site, text, out)),
        operator("drop-not", "a lost !", turned, CallOperators::notDropped),
        operator("add-not", "a ! too many", turned, CallOperators::notAdded),
        operator(
            "operand",
            "another variable of the same type",
            List.of(wrongOperand),
            CallOperators::operand),
        operator(
            "null-operand", "NULL for the object", List.of(wrongOperand), CallOperators::nulled),
        operator(
            "constant-operand",
            "another constant",
            List.of(wrongOperand, different, mixed, "convert/value"),
            CallOperators::constant),
        operator(
            "swap-arguments",
            "two arguments in the other order",
            List.of(wrongOperand, different, "convert/swapped-operands"),
            CallOperators::reordered),
        operator(
            "and-or",
            "&& for ||, or || for &&",
            List.of(mixed, different, "convert/value"),
            CallOperators::andOr),
        operator(
            "lost-check",
            "the test of the result is gone",
            List.of(mixed, different),
            CallOperators::unchecked),
        operator("control-parentheses", "no mistake: ( )", List.of(), CallOperators::enclosed));
  }

  private static Operator operator(
      String name, String mistake, List<String> checks, Change change) {
    return new Operator(name, mistake, checks, (sketch, words) -> mutants(sketch, words, change));
  }

  private static List<Mutant> mutants(Sketch sketch, Vocabulary words, Change change) {
    List<Mutant> found = new ArrayList<>();
    for (Site site : words.sites()) {
      String text = words.text(site);
      List<Changed> changes = new ArrayList<>();
      change.of(site, text, changes);
      for (Changed one : changes) {
        if (!one.text().equals(text)) {
          found.add(
              new Mutant(
                  site.place(text) + " " + one.what(),
                  site.patch(),
                  site.path(),
                  one.what(),
                  () -> sketch.with(site.patch(), site.path(), one.text())));
        }
      }
    }
    return found;
  }

  private static void swapped(Vocabulary words, Site site, String text, List<Changed> out) {
    words
        .sibling(site.helper())
        .filter(other -> other.patch() <= site.patch())
        .ifPresent(
            other -> {
              Call call = site.call();
              int end = call.start() + call.name().length();
              out.add(
                  new Changed(
                      text.substring(0, call.start()) + other.name() + text.substring(end),
                      call.name() + " -> " + other.name()));
            });
  }

  private static void notDropped(Site site, String text, List<Changed> out) {
    if (site.call().isNegated(text)) {
      int at = site.call().start();
      out.add(new Changed(text.substring(0, at - 1) + text.substring(at), "!" + shown(site, text)));
    }
  }

  private static void notAdded(Site site, String text, List<Changed> out) {
    int at = site.call().start();
    if (!site.call().isNegated(text) && isTruth(site, text)) {
      out.add(new Changed(text.substring(0, at) + "!" + text.substring(at), shown(site, text)));
    }
  }

  private static boolean isTruth(Site site, String text) {
    if (site.helper().kind() == Helper.Kind.FUNCTION) {
      return site.helper().definition().contains("bool ");
    }
    int line = text.lastIndexOf('\n', site.call().start()) + 1;
    String rest = text.substring(site.call().end(), Math.min(text.length(), site.call().end() + 4));
    return site.helper().takesArguments()
        && text.substring(line, site.call().start())
            .matches("\\s*(?:else )?if \\(|.*(?:&&|\\|\\|) ")
        && rest.matches("(?s)\\)\\s.*|\\) \\{.*| (?:&&|\\|\\|).*");
  }

  private static void operand(Site site, String text, List<Changed> out) {
    Scope scope = Scope.at(text, site.call().start());
    List<Call.Argument> arguments = site.call().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i).text();
      Matcher name = FIRST_NAME.matcher(argument);
      if (name.find()) {
        String variable = name.group();
        for (String other : scope.likes(variable)) {
          String now = argument.substring(0, name.start()) + other + argument.substring(name.end());
          out.add(new Changed(site.call().withArgument(text, i, now), argument + " -> " + now));
        }
      }
    }
  }

  private static void nulled(Site site, String text, List<Changed> out) {
    Scope scope = Scope.at(text, site.call().start());
    List<Call.Argument> arguments = site.call().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i).text();
      if (scope.type(argument).filter(type -> type.endsWith("*")).isPresent()) {
        out.add(new Changed(site.call().withArgument(text, i, "NULL"), argument + " -> NULL"));
      }
    }
  }

  private static void constant(Site site, String text, List<Changed> out) {
    List<Call.Argument> arguments = site.call().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i).text();
      Optional<String> other = Optional.empty();
      if (argument.matches("\\d{1,5}")) {
        other = Optional.of(Integer.toString(Integer.parseInt(argument) + 1));
      } else if (CONSTANT.matcher(argument).matches()) {
        other = like(argument, text);
      }
      if (other.isPresent()) {
        out.add(
            new Changed(
                site.call().withArgument(text, i, other.get()), argument + " -> " + other.get()));
      }
    }
  }

  private static Optional<String> like(String constant, String text) {
    int stem = constant.lastIndexOf('_');
    TreeSet<String> found = new TreeSet<>();
    Matcher matcher = CONSTANT.matcher(text);
    while (stem > 0 && matcher.find()) {
      String other = matcher.group();
      if (!other.equals(constant)
          && other.startsWith(constant.substring(0, stem + 1))
          && other.indexOf('_', stem + 1) < 0) {
        found.add(other);
      }
    }
    return found.stream().findFirst();
  }

  private static void reordered(Site site, String text, List<Changed> out) {
    List<Call.Argument> arguments = site.call().arguments();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      Call.Argument first = arguments.get(i);
      Call.Argument second = arguments.get(i + 1);
      out.add(
          new Changed(
              text.substring(0, first.start())
                  + second.text()
                  + text.substring(first.end(), second.start())
                  + first.text()
                  + text.substring(second.end()),
              first.text() + " <-> " + second.text()));
    }
  }

  private static void andOr(Site site, String text, List<Changed> out) {
    int from = text.lastIndexOf('\n', site.call().start()) + 1;
    int to = text.indexOf('\n', site.call().end());
    String line = text.substring(from, to < 0 ? text.length() : to);
    for (String operator : List.of("&&", "||")) {
      int at = line.indexOf(" " + operator);
      if (at >= 0 && site.isConverted()) {
        String other = operator.equals("&&") ? "||" : "&&";
        int offset = from + at + 1;
        out.add(
            new Changed(
                text.substring(0, offset) + other + text.substring(offset + 2),
                operator + " -> " + other));
      }
    }
  }

  private static void unchecked(Site site, String text, List<Changed> out) {
    Matcher check = CHECK.matcher(text);
    int line = text.indexOf('\n', site.call().end());
    if (line >= 0 && site.isConverted() && check.find(line) && check.start() == line) {
      out.add(
          new Changed(
              text.substring(0, check.start()) + text.substring(check.end()),
              "lost: " + check.group().strip().replaceAll("\\s+", " ")));
    }
  }

  private static void enclosed(Site site, String text, List<Changed> out) {
    if (isTruth(site, text)) {
      Call call = site.call();
      String was = text.substring(call.start(), call.end());
      out.add(new Changed(call.replaced(text, "(" + was + ")"), "(" + was + ")"));
    }
  }

  private static String shown(Site site, String text) {
    return text.substring(site.call().start(), site.call().end()).replaceAll("\\s+", " ");
  }
}

package dev.galley.check.convert;

import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.convert.CodeSide;
import dev.galley.convert.Edit;
import dev.galley.convert.Explanation;
import dev.galley.convert.Match;
import dev.galley.convert.Rule;
import dev.galley.finding.Fact;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words for edits that went wrong, with the evidence that lets a reader agree. */
final class EditRemarks {

  private static final int LONGEST = 100;

  private final Edit edit;
  private final List<Match> matches = new ArrayList<>();

  EditRemarks(Edit edit) {
    this.edit = edit;
  }

  /** Reports every explanation of one kind that a patch has. */
  static <T extends Explanation> void each(
      PatchSubject patch,
      Remarks out,
      Class<T> kind,
      BiFunction<T, EditRemarks, Optional<Remark>> words) {
    List<Explanation> all = ReviewCode.conversions(patch.review()).explanations(patch.number());
    if (all.isEmpty()) {
      out.notApplicable();
      return;
    }
    for (Explanation explanation : all) {
      if (kind.isInstance(explanation)) {
        EditRemarks remarks = new EditRemarks(explanation.edit());
        words
            .apply(kind.cast(explanation), remarks)
            .map(remark -> remarks.excerpted(remark, patch))
            .ifPresent(out::add);
      }
    }
  }

  /** A remark at the edit's place after, else before. */
  Remark at(String message) {
    return Remark.at(place(edit), message);
  }

  static Place place(Edit edit) {
    Optional<CodeSide> after = edit.change().after();
    Place place =
        after.isPresent() && !edit.after().isEmpty()
            ? after.get().place(edit.after().get(0))
            : edit.change()
                .before()
                .filter(side -> !edit.before().isEmpty())
                .map(side -> side.place(edit.before().get(0)))
                .orElse(Place.file(edit.change().patch(), edit.change().path()));
    return place.function().isEmpty() ? place.inFunction(edit.change().name()) : place;
  }

  /** What stood there before, in one line. */
  String before() {
    return before(edit.before());
  }

  String before(List<? extends CNode> nodes) {
    return text(edit.change().before(), nodes);
  }

  String before(Expr expr) {
    return before(List.of(expr));
  }

  /** What stands there now, in one line. */
  String after() {
    return after(edit.after());
  }

  String after(List<? extends CNode> nodes) {
    return text(edit.change().after(), nodes);
  }

  String after(Expr expr) {
    return after(List.of(expr));
  }

  private static String text(Optional<CodeSide> side, List<? extends CNode> nodes) {
    String all =
        side.map(known -> nodes.stream().map(known::text).collect(Collectors.joining(" ")))
            .orElse("");
    String line = String.join(" ", all.strip().split("\\s+"));
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  /** Adds a rule with its origin, its operands and what their types rest on. */
  Remark rule(Remark remark, String what, Match match) {
    matches.add(match);
    Remark more = remark.fact(what, rule(match.rule()));
    CodeSide side = edit.change().after().or(() -> edit.change().before()).orElseThrow();
    String operands =
        match.bound().entrySet().stream()
            .map(entry -> entry.getKey() + " = " + operand(entry.getValue(), match, side))
            .collect(Collectors.joining(", "));
    more = once(more, "operands", operands);
    return once(more, "types", String.join("; ", match.evidence()));
  }

  private static Remark once(Remark remark, String key, String value) {
    return value.isEmpty() || remark.facts().contains(Fact.of(key, value))
        ? remark
        : remark.fact(key, value);
  }

  /** What a rule puts in, for the operands of a match before. */
  String instead(Match match) {
    String text = match.rule().right().text().strip();
    for (Map.Entry<String, Expr> entry : match.bound().entrySet()) {
      Pattern variable = Pattern.compile("\\b" + Pattern.quote(entry.getKey()) + "\\b");
      text = variable.matcher(text).replaceAll(Matcher.quoteReplacement(before(entry.getValue())));
    }
    return text;
  }

  /** A match before has its operands in the side before. */
  private String operand(Expr expr, Match match, CodeSide after) {
    boolean isBefore =
        edit.change().before().isPresent()
            && match.nodes().stream().anyMatch(node -> isIn(node, edit.before()));
    return isBefore ? before(expr) : text(Optional.of(after), List.of(expr));
  }

  // A tree's nodes are told apart by what they are, not by what they say.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isIn(CNode node, List<CNode> roots) {
    boolean[] found = {false};
    roots.forEach(root -> root.walk(each -> found[0] |= each == node));
    return found[0];
  }

  /** A rule as one line: {@code dev->is_physfn -> helper(dev) (include/x.h:12, patch 1)}. */
  static String rule(Rule rule) {
    return rule.left().text().strip()
        + " -> "
        + rule.right().text().strip()
        + " ("
        + origin(rule.origin())
        + ")";
  }

  private static String origin(Rule.Origin origin) {
    if (origin instanceof Rule.Origin.Helper helper) {
      return helper.path()
          + ":"
          + helper.line()
          + (helper.patch() > 0 ? ", patch " + helper.patch() : ", in the base");
    } else if (origin instanceof Rule.Origin.Written written) {
      return written.file() + ":" + written.line();
    }
    return "seen in " + ((Rule.Origin.Observed) origin).times() + " edits of the series";
  }

  /** One step milder where a type is not known, with the reason. */
  Remark weighed(Remark remark, Severity certain) {
    List<String> doubts =
        matches.stream().flatMap(match -> match.doubts().stream()).distinct().toList();
    return doubts.isEmpty()
        ? remark.severity(certain)
        : remark.severity(certain.lowered()).fact("not certain", String.join("; ", doubts));
  }

  /** Adds the lines of the diff. */
  Remark excerpted(Remark remark, PatchSubject patch) {
    return remark.excerpt(EditLines.of(edit, patch.patch().diff()).toArray(String[]::new));
  }
}

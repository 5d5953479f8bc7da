package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.convert.CodeChange;
import dev.galley.convert.CodeSide;
import dev.galley.convert.Conversions;
import dev.galley.convert.Explanation;
import dev.galley.convert.Match;
import dev.galley.convert.Rule;
import dev.galley.convert.RuleMatcher;
import dev.galley.convert.Template;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.types.CType;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds code that a series adds and that does by hand what a helper of the series is for. */
@CheckInfo(
    id = "convert/new-open-coded",
    severity = Severity.WARNING,
    summary = "New code does by hand what a helper of the series is for",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/4.Coding.rst, Duplicated code")
public final class NewOpenCoded implements SeriesCheck {

  private static final Set<Expr.UnaryOp> WRITING =
      Set.of(
          Expr.UnaryOp.ADDRESS,
          Expr.UnaryOp.INCREMENT,
          Expr.UnaryOp.DECREMENT,
          Expr.UnaryOp.POST_INCREMENT,
          Expr.UnaryOp.POST_DECREMENT);

  @Override
  public void check(ReviewSubject review, Remarks out) {
    Conversions conversions = ReviewCode.conversions(review);
    Set<String> converted = converted(review, conversions);
    RuleMatcher matcher = new RuleMatcher();
    boolean hasRules = false;
    for (SeriesPatch patch : review.series().patches()) {
      List<Rule> rules =
          conversions.rules().after(patch.number()).stream()
              .filter(rule -> isOfSeries(rule, patch.number()) && isTelling(rule))
              .filter(rule -> converted.contains(rule.name()))
              .toList();
      hasRules |= !rules.isEmpty();
      if (!rules.isEmpty()) {
        new OfPatch(rules, matcher, out).check(conversions.code().changes(patch.number()));
      }
    }
    if (!hasRules) {
      out.notApplicable();
    }
  }

  /** The helpers that the series itself puts in the place of what they stand for. */
  private static Set<String> converted(ReviewSubject review, Conversions conversions) {
    Set<String> names = new HashSet<>();
    for (SeriesPatch patch : review.series().patches()) {
      for (Explanation explanation : conversions.explanations(patch.number())) {
        if (explanation instanceof Explanation.Converted done) {
          names.add(done.rule().name());
        }
      }
    }
    return names;
  }

  private static boolean isOfSeries(Rule rule, int patch) {
    return rule.origin() instanceof Rule.Origin.Helper helper
        && helper.patch() > 0
        && helper.patch() <= patch;
  }

  /** Whether the left side is more than arithmetic on anything, or another call. */
  private static boolean isTelling(Rule rule) {
    if (!(rule.left() instanceof Template.Expression left) || left.shape() instanceof Expr.Call) {
      return false;
    }
    Set<String> variables =
        rule.variables().stream().map(Rule.Variable::name).collect(Collectors.toSet());
    List<CNode> telling = new ArrayList<>();
    left.shape()
        .walk(
            node -> {
              if (node instanceof Expr.Member
                  || node instanceof Expr.Call
                  || (node instanceof Expr.Ident ident && !variables.contains(ident.name()))) {
                telling.add(node);
              }
            });
    return !telling.isEmpty();
  }

  /** A left side of a rule in a change. */
  private record Site(String path, Rule rule, CodeChange change, CodeSide side, Match match) {

    /** What is counted: the same helper's sites of one file. */
    String key() {
      return path + " " + rule.name();
    }
  }

  /** The changes of one patch. */
  private record OfPatch(List<Rule> rules, RuleMatcher matcher, Remarks out) {

    void check(List<CodeChange> changes) {
      Map<String, Integer> before = new HashMap<>();
      List<Site> after = new ArrayList<>();
      for (CodeChange change : changes) {
        change
            .before()
            .ifPresent(
                side ->
                    sites(change, side).forEach(site -> before.merge(site.key(), 1, Integer::sum)));
        change.after().ifPresent(side -> after.addAll(sites(change, side)));
      }
      Map<String, List<Site>> byKey =
          after.stream()
              .collect(Collectors.groupingBy(Site::key, LinkedHashMap::new, Collectors.toList()));
      byKey.forEach(
          (key, sites) -> {
            List<Site> added = sites.stream().filter(OfPatch::isAdded).toList();
            int more = sites.size() - before.getOrDefault(key, 0);
            added.stream().limit(Math.max(more, 0)).forEach(site -> out.add(remark(site)));
          });
    }

    /** Whether the function had no such site before, where there was one. */
    private static boolean isAdded(Site site) {
      String text = site.side().text(site.match().nodes().get(0));
      return site.change()
          .before()
          .map(side -> side.roots().stream().noneMatch(root -> side.text(root).contains(text)))
          .orElse(true);
    }

    private List<Site> sites(CodeChange change, CodeSide side) {
      List<Site> found = new ArrayList<>();
      if (rules.stream().anyMatch(rule -> rule.name().equals(change.name()))) {
        return found;
      }
      List<CNode> written = new ArrayList<>();
      List<CNode> asked = new ArrayList<>();
      side.roots().forEach(root -> root.walk(node -> written(node, written)));
      side.roots().forEach(root -> root.walk(node -> asked(node, asked)));
      Set<Span> seen = new HashSet<>();
      for (Rule rule : rules) {
        for (Match match : matcher.within(rule, RuleMatcher.Half.LEFT, side.roots(), side)) {
          CNode first = match.nodes().get(0);
          if (match.doubts().isEmpty()
              && written.stream().noneMatch(each -> each == first)
              && (asked.stream().anyMatch(each -> each == first) || isTruth(side, match))
              && seen.add(first.span())) {
            found.add(new Site(change.path(), rule, change, side, match));
          }
        }
      }
      return found;
    }

    /** What is asked whether it is zero: there a question may stand for a number. */
    private static void asked(CNode node, List<CNode> asked) {
      if (node instanceof Stmt.If choice) {
        asked.add(choice.condition());
      } else if (node instanceof Stmt.While loop) {
        asked.add(loop.condition());
      } else if (node instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
        asked.add(unary.operand());
      } else if (node instanceof Expr.Binary binary
          && (binary.op().equals("&&") || binary.op().equals("||"))) {
        asked.add(binary.left());
        asked.add(binary.right());
      } else if (node instanceof Expr.Conditional conditional) {
        asked.add(conditional.condition());
      }
    }

    /** Whether what a match fits is no number, or is 0 or 1 by itself. */
    private static boolean isTruth(CodeSide side, Match match) {
      if (match.nodes().size() > 1 || !(match.nodes().get(0) instanceof Expr expr)) {
        return true;
      }
      CType type = side.typeOf(expr).type().resolved();
      String text = type.toString();
      return text.endsWith(" : 1")
          || text.equals("_Bool")
          || text.equals("bool")
          || !(expr instanceof Expr.Member);
    }

    /** What is assigned, or whose address is taken: no helper does that. */
    private static void written(CNode node, List<CNode> written) {
      if (node instanceof Expr.Assign assign) {
        written.add(assign.target());
      } else if (node instanceof Expr.Unary unary && WRITING.contains(unary.op())) {
        written.add(unary.operand());
      }
    }

    private static Remark remark(Site site) {
      CNode node = site.match().nodes().get(0);
      Rule.Origin.Helper helper = (Rule.Origin.Helper) site.rule().origin();
      String text = site.side().text(node).lines().findFirst().orElse("");
      Remark remark =
          Remark.at(
                  site.side().place(node),
                  "new code does by hand what " + site.rule().name() + "() is for")
              .excerpt(text)
              .fact(
                  "helper",
                  site.rule().name()
                      + ", by patch "
                      + helper.patch()
                      + " in "
                      + helper.path()
                      + ":"
                      + helper.line())
              .fact("rule", site.rule().left().text() + " -> " + site.rule().right().text());
      for (String evidence : site.match().evidence()) {
        remark = remark.fact("type", evidence);
      }
      return remark;
    }
  }
}

package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A helper that reads one more member from a patch on.
 *
 * @param helper its name
 * @param patch the patch that changes it
 * @param before the rule until then
 * @param after the rule from then on
 * @param first the member that it read before
 * @param second the member that it reads besides
 * @param tightens whether both must be set from then on; else one of them is enough
 */
record MeaningChange(
    String helper,
    int patch,
    Rule before,
    Rule after,
    String first,
    String second,
    boolean tightens) {

  /** The changes that the rules of a series show. */
  static List<MeaningChange> of(RuleBook book) {
    List<MeaningChange> changes = new ArrayList<>();
    List<Rule> known = List.of();
    for (int patch : book.changes()) {
      List<Rule> now = book.after(patch);
      for (Rule rule : now) {
        Optional<Rule> was =
            known.stream().filter(old -> old.name().equals(rule.name())).findFirst();
        if (was.isPresent()) {
          between(was.get(), rule, patch).ifPresent(changes::add);
        }
      }
      known = now;
    }
    return changes;
  }

  private static Optional<MeaningChange> between(Rule was, Rule rule, int patch) {
    if (was.left().text().equals(rule.left().text())
        || !(was.left() instanceof Template.Expression old)
        || !(rule.left() instanceof Template.Expression now)
        || !(bare(now.shape()) instanceof Expr.Binary binary)
        || !(binary.op().equals("&&") || binary.op().equals("||"))) {
      return Optional.empty();
    }
    Set<String> before = members(old.shape());
    Set<String> after = members(now.shape());
    Set<String> more = new LinkedHashSet<>(after);
    more.removeAll(before);
    return before.size() == 1 && more.size() == 1 && after.containsAll(before)
        ? Optional.of(
            new MeaningChange(
                rule.name(),
                patch,
                was,
                rule,
                before.iterator().next(),
                more.iterator().next(),
                binary.op().equals("&&")))
        : Optional.empty();
  }

  /** The members of a variable that an expression reads as they are, without negation. */
  static Set<String> members(Expr shape) {
    Set<String> members = new LinkedHashSet<>();
    List<Expr> open = new ArrayList<>(List.of(shape));
    while (!open.isEmpty()) {
      Expr at = bare(open.remove(open.size() - 1));
      if (at instanceof Expr.Binary binary
          && (binary.op().equals("&&") || binary.op().equals("||"))) {
        open.add(binary.right());
        open.add(binary.left());
      } else if (at instanceof Expr.Member member && bare(member.base()) instanceof Expr.Ident) {
        members.add(member.name().text());
      } else {
        members.add("?");
      }
    }
    return members;
  }

  private static Expr bare(Expr expr) {
    Expr at = expr;
    while (at instanceof Expr.Paren paren) {
      at = paren.inner();
    }
    return at;
  }

  /** The pattern of a member of the helper's object. */
  String pattern(String member) {
    return after.variables().get(0).declaration()
        + "; "
        + after.variables().get(0).name()
        + "->"
        + member;
  }

  /** States in which the old test and the helper differ, for people. */
  String states() {
    return tightens
        ? first
            + " set, "
            + second
            + " clear: "
            + before.left().text()
            + " is true, the helper false"
        : first
            + " clear, "
            + second
            + " set: "
            + before.left().text()
            + " is false, the helper true";
  }
}

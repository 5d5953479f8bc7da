package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.convert.CodeState;
import dev.galley.convert.SeriesCode;
import dev.galley.finding.Severity;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.CType;
import dev.galley.series.SeriesPatch;
import dev.galley.text.Bytes;
import dev.galley.tree.PatchOutcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds uses of a helper, constant or member in patches before the one that adds it. */
@CheckInfo(
    id = "convert/before-helper",
    severity = Severity.ERROR,
    summary = "A helper is used before the patch that adds it",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class BeforeHelper implements SeriesCheck {

  @Override
  public void check(ReviewSubject review, Remarks out) {
    SeriesCode code = ReviewCode.of(review);
    NewNames names = NewNames.of(code);
    if (names.all().isEmpty()) {
      out.notApplicable();
      return;
    }
    Set<String> told = new HashSet<>();
    for (SeriesPatch patch : code.series().patches()) {
      if (isPartial(review, patch.number())) {
        if (names.all().values().stream()
            .anyMatch(added -> added.get(added.size() - 1).patch() > patch.number())) {
          out.skip("patch " + patch.number() + ": not all of the patches up to it apply");
        }
        continue;
      }
      check(code, names, patch.number(), told, out);
    }
  }

  private static boolean isPartial(ReviewSubject review, int patch) {
    PatchOutcome outcome = review.outcomes().get(patch);
    return review.base().isPresent() && (outcome == null || outcome.partial());
  }

  private static void check(
      SeriesCode code, NewNames names, int patch, Set<String> told, Remarks out) {
    Map<Integer, Sight> sights = new HashMap<>();
    for (FreshUses.Use use : FreshUses.of(code, patch)) {
      List<NewNames.Added> all =
          names.of(use.name()).stream()
              .filter(each -> each.what().equals("member") == use.isMember())
              .toList();
      boolean isLate = all.stream().anyMatch(each -> each.patch() > patch);
      if (isLate && !use.isInMacro() && !told.contains(use.name())) {
        Optional<NewNames.Added> later =
            use.isMember() ? member(use, all) : name(code, use, all, sights);
        later.ifPresent(
            added -> {
              told.add(use.name());
              out.add(remark(code, use, added, without(code, use, sights)));
            });
      }
    }
  }

  /** The patch that adds a member which the struct does not have yet. */
  private static Optional<NewNames.Added> member(FreshUses.Use use, List<NewNames.Added> all) {
    Expr.Member member = (Expr.Member) use.node();
    if (use.side().memberOf(member).isPresent()) {
      return Optional.empty();
    }
    CType base = use.side().typeOf(member.base()).type();
    CType record = member.arrow() ? base.target().orElse(base) : base;
    return record.resolved() instanceof CType.Record known
        ? all.stream()
            .filter(each -> each.patch() > use.patch() && each.owner().equals(known.tag()))
            .filter(
                each ->
                    all.stream()
                        .noneMatch(
                            other ->
                                other.patch() <= use.patch() && other.owner().equals(known.tag())))
            .findFirst()
        : Optional.empty();
  }

  /** The patch from which on the place sees the name. */
  private static Optional<NewNames.Added> name(
      SeriesCode code, FreshUses.Use use, List<NewNames.Added> all, Map<Integer, Sight> sights) {
    if (isLocal(use)) {
      return Optional.empty();
    }
    if (code.base().isEmpty()) {
      return all.stream().allMatch(each -> each.patch() > use.patch())
              && !OldLines.mention(code.series(), use.name(), all.get(0).patch())
          ? all.stream().findFirst()
          : Optional.empty();
    }
    if (!isUnseen(code, use, use.patch(), sights)) {
      return Optional.empty();
    }
    return all.stream()
        .filter(each -> each.patch() > use.patch())
        .filter(
            each ->
                look(code, use, each.patch(), sights)
                    .filter(answer -> answer.verdict() == Sight.Verdict.SEEN)
                    .isPresent())
        .findFirst();
  }

  private static boolean isUnseen(
      SeriesCode code, FreshUses.Use use, int patch, Map<Integer, Sight> sights) {
    return look(code, use, patch, sights)
        .filter(
            answer ->
                answer.verdict() != Sight.Verdict.SEEN
                    && answer.verdict() != Sight.Verdict.UNDECIDED)
        .isPresent();
  }

  private static Optional<Sight.Answer> look(
      SeriesCode code, FreshUses.Use use, int patch, Map<Integer, Sight> sights) {
    Optional<CodeState> state = code.after(patch);
    Optional<CFile> file = use.side().file();
    return state.isEmpty() || file.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sights
                .computeIfAbsent(patch, each -> new Sight(state.get()))
                .look(use.name(), file.get(), use.node().span().start()));
  }

  static boolean isLocal(FreshUses.Use use) {
    if (use.node() instanceof Expr.Ident ident) {
      return use.side().isLocal(ident);
    }
    return use.node() instanceof Expr.Call call
        && call.callee() instanceof Expr.Ident ident
        && use.side().isLocal(ident);
  }

  /** With which options the place sees the name already; empty where with none. */
  private static String without(SeriesCode code, FreshUses.Use use, Map<Integer, Sight> sights) {
    return use.isMember()
        ? ""
        : look(code, use, use.patch(), sights).map(Sight.Answer::missing).orElse("");
  }

  private static Remark remark(
      SeriesCode code, FreshUses.Use use, NewNames.Added added, String without) {
    boolean isSure = code.base().isPresent();
    String name = use.name() + (added.isHelper() ? "()" : "");
    String what = use.isMember() ? added.owner() + " gets " + name : name + " is added";
    String where = added.path() + (added.node().isEmpty() ? "" : ":" + line(added));
    Remark remark =
        Remark.at(
                use.side().place(use.node()),
                (use.isMember() ? use.name() + " of struct " + added.owner() : name)
                    + " is used here, and "
                    + (without.isEmpty() ? "" : "without " + without + " ")
                    + "only patch "
                    + added.patch()
                    + " adds it: "
                    + (isSure ? "this patch does not build" : "this patch may not build"))
            .excerpt(excerpt(use))
            .fact("added", what + " by patch " + added.patch() + " in " + where)
            .fact(
                "before",
                !without.isEmpty()
                    ? use.path() + " sees it with " + without + " alone after patch " + use.patch()
                    : isSure
                        ? "no definition reaches " + use.path() + " after patch " + use.patch()
                        : "no line of the patches up to it shows another")
            .severity(isSure ? Severity.ERROR : Severity.WARNING);
    List<String> conditions = use.side().conditions(use.node());
    return conditions.isEmpty() ? remark : remark.fact("only with", String.join(", ", conditions));
  }

  private static int line(NewNames.Added added) {
    return added.side().line(added.node().get(0));
  }

  /** The added line that the use begins on. */
  static String excerpt(FreshUses.Use use) {
    Optional<CFile> file = use.side().file();
    if (file.isPresent() && use.side().isWhole()) {
      Bytes bytes = file.get().bytes();
      int start = use.node().span().start();
      while (start > 0 && bytes.at(start - 1) != '\n') {
        start--;
      }
      return "+" + bytes.slice(start, bytes.nextLine(start)).utf8().stripTrailing();
    }
    return use.side().text(use.node()).lines().findFirst().orElse("");
  }
}

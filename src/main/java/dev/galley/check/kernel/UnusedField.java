package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.ReviewSubject;
import dev.galley.check.SeriesCheck;
import dev.galley.check.convert.ReviewCode;
import dev.galley.convert.CodeChange;
import dev.galley.convert.CodeSide;
import dev.galley.convert.SeriesCode;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.series.SeriesPatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A member that the series adds to a struct and then never reads, or never writes. */
@CheckInfo(
    id = "kernel/unused-field",
    severity = Severity.NOTE,
    summary = "New struct member that the whole series never reads, or never writes",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "Documentation/process/submitting-patches.rst, Separate your changes")
public final class UnusedField implements SeriesCheck {

  /** So many members that the series leaves alone make a struct that somebody else lays out. */
  private static final int FOREIGN = 3;

  @Override
  public void check(ReviewSubject review, Remarks out) {
    SeriesCode code = ReviewCode.of(review);
    List<NewField> fields = new ArrayList<>();
    Set<String> removed = new HashSet<>();
    for (SeriesPatch patch : review.series().patches()) {
      for (CodeChange change : code.changes(patch.number())) {
        collect(change, fields, removed);
      }
    }
    fields.removeIf(field -> removed.contains(field.name()) || field.isLayout());
    if (fields.isEmpty()) {
      out.notApplicable();
      return;
    }
    if (!review.series().isComplete()) {
      out.skip("the series is not complete, so that uses may be missing");
      return;
    }
    FieldUses uses = FieldUses.of(review.series(), code);
    Map<String, Integer> unread = new HashMap<>();
    for (NewField field : fields) {
      FieldUses.Use use = uses.of(field.name());
      if (use.isNone() || use.isOnlyRead()) {
        unread.merge(field.record(), 1, Integer::sum);
      }
    }
    fields.removeIf(
        field ->
            uses.isCastTo(field.record()) || unread.getOrDefault(field.record(), 0) >= FOREIGN);
    for (NewField field : fields) {
      FieldUses.Use use = uses.of(field.name());
      String record = field.record().isEmpty() ? "an unnamed struct" : "struct " + field.record();
      if (use.isNone()) {
        tell(field, record + " gets " + field.name() + ", which nothing in the series uses", out);
      } else if (use.isOnlyWritten()) {
        tell(
            field,
            record + " gets " + field.name() + ", which the series writes and never reads",
            out,
            "written in patches",
            use.patches());
      } else if (use.isOnlyRead()) {
        tell(
            field,
            record + " gets " + field.name() + ", which the series reads and never writes",
            out,
            "read in patches",
            use.patches());
      }
    }
  }

  private static void tell(NewField field, String message, Remarks out, Object... fact) {
    Remark remark =
        Remark.at(field.side().place(field.node()), message)
            .excerpt("+" + field.side().text(field.node()));
    out.add(fact.length == 2 ? remark.fact(fact[0].toString(), fact[1]) : remark);
  }

  private static void collect(CodeChange change, List<NewField> fields, Set<String> removed) {
    Set<String> old = new HashSet<>();
    change.before().ifPresent(side -> fieldsOf(side).forEach(field -> old.add(field.name())));
    Set<String> now = new HashSet<>();
    change
        .after()
        .ifPresent(
            side ->
                fieldsOf(side)
                    .forEach(
                        field -> {
                          now.add(field.name());
                          if (!old.contains(field.name())) {
                            fields.add(field);
                          }
                        }));
    old.removeAll(now);
    removed.addAll(old);
  }

  /**
   * A member that a patch adds.
   *
   * @param record the tag of the struct around it; may be empty
   */
  private record NewField(
      CodeSide side, String record, String name, Decl.Declaration node, String layout) {

    /** Whether hardware, firmware or users lay the struct out: then every member has its place. */
    boolean isLayout() {
      String place = side.place(node).path();
      return layout.contains("__packed")
          || layout.contains("packed")
          || place.contains("include/uapi/")
          || record.endsWith("_bits")
          || layout.contains("__le")
          || layout.contains("__be")
          || name.matches("(?i)_*(?:rsv|rsvd|resv|reserved|pad|padding|unused|dummy|spare).*");
    }
  }

  private static List<NewField> fieldsOf(CodeSide side) {
    List<NewField> fields = new ArrayList<>();
    for (CNode root : side.roots()) {
      root.walk(
          node -> {
            if (node instanceof TypeSyntax.Aggregate record
                && !record.union()
                && record.members().isPresent()) {
              boolean packed =
                  record.attributes().stream().anyMatch(one -> one.name().contains("packed"));
              String tag = record.tag().map(name -> name.text()).orElse("");
              record.members().get().forEach(member -> add(side, tag, packed, member, fields));
            }
          });
    }
    return fields;
  }

  private static void add(
      CodeSide side, String tag, boolean packed, Decl member, List<NewField> fields) {
    if (member instanceof Decl.Declaration declaration) {
      String layout = side.text(declaration) + (packed ? " __packed" : "");
      declaration
          .declared()
          .forEach(
              one ->
                  one.declarator()
                      .name()
                      .ifPresent(
                          name ->
                              fields.add(
                                  new NewField(side, tag, name.text(), declaration, layout))));
    }
  }
}

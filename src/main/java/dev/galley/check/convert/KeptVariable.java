package dev.galley.check.convert;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.patch.HunkLine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A variable whose assignments go while its declaration stays, where other functions of the patch
 * lose both.
 *
 * <p>A question: whoever still uses it does not stand in the mails.
 */
@CheckInfo(
    id = "convert/kept-variable",
    severity = Severity.NOTE,
    summary = "Assignments removed, declaration kept, unlike in the rest of the patch",
    nature = CheckInfo.Nature.SUBSTANCE,
    source = "the other functions of the patch")
public final class KeptVariable implements PatchCheck {

  private record Loss(ChangedFunction function, String name, Part part, Stmt.Evaluate first) {}

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<ChangedFunction> functions = SeriesHunks.of(patch);
    if (functions.isEmpty()) {
      out.notApplicable();
    }
    List<Loss> kept = new ArrayList<>();
    Set<String> dropped = new LinkedHashSet<>();
    for (ChangedFunction function : functions) {
      for (String name : names(function)) {
        if (declarationGoes(function, name)) {
          dropped.add(name);
        } else {
          first(function, name, kept);
        }
      }
    }
    kept.removeIf(loss -> !dropped.contains(loss.name));
    if (!kept.isEmpty()) {
      Loss first = kept.get(0);
      List<String> where = kept.stream().map(loss -> loss.function.name()).distinct().toList();
      out.add(
          Remark.at(
                  first.part.place(first.first),
                  "'"
                      + first.name
                      + "' is not assigned any more, but its declaration stays in "
                      + String.join("(), ", where)
                      + "(): what still reads it?")
              .excerpt(first.part.excerpt(first.first))
              .fact("elsewhere in the patch", "the declaration goes with the assignment"));
    }
  }

  /** Variables that only removed lines assign. */
  private static Set<String> names(ChangedFunction function) {
    Set<String> names = new LinkedHashSet<>();
    for (Part part : function.before()) {
      for (Stmt.Evaluate item : Trees.all(part.items(), Stmt.Evaluate.class)) {
        if (item.expression() instanceof Expr.Assign assign
            && Trees.bare(assign.target()) instanceof Expr.Ident ident
            && part.isNew(item)
            && !ChangedFunction.mentions(function.after(), ident.name())) {
          names.add(ident.name());
        }
      }
    }
    return names;
  }

  private static boolean declarationGoes(ChangedFunction function, String name) {
    Pattern declaration =
        Pattern.compile("^\\s+[A-Za-z_][\\w ]*[ *]+(?:[\\w*]+,\\s*)*\\**" + name + "\\s*[;,=]");
    return function.before().stream()
        .flatMap(part -> part.hunk().lines().stream())
        .filter(HunkLine::isRemoved)
        .anyMatch(line -> declaration.matcher(line.text().utf8()).find());
  }

  private static void first(ChangedFunction function, String name, List<Loss> into) {
    for (Part part : function.before()) {
      if (part.whole()) {
        return;
      }
      for (Stmt.Evaluate item : Trees.all(part.items(), Stmt.Evaluate.class)) {
        if (item.expression() instanceof Expr.Assign assign
            && Trees.identifier(assign.target()).filter(name::equals).isPresent()) {
          into.add(new Loss(function, name, part, item));
          return;
        }
      }
    }
  }
}

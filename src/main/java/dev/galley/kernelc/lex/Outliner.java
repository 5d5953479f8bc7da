package dev.galley.kernelc.lex;

import dev.galley.text.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a file into external declarations.
 *
 * <p>A file whose brackets do not match with the first branches is cut once more, and then a brace
 * in column 0 ends a function. That is a repair, not a rule: good functions have such braces too.
 */
final class Outliner {

  private final CTokens tokens;

  Outliner(CTokens tokens) {
    this.tokens = tokens;
  }

  Outline outline() {
    Conditionals conditionals = new Conditionals(tokens);
    Neighbours near = new Neighbours(tokens, conditionals.jumps);
    OutlineRun run = new OutlineRun(tokens, near, false);
    run.run();
    List<Problem> problems = new ArrayList<>(conditionals.problems);
    problems.addAll(run.cuts.problems);
    if (run.cuts.unbalanced > 0) {
      OutlineRun repaired = new OutlineRun(tokens, near, true);
      repaired.run();
      if (repaired.cuts.unbalanced <= run.cuts.unbalanced) {
        run = repaired;
      }
    }
    List<Group> groups = new Groups(tokens, near, run.cuts.externals).of(run.groups);
    return new Outline(tokens, run.cuts.externals, groups, problems);
  }
}

package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.types.Types;
import dev.galley.text.LineIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A whole file in one state, with what its sides need.
 *
 * @param file its text and trees
 * @param index where its lines begin
 * @param lines where they stand in the patch
 * @param types the types of the state, made when first asked for
 */
record WholeFile(CFile file, LineIndex index, PatchLines.SideLines lines, Supplier<Types> types) {

  WholeFile(CFile file, PatchLines.SideLines lines, Supplier<Types> types) {
    this(file, LineIndex.of(file.bytes()), lines, types);
  }

  int line(int offset) {
    return index.lineAt(offset);
  }

  /** The {@code #if} lines around an octet; of an {@code #else} what it is the other side of. */
  List<String> conditions(int offset) {
    return conditions(file, offset);
  }

  static List<String> conditions(CFile file, int offset) {
    int token = file.outline().tokens().at(offset);
    List<String> conditions = new ArrayList<>();
    for (Group group : file.outline().groupsAround(token)) {
      if (!group.isIncludeGuard()) {
        group.branchAt(token).ifPresent(branch -> conditions.add(text(group, branch)));
      }
    }
    return List.copyOf(conditions);
  }

  static String text(Group group, Branch branch) {
    return branch.opening().word().equals("else")
        ? "#else of " + group.branches().get(0).text()
        : branch.text();
  }
}

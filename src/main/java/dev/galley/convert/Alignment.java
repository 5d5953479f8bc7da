package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import java.util.List;

/**
 * What differs between the two sides of a change.
 *
 * @param differences in the order of the sides
 * @param moves statements that are the same and stand elsewhere; they are in no edit by themselves
 * @param shapes numbers of the nodes of both sides
 */
record Alignment(List<Difference> differences, List<Move> moves, ShapeNumbers shapes) {
  Alignment {
    differences = List.copyOf(differences);
    moves = List.copyOf(moves);
  }

  /** An edit with the levels around it; the first level has the edit's own nodes. */
  record Difference(Edit edit, Level level) {}

  /** One statement in two places. */
  record Move(CNode before, CNode after) {}

  List<Edit> edits() {
    return differences.stream().map(Difference::edit).toList();
  }
}

package dev.galley.convert;

import dev.galley.kernelc.syntax.CNode;
import java.util.List;
import java.util.Objects;

/**
 * A smallest part of a changed piece of C that is not the same on both sides.
 *
 * @param change where
 * @param before one expression, or statements or declarations in a row; empty for an insertion
 * @param after the same of the other side; empty for a removal
 * @param aroundBefore the smallest node of the side before around what changed, or the root itself
 * @param aroundAfter the node of the side after that it was aligned with
 */
public record Edit(
    CodeChange change,
    List<CNode> before,
    List<CNode> after,
    List<CNode> aroundBefore,
    List<CNode> aroundAfter) {
  public Edit {
    Objects.requireNonNull(change);
    before = List.copyOf(before);
    after = List.copyOf(after);
    aroundBefore = List.copyOf(aroundBefore);
    aroundAfter = List.copyOf(aroundAfter);
  }
}

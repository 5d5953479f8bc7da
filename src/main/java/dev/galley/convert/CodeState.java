package dev.galley.convert;

import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.types.Types;
import dev.galley.tree.Tree;
import java.util.Objects;

/**
 * A tree in one state of a series, with its names and types.
 *
 * @param tree its files
 * @param symbols its names; states share what no patch between them changed
 * @param types its types
 */
public record CodeState(Tree tree, TreeSymbols symbols, Types types) {
  public CodeState {
    Objects.requireNonNull(tree);
    Objects.requireNonNull(symbols);
    Objects.requireNonNull(types);
  }
}

package dev.galley.kernelc.symbols;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.External;
import java.util.List;

/**
 * One place where a name is given a meaning.
 *
 * @param file the file, whose {@link CFile#readings} has the tree of {@code external}
 * @param external the external declaration that holds it; a definition of an enum holds its
 *     enumerators
 * @param conditions the branches around it, outermost first, include guards left out
 */
public record Symbol(
    SymbolKind kind, String name, CFile file, External external, List<Branch> conditions) {

  public Symbol {
    conditions = List.copyOf(conditions);
  }
}

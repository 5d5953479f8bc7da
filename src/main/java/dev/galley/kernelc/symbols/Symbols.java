package dev.galley.kernelc.symbols;

import dev.galley.kernelc.CFile;
import java.util.List;
import java.util.Optional;

/**
 * The names of one tree, looked up lazily.
 *
 * <p>A name may have several meanings: under different conditions, in different architectures, in
 * files that never meet. All are kept; the order says which one a file is likely to see. Safe for
 * several threads.
 */
public interface Symbols {

  /**
   * Every place that gives a name a meaning of a kind.
   *
   * @param from path of the file that uses the name. Order: the same file, files that it reaches by
   *     {@code #include}, its folder, its architecture's headers, {@code include/}, the rest,
   *     {@code tools/} last
   */
  List<Symbol> find(SymbolKind kind, String name, String from);

  /** A file of the tree; empty where there is none, or it is over the limits. */
  Optional<CFile> file(String path);

  /**
   * Whether a file sees what another one defines: it is the same, or reached by {@code #include} as
   * far as that can be followed.
   */
  boolean reaches(String from, String definer);
}

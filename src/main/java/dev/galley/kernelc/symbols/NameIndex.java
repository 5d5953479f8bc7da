package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.Hashes.Space;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where names are; answers may name files too many and never lack one. Paths are in order. */
interface NameIndex {

  /** The files that have a word anywhere. */
  List<String> mentions(String word);

  /** The files that may give a name a meaning at file level. */
  List<String> definers(Space space, String name);

  /** What a file's {@code #include} lines name, as {@link FileFacts} has it; empty without it. */
  Optional<List<String>> includes(String path);

  /** Whether the tree has a file of C at a path. */
  boolean has(String path);

  /** The same as an index on disk that numbers its files; empty where there is none. */
  default Optional<SymbolIndex> numbered() {
    return Optional.empty();
  }

  /** Says which words will be asked for, so that they can be looked for together. */
  default void prepare(Set<String> words) {
    // An index has them.
  }

  /** Whether an answer takes a moment only; else each word is a look through the tree. */
  default boolean isCheap() {
    return true;
  }
}

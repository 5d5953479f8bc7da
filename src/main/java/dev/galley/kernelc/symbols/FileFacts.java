package dev.galley.kernelc.symbols;

import dev.galley.kernelc.symbols.Hashes.Space;
import java.util.Arrays;
import java.util.List;

/**
 * What the index keeps of one file. It may say yes too often, for two names with one number or for
 * what only looks like a definition, and never no wrongly.
 *
 * @param mentions numbers of all words, ascending
 * @param definitions numbers of names that seem to be given a meaning at file level, ascending
 * @param isHeap whether it has so many macros that they are not among the definitions: every word
 *     that it mentions may be one
 * @param includes what its {@code #include} lines name, in order, with the first of the signs
 *     around it: {@code <linux/pci.h}, {@code "pci.h}
 */
// Compared by nobody, and a kernel has 30 million of them: lists would take five times the memory.
@SuppressWarnings("ArrayRecordComponent")
record FileFacts(int[] mentions, int[] definitions, boolean isHeap, List<String> includes) {

  FileFacts {
    includes = List.copyOf(includes);
  }

  boolean mentions(String word) {
    return Arrays.binarySearch(mentions, Hashes.mention(Hashes.of(word))) >= 0;
  }

  boolean defines(Space space, String name) {
    return (isHeap && space == Space.MACRO && mentions(name))
        || Arrays.binarySearch(definitions, Hashes.definition(space, Hashes.of(name))) >= 0;
  }
}

package dev.galley.kernelc.lex;

import java.util.Optional;

/**
 * Says what a name means where a file uses it. Asked only for names whose role the shape alone
 * leaves a guess; safe for several threads.
 */
public interface NameOracle {

  /** Knows nothing: there is no tree, or no index of it. */
  NameOracle NONE = (name, called) -> Optional.empty();

  /**
   * What a name stands for; empty where that is not known.
   *
   * @param called whether a round bracket follows: only then a macro with parameters is meant
   */
  Optional<NameMeaning> meaning(String name, boolean called);
}

package dev.galley.kernelc;

import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.util.List;

/** One way to read an external declaration, or why there is none. */
public sealed interface Reading {

  /**
   * The branches that make this reading: as written, {@code #ifdef CONFIG_X} or {@code not #ifdef
   * CONFIG_X}; empty when every conditional stays in the tree.
   */
  List<String> conditions();

  /** A tree. */
  record Tree(Unit unit, List<String> conditions) implements Reading {
    public Tree {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * No tree: nobody may say anything of what stands here.
   *
   * @param reason for people: what was met where something else was expected, or which limit
   * @param at where
   */
  record Unknown(String reason, Span at, List<String> conditions) implements Reading {
    public Unknown {
      conditions = List.copyOf(conditions);
    }
  }
}

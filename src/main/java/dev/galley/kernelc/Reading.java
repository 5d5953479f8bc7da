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

  /**
   * What is to be said of all readings of the declaration: that there are more combinations of
   * branches than were read. Empty where every one was.
   */
  String remark();

  /** The same reading with a remark. */
  Reading withRemark(String remark);

  /** A tree. */
  record Tree(Unit unit, List<String> conditions, String remark) implements Reading {
    public Tree {
      conditions = List.copyOf(conditions);
    }

    /** A tree of which nothing is to be said. */
    public Tree(Unit unit, List<String> conditions) {
      this(unit, conditions, "");
    }

    @Override
    public Tree withRemark(String text) {
      return new Tree(unit, conditions, text);
    }
  }

  /**
   * No tree: nobody may say anything of what stands here.
   *
   * @param reason for people: what was met where something else was expected, or which limit
   * @param at where
   */
  record Unknown(String reason, Span at, List<String> conditions, String remark)
      implements Reading {
    public Unknown {
      conditions = List.copyOf(conditions);
    }

    /** The same of the only reading. */
    public Unknown(String reason, Span at, List<String> conditions) {
      this(reason, at, conditions, "");
    }

    @Override
    public Unknown withRemark(String text) {
      return new Unknown(reason, at, conditions, text);
    }
  }
}

package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Decl;
import java.util.ArrayList;
import java.util.List;

/** Declarations with the branches of their conditionals laid out, each with its condition. */
final class Flat {

  private static final int DEEPEST = 40;

  private Flat() {}

  /**
   * One declaration.
   *
   * @param condition as written, innermost; empty where there is none or a 64-bit kernel has it
   */
  record Item(Decl decl, String condition) {}

  /** All declarations that a 64-bit kernel may compile. */
  static List<Item> of(List<Decl> decls) {
    List<Item> items = new ArrayList<>();
    add(decls, "", 0, items);
    return items;
  }

  private static void add(List<Decl> decls, String condition, int depth, List<Item> items) {
    for (Decl decl : decls) {
      if (!(decl instanceof Decl.Alternatives alternatives)) {
        items.add(new Item(decl, condition));
      } else if (depth < DEEPEST) {
        List<String> before = new ArrayList<>();
        for (Decl.Alternatives.Branch branch : alternatives.branches()) {
          Lp64.Truth truth = Lp64.of(branch.condition(), before);
          if (truth != Lp64.Truth.NO) {
            String text = truth == Lp64.Truth.YES ? condition : text(branch.condition(), before);
            add(branch.items(), text, depth + 1, items);
          }
          before.add(branch.condition());
        }
      }
    }
  }

  /** A branch's condition for people: of {@code #else} what it denies. */
  static String text(String line, List<String> before) {
    return line.startsWith("#else") && !before.isEmpty()
        ? "not " + before.get(before.size() - 1)
        : line;
  }
}

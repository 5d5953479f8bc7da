package dev.galley.kernelc.types;

import dev.galley.text.Span;
import java.util.List;

/**
 * The type of an expression and where it comes from.
 *
 * @param steps the declarations it rests on, in the order they were followed
 */
public record Typed(CType type, List<Step> steps) {

  public Typed {
    steps = List.copyOf(steps);
  }

  /**
   * One declaration on the way to a type.
   *
   * @param what for people: {@code parameter dev: struct pci_dev *}, {@code pdev: struct pci_dev *
   *     (struct eeh_dev)}
   * @param path the file it stands in
   * @param at its name there
   */
  public record Step(String what, String path, Span at) {}
}

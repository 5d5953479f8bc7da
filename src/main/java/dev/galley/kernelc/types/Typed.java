package dev.galley.kernelc.types;

import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The type of an expression and where it comes from.
 *
 * @param steps the declarations it rests on, in the order they were followed; what rests on a name
 *     alone has a step without a path: {@code u32 by the kernel's custom: no definition reached}
 */
public record Typed(CType type, List<Step> steps) {

  private static final int MOST_STEPS = 64;

  public Typed {
    List<Step> customs = Customs.in(type);
    steps = customs.isEmpty() ? List.copyOf(steps) : joined(without(steps, customs), customs);
  }

  private static List<Step> without(List<Step> steps, List<Step> customs) {
    return steps.stream().filter(step -> !customs.contains(step)).toList();
  }

  private static List<Step> joined(List<Step> steps, List<Step> more) {
    List<Step> all = new ArrayList<>(steps);
    for (Step step : more) {
      if (all.size() < MOST_STEPS && !all.contains(step)) {
        all.add(step);
      }
    }
    return List.copyOf(all);
  }

  /** A type that rests on nothing but itself. */
  static Typed of(CType type) {
    return new Typed(type, List.of());
  }

  static Typed unknown(String reason) {
    return of(new CType.Unknown(reason));
  }

  /** Another type, on the same declarations. */
  Typed to(CType other) {
    return new Typed(other, steps);
  }

  /** The same type, on further declarations. */
  Typed and(List<Step> more) {
    if (more.isEmpty()) {
      return this;
    }
    return new Typed(type, joined(steps, more));
  }

  Typed and(Step step) {
    return and(List.of(step));
  }

  /**
   * One declaration on the way to a type.
   *
   * @param what for people: {@code parameter dev: struct pci_dev *}, {@code pdev: struct pci_dev *
   *     (struct eeh_dev)}
   * @param path the file it stands in; empty where there is none
   * @param at its name there
   */
  public record Step(String what, String path, Span at) {}
}

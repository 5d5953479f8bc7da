package dev.galley.kernelc.types;

import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Says of a type that it is what kernels mean by a name, and no declaration of this tree. */
final class Customs {

  private static final int DEEPEST = 40;

  private Customs() {}

  /** A step for what is taken from a name alone. It has no place: its path is empty. */
  static Typed.Step step(String what) {
    return new Typed.Step(what, "", new Span(0, 0));
  }

  /** The step of a name that nothing defines. */
  static Typed.Step undefined(String name) {
    return step(name + " by the kernel's custom: no definition reached");
  }

  /** The steps of the names in a type that nothing defines. */
  static List<Typed.Step> in(CType type) {
    List<Typed.Step> steps = new ArrayList<>();
    collect(type, 0, steps);
    return steps;
  }

  private static void collect(CType type, int depth, List<Typed.Step> steps) {
    if (depth > DEEPEST) {
      return;
    }
    if (type instanceof CType.Named named) {
      if (named.byCustom()) {
        steps.add(undefined(named.name()));
      }
      collect(named.type(), depth + 1, steps);
    } else if (type instanceof CType.Qualified qualified) {
      collect(qualified.type(), depth + 1, steps);
    } else if (type instanceof CType.Pointer pointer) {
      collect(pointer.to(), depth + 1, steps);
    } else if (type instanceof CType.Array array) {
      collect(array.of(), depth + 1, steps);
    } else if (type instanceof CType.BitField field) {
      collect(field.declared(), depth + 1, steps);
    } else if (type instanceof CType.OneOf oneOf) {
      oneOf.choices().forEach(choice -> collect(choice.type(), depth + 1, steps));
    } else if (type instanceof CType.Function function) {
      collect(function.result(), depth + 1, steps);
      function.parameters().forEach(each -> collect(each, depth + 1, steps));
    }
  }
}

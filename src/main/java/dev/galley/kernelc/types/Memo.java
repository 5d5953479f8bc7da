package dev.galley.kernelc.types;

import java.util.Optional;

/** A type that was worked out before. Safe for several threads: all would work out the same. */
final class Memo {

  private volatile Optional<Typed> typed = Optional.empty();

  Optional<Typed> get() {
    return typed;
  }

  void set(Typed value) {
    typed = Optional.of(value);
  }
}

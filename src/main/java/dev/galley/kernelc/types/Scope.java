package dev.galley.kernelc.types;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The names that hold at one place, inner before outer. Immutable: a scope with one more name is
 * another scope.
 */
final class Scope {

  /** No name but those of the file. */
  static final Scope FILE = new Scope();

  private final Optional<Binding> binding;
  private final Optional<Scope> outer;

  private Scope() {
    this.binding = Optional.empty();
    this.outer = Optional.empty();
  }

  private Scope(Binding binding, Scope outer) {
    this.binding = Optional.of(binding);
    this.outer = Optional.of(outer);
  }

  Scope with(Binding inner) {
    return new Scope(inner, this);
  }

  /** A variable, typedef, enumerator or macro parameter. */
  Optional<Binding> ordinary(String name) {
    return find(name, each -> !(each instanceof Binding.Tag) && !(each instanceof Binding.Maybe));
  }

  /** A struct, union or enum of a block. */
  Optional<Binding.Tag> tag(String name) {
    return find(name, each -> each instanceof Binding.Tag).map(Binding.Tag.class::cast);
  }

  /** A macro call that may declare the name. */
  Optional<Binding> maybe(String name, Predicate<Binding.Maybe> declares) {
    return find(name, each -> each instanceof Binding.Maybe maybe && declares.test(maybe));
  }

  /** Macro parameters outside of a {@link Binding.Barrier} are another macro's. */
  private Optional<Binding> find(String name, Predicate<Binding> accept) {
    boolean barrier = false;
    Scope at = this;
    while (at.binding.isPresent()) {
      Binding each = at.binding.get();
      boolean isParameter =
          each instanceof Binding.Argument || each instanceof Binding.MacroParameter;
      if (each instanceof Binding.Barrier) {
        barrier = true;
      } else if (each.name().equals(name) && !(barrier && isParameter) && accept.test(each)) {
        return at.binding;
      }
      at = at.outer.orElse(FILE);
    }
    return Optional.empty();
  }

  /** How many names were added since another scope. */
  Optional<Scope> outer() {
    return outer;
  }

  Optional<Binding> innermost() {
    return binding;
  }
}

package dev.galley.kernelc.types;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A type. {@link Object#toString} prints it as C: {@code struct pci_dev *}, {@code const char *},
 * {@code int (struct pci_dev *, int)}, {@code char[4]}.
 */
// The words are those of C; nobody here means those of java.lang.
@SuppressWarnings("JavaLangClash")
public sealed interface CType {

  record Void() implements CType {
    @Override
    public String toString() {
      return "void";
    }
  }

  /**
   * An integer type, {@code _Bool} and plain char among them.
   *
   * @param name in C's canonical words: {@code unsigned int}, {@code _Bool}
   * @param bits 1 for {@code _Bool}, else its width
   * @param rank conversion rank (C17 6.3.1.1): _Bool 0, char 1, short 2, int 3, long 4, long long
   *     5, __int128 6
   */
  record Int(String name, int bits, boolean signed, int rank) implements CType {
    @Override
    public String toString() {
      return name;
    }
  }

  record Floating(String name) implements CType {
    @Override
    public String toString() {
      return name;
    }
  }

  record Pointer(CType to) implements CType {
    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  record Array(CType of, OptionalLong length) implements CType {
    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  record Function(CType result, List<CType> parameters, boolean variadic) implements CType {
    public Function {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /**
   * A struct or union.
   *
   * @param tag its name, empty for one without
   * @param place where an unnamed one is written, {@code path:offset}, to tell them apart; empty
   *     for a named one
   */
  record Record(boolean union, String tag, String place) implements CType {
    @Override
    public String toString() {
      return (union ? "union " : "struct ") + (tag.isEmpty() ? "<unnamed>" : tag);
    }
  }

  /**
   * An enum; its values are int, or unsigned int where no enumerator is negative, as gcc has it.
   */
  record Enum(String tag, String place) implements CType {
    @Override
    public String toString() {
      return "enum " + (tag.isEmpty() ? "<unnamed>" : tag);
    }
  }

  /** A type with qualifiers. */
  record Qualified(boolean isConst, boolean isVolatile, CType type) implements CType {
    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /**
   * A typedef's name with what it stands for. Prints its name.
   *
   * @param byCustom whether no definition was reached and it is what every kernel means by the name
   */
  record Named(String name, CType type, boolean byCustom) implements CType {
    public Named(String name, CType type) {
      this(name, type, false);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** A bit-field's type: an integer of fewer bits. Arithmetic sees its promotion. */
  record BitField(CType declared, int bits) implements CType {
    @Override
    public String toString() {
      return declared + " : " + bits;
    }
  }

  /**
   * One of several, by configuration or architecture; each with its condition or place. Never fewer
   * than two.
   */
  record OneOf(List<Choice> choices) implements CType {
    public OneOf {
      choices = List.copyOf(choices);
    }

    /** One of them. */
    public record Choice(CType type, String condition) {}

    @Override
    public String toString() {
      return TypeText.of(this);
    }
  }

  /** Not known, and why: never taken for another type. */
  record Unknown(String reason) implements CType {
    @Override
    public String toString() {
      return "unknown (" + reason + ")";
    }
  }

  /** The type without typedef names and qualifiers at its top. */
  default CType resolved() {
    CType type = this;
    while (true) {
      if (type instanceof Named named) {
        type = named.type();
      } else if (type instanceof Qualified qualified) {
        type = qualified.type();
      } else {
        return type;
      }
    }
  }

  /** What a pointer or array leads to. */
  default Optional<CType> target() {
    CType type = resolved();
    return type instanceof Pointer pointer
        ? Optional.of(pointer.to())
        : type instanceof Array array ? Optional.of(array.of()) : Optional.empty();
  }

  default boolean isUnknown() {
    return resolved() instanceof Unknown;
  }
}

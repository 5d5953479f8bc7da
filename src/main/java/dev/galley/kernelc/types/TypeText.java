package dev.galley.kernelc.types;

/** Prints types as C writes them. */
final class TypeText {

  private TypeText() {}

  static String of(CType type) {
    return type.getClass().getSimpleName();
  }
}

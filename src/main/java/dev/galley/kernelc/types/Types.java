package dev.galley.kernelc.types;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.Symbols;
import dev.galley.kernelc.syntax.Unit;

/**
 * The types of one tree: as gcc for a 64-bit Linux (LP64) has them, from the declarations as
 * written.
 *
 * <p>What configuration or architecture decides stays {@link CType.OneOf}; conditions that a 64-bit
 * kernel decides ({@code CONFIG_64BIT}, {@code __KERNEL__}, {@code BITS_PER_LONG}) are decided.
 * Safe for several threads; what was worked out is kept.
 */
public final class Types {

  private final Names names;
  private final TypeReader reader;
  private final TypeMacros typeMacros;
  private final Globals globals;
  private final Enums enums;
  private final Members members;
  private final Macros macros;
  private final KnownMacros known;
  private final Declaring declaring;
  private final Locals locals;
  private final Typer typer;
  private final ConstantValues values;
  private final Initializers initializers;

  /** Types over the names of a tree. */
  // The parts only keep the reference; none uses it before all of them are there.
  @SuppressWarnings("this-escape")
  public Types(Symbols symbols) {
    this.names = new Names(symbols);
    this.reader = new TypeReader(this);
    this.typeMacros = new TypeMacros(this);
    this.globals = new Globals(this);
    this.enums = new Enums(this);
    this.members = new Members(this);
    this.macros = new Macros(this);
    this.known = new KnownMacros(this);
    this.declaring = new Declaring(this);
    this.locals = new Locals(this);
    this.typer = new Typer(this);
    this.values = new ConstantValues(this);
    this.initializers = new Initializers(this);
  }

  /**
   * The types in one tree.
   *
   * @param file the file it stands in
   * @param external the external declaration it is a reading of
   * @param unit the tree
   */
  public UnitTypes in(CFile file, External external, Unit unit) {
    return new UnitTypes(this, file, external, unit);
  }

  Names names() {
    return names;
  }

  TypeReader reader() {
    return reader;
  }

  TypeMacros typeMacros() {
    return typeMacros;
  }

  Globals globals() {
    return globals;
  }

  Enums enums() {
    return enums;
  }

  Members members() {
    return members;
  }

  Macros macros() {
    return macros;
  }

  KnownMacros known() {
    return known;
  }

  Declaring declaring() {
    return declaring;
  }

  Locals locals() {
    return locals;
  }

  Typer typer() {
    return typer;
  }

  ConstantValues values() {
    return values;
  }

  Initializers initializers() {
    return initializers;
  }

  /** Conversions in which enums have the integer types that a place sees. */
  Conversions conversions(Context context) {
    return new Conversions(type -> enums.underlying(type, context));
  }
}

package dev.galley.kernelc.symbols;

/** An index that was found or made; {@link TreeSymbols} and {@link TreeScan} use it. */
public final class TreeIndex {

  private final SymbolIndex names;
  private final int read;

  TreeIndex(SymbolIndex names, int read) {
    this.names = names;
    this.read = read;
  }

  SymbolIndex names() {
    return names;
  }

  /** How many files it covers. */
  public int files() {
    return names.files();
  }

  /** Its size in octets. */
  public int octets() {
    return names.octets();
  }

  /** How many files had to be read to make it; 0 for one that was found. */
  public int read() {
    return read;
  }
}

package dev.galley.check.kernel;

/**
 * A Kconfig symbol that an added line defines or asks for.
 *
 * @param symbol without {@code CONFIG_}
 * @param path the file
 * @param line in the file after the patch, counted from 1
 * @param how in words, to be followed by the symbol's name
 * @param text the line
 */
record SymbolUse(String symbol, String path, int line, String how, String text) {}

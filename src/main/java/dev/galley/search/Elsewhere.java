package dev.galley.search;

/**
 * A place that has the pattern's main word and is certainly no site.
 *
 * @param path in the tree
 * @param line counted from 1
 * @param what it is: the type whose member it is, {@code local variables}, {@code in #if 0}
 */
public record Elsewhere(String path, int line, String what) {}

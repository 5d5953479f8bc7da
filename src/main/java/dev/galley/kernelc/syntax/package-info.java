/**
 * The syntax tree of kernel C as it is written: immutable, every node with its octets in the file.
 *
 * <p>What a position rule guessed stays visible: {@link dev.galley.kernelc.syntax.Guess}.
 */
@NullMarked
package dev.galley.kernelc.syntax;

import org.jspecify.annotations.NullMarked;

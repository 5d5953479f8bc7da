/** The ANTLR side of reading C: token streams, parsers, and trees from parse contexts. */
@NullMarked
package dev.galley.kernelc.internal;

import org.jspecify.annotations.NullMarked;

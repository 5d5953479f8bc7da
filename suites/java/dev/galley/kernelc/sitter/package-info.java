/** Our trees of kernel C beside those of tree-sitter, an independent parser. */
@NullMarked
package dev.galley.kernelc.sitter;

import org.jspecify.annotations.NullMarked;

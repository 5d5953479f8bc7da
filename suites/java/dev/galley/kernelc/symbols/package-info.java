/** Tests of what names mean in a tree. */
@NullMarked
package dev.galley.kernelc.symbols;

import org.jspecify.annotations.NullMarked;

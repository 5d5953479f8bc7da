/**
 * Types of expressions, as a compiler for a 64-bit Linux (LP64) gives them, without running the
 * preprocessor.
 */
@NullMarked
package dev.galley.kernelc.types;

import org.jspecify.annotations.NullMarked;

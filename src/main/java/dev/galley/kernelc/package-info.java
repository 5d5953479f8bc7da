/**
 * Kernel C as written, before the preprocessor: files, their external declarations, and the trees
 * of those in question.
 */
@NullMarked
package dev.galley.kernelc;

import org.jspecify.annotations.NullMarked;

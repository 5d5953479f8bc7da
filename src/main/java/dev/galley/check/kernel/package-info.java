/** Checks of kernel conventions that need no understanding of C. */
@NullMarked
package dev.galley.check.kernel;

import org.jspecify.annotations.NullMarked;

/** Checks of diffs: whether they are whole, say what they do, and can be applied. */
@NullMarked
package dev.galley.check.patch;

import org.jspecify.annotations.NullMarked;

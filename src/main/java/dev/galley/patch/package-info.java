/** Unified diffs as people and git write them, read without loss. */
@NullMarked
package dev.galley.patch;

import org.jspecify.annotations.NullMarked;

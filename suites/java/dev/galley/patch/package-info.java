/** Suites for diffs. */
@NullMarked
package dev.galley.patch;

import org.jspecify.annotations.NullMarked;

/** Suites over all checks: their fixtures, their pages, their tidiness. */
@NullMarked
package dev.galley.check;

import org.jspecify.annotations.NullMarked;

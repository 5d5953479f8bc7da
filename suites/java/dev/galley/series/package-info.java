/** Suites of the assembly of series. */
@NullMarked
package dev.galley.series;

import org.jspecify.annotations.NullMarked;

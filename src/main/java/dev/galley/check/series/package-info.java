/** Checks of the form of a series: counters, threads, and what the cover letter says of it. */
@NullMarked
package dev.galley.check.series;

import org.jspecify.annotations.NullMarked;

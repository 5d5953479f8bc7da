/** Series: revisions, slots, cover letters, trailers, threads. */
@NullMarked
package dev.galley.series;

import org.jspecify.annotations.NullMarked;

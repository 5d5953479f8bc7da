/** Measurements; not part of the program. */
@NullMarked
package dev.galley.bench;

import org.jspecify.annotations.NullMarked;

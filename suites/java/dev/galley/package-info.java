/** Suites over the whole program. */
@NullMarked
package dev.galley;

import org.jspecify.annotations.NullMarked;

/** Conversion series with one mistake put into them, and what the checks say of it. */
@NullMarked
package dev.galley.mutants;

import org.jspecify.annotations.NullMarked;

/** Conversion series, and the parts that understand them. */
@NullMarked
package dev.galley.convert;

import org.jspecify.annotations.NullMarked;

/** Tests of the checks of conversions. */
@NullMarked
package dev.galley.check.convert;

import org.jspecify.annotations.NullMarked;

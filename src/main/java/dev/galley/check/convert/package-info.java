/** Checks of conversions: what a series rewrites into what, and where it does not. */
@NullMarked
package dev.galley.check.convert;

import org.jspecify.annotations.NullMarked;

/**
 * Conversions: what a series rewrites into what.
 *
 * <p>{@link dev.galley.convert.SeriesCode} has the C of every patch on both sides, {@link
 * dev.galley.convert.Edit} the parts that changed, {@link dev.galley.convert.Rule} what a helper
 * stands for, and {@link dev.galley.convert.Explanation} says of an edit which rule explains it, or
 * which mistake.
 */
@NullMarked
package dev.galley.convert;

import org.jspecify.annotations.NullMarked;

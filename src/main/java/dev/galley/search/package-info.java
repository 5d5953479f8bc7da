/**
 * Typed search: expressions of a shape, with variables of a type, in all the C of a tree.
 *
 * <p>What cannot be typed or parsed is counted and can be listed; it is neither a site nor silence.
 */
@NullMarked
package dev.galley.search;

import org.jspecify.annotations.NullMarked;

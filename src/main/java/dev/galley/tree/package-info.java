/** Base trees, and a series applied to them patch by patch, in memory. */
@NullMarked
package dev.galley.tree;

import org.jspecify.annotations.NullMarked;

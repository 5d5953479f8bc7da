/** Bases and the application of patches, beside git's own. */
@NullMarked
package dev.galley.tree;

import org.jspecify.annotations.NullMarked;

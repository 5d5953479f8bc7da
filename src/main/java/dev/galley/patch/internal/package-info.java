/** How unified diffs are read: the only place in this package's world that knows ANTLR. */
@NullMarked
package dev.galley.patch.internal;

import org.jspecify.annotations.NullMarked;

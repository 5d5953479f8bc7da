/** Bytes and positions: what every reader reports its places in. */
@NullMarked
package dev.galley.text;

import org.jspecify.annotations.NullMarked;

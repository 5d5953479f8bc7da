/** Reads rule files by their grammar; ANTLR stays in here. */
@NullMarked
package dev.galley.convert.internal;

import org.jspecify.annotations.NullMarked;

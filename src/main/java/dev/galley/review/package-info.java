/** One run: series, base and profile make a result. */
@NullMarked
package dev.galley.review;

import org.jspecify.annotations.NullMarked;

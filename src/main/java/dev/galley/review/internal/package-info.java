/** Reading of profiles: the only place that knows the TOML library. */
@NullMarked
package dev.galley.review.internal;

import org.jspecify.annotations.NullMarked;

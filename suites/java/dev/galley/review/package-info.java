/** Suites for runs, profiles, suppressions and judgement. */
@NullMarked
package dev.galley.review;

import org.jspecify.annotations.NullMarked;

/** The main job in Maven: the review of one series, as tests. */
@NullMarked
package dev.galley.suites;

import org.jspecify.annotations.NullMarked;

/** Cases of the checks of series that are easier to list than to mail. */
@NullMarked
package dev.galley.check.series;

import org.jspecify.annotations.NullMarked;

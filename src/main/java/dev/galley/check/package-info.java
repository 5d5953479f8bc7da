/** The interface of a check, and what a check may ask. */
@NullMarked
package dev.galley.check;

import org.jspecify.annotations.NullMarked;

/** Tests of the typed search. */
@NullMarked
package dev.galley.search;

import org.jspecify.annotations.NullMarked;

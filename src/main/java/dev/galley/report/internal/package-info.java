/** The JSON library behind the wall. */
@NullMarked
package dev.galley.report.internal;

import org.jspecify.annotations.NullMarked;

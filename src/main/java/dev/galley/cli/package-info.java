/** The commands. */
@NullMarked
package dev.galley.cli;

import org.jspecify.annotations.NullMarked;

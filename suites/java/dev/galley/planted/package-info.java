/** Small houses that break each rule of the house once: what {@code ArchitectureTest} must find. */
@NullMarked
package dev.galley.planted;

import org.jspecify.annotations.NullMarked;

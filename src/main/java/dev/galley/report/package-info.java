/** Renders a review result: text, JSON. */
@NullMarked
package dev.galley.report;

import org.jspecify.annotations.NullMarked;

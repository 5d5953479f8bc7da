/** Checks of messages: people, trailers, subjects, prose. */
@NullMarked
package dev.galley.check.mail;

import org.jspecify.annotations.NullMarked;

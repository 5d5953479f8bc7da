/** Mails against git and against themselves. */
@NullMarked
package dev.galley.mail;

import org.jspecify.annotations.NullMarked;

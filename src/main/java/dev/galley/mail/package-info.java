/** Mails: mbox framing, header fields, MIME, and what git mailinfo makes of them. */
@NullMarked
package dev.galley.mail;

import org.jspecify.annotations.NullMarked;

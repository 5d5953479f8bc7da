/** How mails are read: tokens, transfer encodings, charsets, and the rules of git's mailinfo. */
@NullMarked
package dev.galley.mail.internal;

import org.jspecify.annotations.NullMarked;

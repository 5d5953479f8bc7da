/** Tests of the checks of messages. */
@NullMarked
package dev.galley.check.mail;

import org.jspecify.annotations.NullMarked;

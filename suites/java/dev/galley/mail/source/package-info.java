/** Tests of intake: framing, recognition, repositories, bad input. */
@NullMarked
package dev.galley.mail.source;

import org.jspecify.annotations.NullMarked;

/**
 * The parts of intake that need ANTLR or JGit. Not for use outside {@code dev.galley.mail.source}.
 */
@NullMarked
package dev.galley.mail.source.internal;

import org.jspecify.annotations.NullMarked;

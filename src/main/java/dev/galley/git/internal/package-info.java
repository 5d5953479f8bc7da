/** JGit's own interfaces to the machine. */
@NullMarked
package dev.galley.git.internal;

import org.jspecify.annotations.NullMarked;

/** Bases in git repositories and folders; the only place of the tree package that knows JGit. */
@NullMarked
package dev.galley.tree.internal;

import org.jspecify.annotations.NullMarked;

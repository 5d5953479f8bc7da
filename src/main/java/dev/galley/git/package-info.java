/** What everybody who reads git repositories needs: JGit kept to the repository itself. */
@NullMarked
package dev.galley.git;

import org.jspecify.annotations.NullMarked;

/** Small hand-made mails and series for tests. */
@NullMarked
package dev.galley.testkit;

import org.jspecify.annotations.NullMarked;

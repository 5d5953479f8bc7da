/** What names mean in a tree: where each is defined or mentioned, found by an index or a scan. */
@NullMarked
package dev.galley.kernelc.symbols;

import org.jspecify.annotations.NullMarked;

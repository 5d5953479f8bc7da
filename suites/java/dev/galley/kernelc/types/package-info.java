/** Tests of the types of expressions. */
@NullMarked
package dev.galley.kernelc.types;

import org.jspecify.annotations.NullMarked;

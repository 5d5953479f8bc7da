/**
 * Kernel C as a row of tokens before the preprocessor: the lossless lexer, preprocessor lines and
 * their groups, external declarations, and the roles that identifiers play by their position.
 */
@NullMarked
package dev.galley.kernelc.lex;

import org.jspecify.annotations.NullMarked;

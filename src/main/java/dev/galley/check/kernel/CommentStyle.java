package dev.galley.check.kernel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a kind of file writes its licence identifier (license-rules.rst, section "Style"). */
enum CommentStyle {
  /** C source, device trees, Rust. */
  SLASHES("//"),
  /** C headers and assembler, which other tools than the compiler read. */
  BLOCK("/*"),
  /** Scripts, makefiles, Kconfig, YAML. */
  HASH("#"),
  /** reStructuredText. */
  DOTS("..");

  private static final List<String> SLASHES_NAMES = List.of(".c", ".dts", ".dtsi", ".dtso", ".rs");
  private static final List<String> BLOCK_NAMES = List.of(".h", ".S");
  private static final List<String> HASH_NAMES = List.of(".sh", ".py", ".pl", ".awk", ".yaml");

  private final String opening;

  CommentStyle(String opening) {
    this.opening = opening;
  }

  /** What its identifier line begins with. */
  String opening() {
    return opening;
  }

  /** The whole line. */
  String line(String expression) {
    return opening + " SPDX-License-Identifier: " + expression + (this == BLOCK ? " */" : "");
  }

  /**
   * The style of a file by its path; empty for kinds of files that need no identifier or whose way
   * of writing comments is not known.
   */
  static Optional<CommentStyle> of(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (endsWith(name, SLASHES_NAMES)) {
      return Optional.of(SLASHES);
    }
    if (endsWith(name, BLOCK_NAMES)) {
      return Optional.of(BLOCK);
    }
    if (name.endsWith(".rst")) {
      return Optional.of(DOTS);
    }
    boolean build =
        name.equals("Makefile")
            || name.equals("Kbuild")
            || name.equals("Kconfig")
            || name.startsWith("Kconfig.")
            || name.startsWith("Makefile.");
    return build || endsWith(name, HASH_NAMES) ? Optional.of(HASH) : Optional.empty();
  }

  private static boolean endsWith(String name, List<String> endings) {
    return endings.stream().anyMatch(ending -> name.endsWith(ending))
        && !name.toLowerCase(Locale.ROOT).endsWith(".lds.s");
  }
}

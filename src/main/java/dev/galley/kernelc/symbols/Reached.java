package dev.galley.kernelc.symbols;

import java.util.List;

/** The files that a file reaches by {@code #include}. */
interface Reached {

  boolean contains(String path);

  /** All of them, the file itself first, nearest first. */
  List<String> paths();
}

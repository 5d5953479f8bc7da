package dev.galley.tree;

import java.io.Closeable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The regular files of a tree, for who reads most of them: symbolic links and submodules are left
 * out.
 *
 * <p>Safe for several threads, each with a {@link Reader} of its own.
 */
public interface TreeFiles {

  /**
   * The files whose paths are wanted, by the octets of their paths.
   *
   * @throws RuntimeException if a directory of the tree cannot be read
   */
  List<File> list(Predicate<String> wanted);

  /** A reader for one thread. */
  Reader open();

  /** A file as the list has it. */
  interface File {

    String path();

    /** Its blob id where the tree knows it without reading the file. */
    Optional<String> id();
  }

  /** Reads one file after another. */
  interface Reader extends Closeable {

    /**
     * Puts a file's octets into a buffer.
     *
     * @param file of the list of the same tree
     * @return why it cannot be read; empty when the buffer has it
     */
    Optional<String> read(File file, FileBuffer buffer);

    /**
     * Makes sure that what {@link #read} gave is what the tree's id of the file stands for, and
     * puts the right octets into the buffer where it is not.
     *
     * @return why it cannot be read; empty when the buffer has it
     */
    Optional<String> confirm(File file, FileBuffer buffer);

    @Override
    void close();
  }
}

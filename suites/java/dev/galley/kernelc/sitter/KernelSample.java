package dev.galley.kernelc.sitter;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.External;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Functions of a kernel tree, drawn by a seed: the same tree and seed give the same ones. */
public final class KernelSample {

  private static final int ONE_OF = 4;
  private static final long LARGEST_FILE = 1 << 20;

  private KernelSample() {}

  /** Takes functions; called in the order drawn. */
  public interface Sink {
    /** Whether more are wanted. */
    boolean take(CFile file, External function);
  }

  /** Hands over one of four functions of file after file, until the sink has enough. */
  public static void draw(Path tree, long seed, Sink sink) throws IOException {
    List<Path> files = files(tree);
    Random random = new Random(seed);
    Collections.shuffle(files, random);
    for (Path path : files) {
      CFile file = CFile.of(tree.relativize(path).toString(), Bytes.wrap(Files.readAllBytes(path)));
      for (External external : file.outline().externals()) {
        if (external.what() == External.What.FUNCTION
            && random.nextInt(ONE_OF) == 0
            && !sink.take(file, external)) {
          return;
        }
      }
    }
  }

  /**
   * Every file of C, sorted; without generated lists of registers, and gcc's plugins, which are
   * C++.
   */
  private static List<Path> files(Path tree) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        String name = path.toString();
        if ((name.endsWith(".c") || name.endsWith(".h"))
            && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && !name.contains("/scripts/gcc-plugins/")
            && Files.size(path) <= LARGEST_FILE) {
          found.add(path);
        }
      }
    }
    Collections.sort(found);
    if (found.isEmpty()) {
      throw new IllegalStateException("no file of C below " + tree);
    }
    return found;
  }
}

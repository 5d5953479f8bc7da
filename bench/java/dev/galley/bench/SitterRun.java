package dev.galley.bench;

import dev.galley.kernelc.sitter.Agreement;
import dev.galley.kernelc.sitter.KernelSample;
import dev.galley.kernelc.sitter.SitterTree;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Compares our reading of functions of a kernel tree with tree-sitter's: {@code SitterRun TREE
 * FUNCTIONS [SEED]}. Prints a table and every difference.
 */
public final class SitterRun {

  private SitterRun() {}

  /** Prints the table and the differences. */
  public static void main(String[] arguments) throws IOException {
    int wanted = Integer.parseInt(arguments[1]);
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    Agreement agreement =
        new Agreement(
            SitterTree.load("target/tree-sitter")
                .orElseThrow(() -> new IllegalStateException("tree-sitter does not load here")));
    KernelSample.draw(
        Path.of(arguments[0]),
        seed,
        (file, function) -> {
          agreement.add(file, function);
          return agreement.drawn() < wanted;
        });
    System.out.print(agreement.table());
    agreement.unread().forEach(line -> System.out.println("unread " + line));
    agreement.unexplained().forEach(System.out::println);
    agreement
        .explained()
        .forEach((error, all) -> all.forEach(one -> System.out.println(error + ": " + one)));
  }
}

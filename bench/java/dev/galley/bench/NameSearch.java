package dev.galley.bench;

import dev.galley.kernelc.symbols.IndexFolder;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.TreeIndex;
import dev.galley.kernelc.symbols.TreeScan;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** Times of a scan, of making an index, and of asking it: {@code TREE WORD INDEX_FOLDER}. */
public final class NameSearch {

  private NameSearch() {}

  /** Runs each once, in this order; the folder should be empty. */
  public static void main(String[] arguments) throws IOException {
    String word = arguments[1];
    long start = System.nanoTime();
    try (BaseTree tree = Bases.open(BaseSpec.parse(arguments[0]))) {
      say("open", start);
      start = System.nanoTime();
      int[] found = new int[1];
      TreeScan scan = TreeScan.of(tree);
      say("list", start);
      TreeScan.Summary summary = scan.scan(Set.of(word), TreeScan.Needs.ANY, match -> found[0]++);
      say("list and scan", start);
      System.out.println(found[0] + " of " + summary.files() + ", " + summary.octets() + " octets");
      start = System.nanoTime();
      TreeIndex index =
          IndexFolder.at(Path.of(arguments[2])).findOrBuild(tree).index().orElseThrow();
      say("index", start);
      System.out.println(index.octets() + " octets, files read: " + index.read());
      TreeSymbols symbols = TreeSymbols.of(tree, index);
      start = System.nanoTime();
      System.out.println(symbols.mentions(word).size() + " candidates");
      say("mentions", start);
      start = System.nanoTime();
      symbols.find(SymbolKind.RECORD, "pci_dev", "drivers/pci/iov.c");
      say("struct pci_dev", start);
    }
  }

  private static void say(String what, long start) {
    System.out.println(what + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
  }
}

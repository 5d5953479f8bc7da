package dev.galley.kernelc.types;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.IndexFolder;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.testkit.CorpusFiles;
import dev.galley.text.Span;
import dev.galley.tree.BaseSpec;
import dev.galley.tree.BaseTree;
import dev.galley.tree.Bases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Types over the kernel tree that a machine may have, by its index. */
final class KernelTypes implements AutoCloseable {

  private final BaseTree tree;
  private final TreeSymbols symbols;
  private final Types types;
  private final IdentityHashMap<Reading, UnitTypes> units = new IdentityHashMap<>();

  /** Opens the tree; skips the test where there is none. */
  KernelTypes() throws IOException {
    tree = Bases.open(new BaseSpec(CorpusFiles.kernel(), ""));
    symbols =
        IndexFolder.ofUser()
            .findOrBuild(tree)
            .index()
            .map(index -> TreeSymbols.of(tree, index))
            .orElseGet(() -> TreeSymbols.of(tree));
    types = new Types(symbols);
  }

  BaseTree tree() {
    return tree;
  }

  Types types() {
    return types;
  }

  CFile file(String path) {
    return symbols.file(path).orElseThrow();
  }

  UnitTypes in(CFile file, External external, Reading.Tree reading) {
    return units.computeIfAbsent(reading, key -> types.in(file, external, reading.unit()));
  }

  /** The type of the expression that has just these octets; empty where none has. */
  Optional<Typed> typeOf(CFile file, Span span) {
    Optional<External> external = file.outline().at(span.start());
    if (external.isEmpty()) {
      return Optional.empty();
    }
    for (Reading reading : file.readings(external.get())) {
      if (reading instanceof Reading.Tree unit) {
        List<Expr> found = new ArrayList<>();
        unit.unit()
            .walk(
                node -> {
                  if (node instanceof Expr each && each.span().equals(span)) {
                    found.add(each);
                  }
                });
        if (!found.isEmpty()) {
          return Optional.of(in(file, external.get(), unit).typeOf(found.get(0)));
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    tree.close();
  }
}

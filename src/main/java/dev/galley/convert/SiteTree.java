package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.util.IdentityHashMap;
import java.util.Optional;

/** The tree around sites of one external declaration or macro body. For one thread. */
final class SiteTree {

  private final CFile file;
  private final External external;
  private final Unit root;
  private final IdentityHashMap<CNode, CNode> parents = new IdentityHashMap<>();

  private SiteTree(CFile file, External external, Unit root) {
    this.file = file;
    this.external = external;
    this.root = root;
    root.walk(node -> node.children(child -> parents.put(child, node)));
  }

  /** The first reading of what stands at some octets that has an expression exactly there. */
  static Optional<SiteTree> around(CFile file, Span span) {
    for (External external : file.outline().externals()) {
      if (external.span().start() <= span.start() && span.end() <= external.span().end()) {
        for (Reading reading : file.readings(external)) {
          if (reading instanceof Reading.Tree tree) {
            SiteTree around = new SiteTree(file, external, tree.unit());
            if (around.at(span).isPresent()) {
              return Optional.of(around);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The tree of one reading. */
  static SiteTree of(CFile file, External external, Unit root) {
    return new SiteTree(file, external, root);
  }

  /** The outermost expression with these octets. */
  Optional<Expr> at(Span span) {
    CNode at = root;
    while (true) {
      if (at instanceof Expr expr && at.span().equals(span)) {
        return Optional.of(expr);
      }
      Optional<CNode> inner = Optional.empty();
      for (CNode child : at.children()) {
        if (child.span().start() <= span.start() && span.end() <= child.span().end()) {
          inner = Optional.of(child);
          break;
        }
      }
      if (inner.isEmpty()) {
        return Optional.empty();
      }
      at = inner.get();
    }
  }

  CFile file() {
    return file;
  }

  External external() {
    return external;
  }

  Unit root() {
    return root;
  }

  Optional<CNode> parent(CNode node) {
    return Optional.ofNullable(parents.get(node));
  }

  /** A node as written, on one line. */
  String text(CNode node) {
    return file.bytes().slice(node.span()).utf8().replaceAll("\\s+", " ");
  }
}

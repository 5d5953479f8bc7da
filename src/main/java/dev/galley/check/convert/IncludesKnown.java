package dev.galley.check.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.External;
import dev.galley.tree.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether the headers that a file names are in the tree, where the compiler looks for them. */
final class IncludesKnown {

  private IncludesKnown() {}

  /** All but the generated ones, which declare no helpers. */
  static boolean all(Tree tree, CFile file) {
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.INCLUDE) {
        Optional<Directives.Include> include =
            Directives.include(file.outline().tokens(), external.firstToken());
        if (include.isEmpty() || !isThere(tree, file.path(), include.get())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isThere(Tree tree, String from, Directives.Include include) {
    String target = include.target();
    if (include.form() == Directives.Include.Form.MACRO || target.isBlank()) {
      return false;
    }
    String beside = Path.of("/" + from).resolveSibling(target).normalize().toString().substring(1);
    String arch = from.startsWith("arch/") ? from.split("/", 3)[1] : "x86";
    return target.startsWith("generated/")
        || target.startsWith("asm/")
        || List.of(
                beside,
                "include/" + target,
                "include/uapi/" + target,
                "arch/" + arch + "/include/" + target,
                "arch/" + arch + "/include/uapi/" + target)
            .stream()
            .anyMatch(path -> tree.entry(path).isPresent());
  }
}

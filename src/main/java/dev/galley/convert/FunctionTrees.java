package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Functions of a tree by name, and their callers. Without an index only a few looks through the
 * tree are taken; then nothing more is found.
 */
final class FunctionTrees {

  /** A look through a kernel takes about a second. */
  private static final int LOOKS = 2;

  /** A name in more files is a function that all use. */
  private static final int MOST_FILES = 40;

  private final TreeSymbols symbols;
  private final Set<String> known = new HashSet<>();
  private int looks;

  FunctionTrees(TreeSymbols symbols) {
    this.symbols = symbols;
  }

  /** A call, and the function around it. */
  record Caller(SiteTree tree, Expr.Call call) {
    String name() {
      return tree.external().name();
    }

    String path() {
      return tree.file().path();
    }
  }

  TreeSymbols symbols() {
    return symbols;
  }

  /** Looks for names together; those for which there is no look left are not known. */
  void prepare(Collection<String> names) {
    prepare(names, LOOKS);
  }

  private void prepare(Collection<String> names, int most) {
    Set<String> more = new TreeSet<>(names);
    more.removeAll(known);
    if (more.isEmpty() || (!symbols.isIndexed() && looks >= most)) {
      return;
    }
    looks++;
    symbols.prepare(more);
    known.addAll(more);
  }

  /** The definitions of a function that a call in a file can mean. */
  List<SiteTree> definitions(String name, CFile from) {
    List<SiteTree> here = in(from, name);
    if (!here.isEmpty() || !known.contains(name)) {
      return here;
    }
    List<SiteTree> found = new ArrayList<>();
    List<String> paths = symbols.definers(SymbolKind.FUNCTION, name);
    for (String path : paths.size() > MOST_FILES ? List.<String>of() : paths) {
      symbols.file(path, Set.of(name)).ifPresent(file -> found.addAll(in(file, name)));
    }
    return found;
  }

  /** The functions of a file with a name. */
  static List<SiteTree> in(CFile file, String name) {
    List<SiteTree> found = new ArrayList<>();
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.FUNCTION && external.name().equals(name)) {
        for (Reading reading : file.readings(external)) {
          if (reading instanceof Reading.Tree tree) {
            found.add(SiteTree.of(file, external, tree.unit()));
            break;
          }
        }
      }
    }
    return found;
  }

  /** The calls of a function; of a static one those in its file. */
  List<Caller> callers(SiteTree function) {
    String name = function.external().name();
    Set<String> paths = new TreeSet<>(Set.of(function.file().path()));
    if (!isStatic(function.root())) {
      // One look is kept for what the callers call.
      prepare(Set.of(name), LOOKS - 1);
      if (known.contains(name)) {
        List<String> all = symbols.mentions(name);
        paths.addAll(all.size() > MOST_FILES ? List.of() : all);
      }
    }
    List<Caller> callers = new ArrayList<>();
    for (String path : paths) {
      symbols.file(path, Set.of(name)).ifPresent(file -> callsIn(file, name, callers));
    }
    return callers;
  }

  private static void callsIn(CFile file, String function, List<Caller> callers) {
    for (External external : file.outline().externals()) {
      if (external.what() != External.What.FUNCTION
          || external.name().equals(function)
          || file.bytes().slice(external.span()).indexOf(function, 0) < 0) {
        continue;
      }
      for (Reading reading : file.readings(external)) {
        if (reading instanceof Reading.Tree tree) {
          SiteTree around = SiteTree.of(file, external, tree.unit());
          for (Expr.Call call : Following.all(tree.unit(), Expr.Call.class)) {
            if (call.name().filter(function::equals).isPresent()) {
              callers.add(new Caller(around, call));
            }
          }
        }
      }
    }
  }

  /** The functions of a file that an initialiser puts into a member. */
  static List<SiteTree> assigned(CFile file, String member) {
    Set<String> names = new TreeSet<>();
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.DECLARATION
          && file.bytes().slice(external.span()).indexOf(member, 0) >= 0) {
        for (Reading reading : file.readings(external)) {
          if (reading instanceof Reading.Tree tree) {
            Following.all(tree.unit(), Expr.Designated.class).stream()
                .filter(one -> names(one, member))
                .filter(one -> one.value() instanceof Expr.Ident)
                .forEach(one -> names.add(((Expr.Ident) one.value()).name()));
          }
        }
      }
    }
    List<SiteTree> found = new ArrayList<>();
    names.forEach(name -> found.addAll(in(file, name)));
    return found;
  }

  private static boolean names(Expr.Designated designated, String member) {
    return designated.designators().stream()
        .anyMatch(step -> step.member().filter(name -> name.text().equals(member)).isPresent());
  }

  static boolean isStatic(CNode root) {
    return definition(root)
        .flatMap(Decl.FunctionDefinition::specifiers)
        .filter(words -> words.storage().contains("static"))
        .isPresent();
  }

  /** The names of a function's parameters, in order; empty where one has none. */
  static List<String> parameters(CNode root) {
    List<String> names = new ArrayList<>();
    definition(root)
        .ifPresent(
            function ->
                function
                    .declarator()
                    .walk(
                        node -> {
                          if (node instanceof Decl.Parameter parameter) {
                            names.add(
                                parameter.declarator().name().map(name -> name.text()).orElse(""));
                          }
                        }));
    return names;
  }

  private static Optional<Decl.FunctionDefinition> definition(CNode root) {
    return root.children().stream()
        .filter(Decl.FunctionDefinition.class::isInstance)
        .map(Decl.FunctionDefinition.class::cast)
        .findFirst();
  }
}

package dev.galley.testkit;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.Symbols;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Bytes;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of a few files that a test holds: no index, no cache, everything is parsed that has the
 * word. Its order is that of the paths.
 */
public final class MemorySymbols implements Symbols {

  private final Map<String, Bytes> texts;
  private final Map<String, Set<String>> filesByWord = new HashMap<>();
  private final Map<String, CFile> files = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> reached = new ConcurrentHashMap<>();
  private final Map<String, List<String>> includes = new ConcurrentHashMap<>();

  /** Over files by path. */
  public MemorySymbols(Map<String, Bytes> texts) {
    this.texts = new TreeMap<>(texts);
    this.texts.forEach(this::words);
  }

  /** Over texts: path, text, path, text … */
  public static MemorySymbols of(String... pathsAndTexts) {
    Map<String, Bytes> texts = new LinkedHashMap<>();
    for (int i = 0; i + 1 < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], Bytes.utf8(pathsAndTexts[i + 1]));
    }
    return new MemorySymbols(texts);
  }

  public Collection<String> paths() {
    return texts.keySet();
  }

  private void words(String path, Bytes bytes) {
    String text = bytes.latin1();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean word = c == '_' || (c < 128 && Character.isLetterOrDigit(c));
      if (word && start < 0) {
        start = i;
      } else if (!word && start >= 0) {
        filesByWord.computeIfAbsent(text.substring(start, i), key -> new HashSet<>()).add(path);
        start = -1;
      }
    }
  }

  @Override
  public Optional<CFile> file(String path) {
    Bytes text = texts.get(path);
    return text == null
        ? Optional.empty()
        : Optional.of(files.computeIfAbsent(path, key -> CFile.of(key, text)));
  }

  @Override
  public List<Symbol> find(SymbolKind kind, String name, String from) {
    List<Symbol> symbols = new ArrayList<>();
    for (String path : filesByWord.getOrDefault(name, Set.of()).stream().sorted().toList()) {
      CFile file = file(path).orElseThrow();
      for (External external : file.outline().externals()) {
        if (external.what() != External.What.DEFINE) {
          for (External inner : file.outline().definesInside(external)) {
            add(kind, name, file, inner, symbols);
          }
        }
        add(kind, name, file, external, symbols);
      }
    }
    return symbols;
  }

  private static void add(
      SymbolKind kind, String name, CFile file, External external, List<Symbol> symbols) {
    if (declares(kind, name, file, external)) {
      symbols.add(new Symbol(kind, name, file, external, conditions(file, external)));
    }
  }

  private static boolean declares(SymbolKind kind, String name, CFile file, External external) {
    if (external.what() == External.What.DEFINE || external.what() == External.What.INCLUDE) {
      return kind == SymbolKind.MACRO
          && external.what() == External.What.DEFINE
          && external.name().equals(name);
    }
    if (external.what() == External.What.FUNCTION) {
      return kind == SymbolKind.FUNCTION && external.name().equals(name);
    }
    String text = file.bytes().slice(external.span().start(), external.span().end()).latin1();
    if (kind == SymbolKind.MACRO || !text.contains(name)) {
      return false;
    }
    for (Reading reading : file.readings(external)) {
      if (reading instanceof Reading.Tree tree && declares(kind, name, tree.unit())) {
        return true;
      }
    }
    return false;
  }

  private static boolean declares(SymbolKind kind, String name, Unit unit) {
    List<CNode> found = new ArrayList<>();
    unit.walk(
        node -> {
          if (isIt(kind, name, node)) {
            found.add(node);
          }
        });
    if (unit instanceof Unit.Declarations declarations) {
      declarations.items().forEach(decl -> ordinary(kind, name, decl, found));
    }
    return !found.isEmpty();
  }

  private static boolean isIt(SymbolKind kind, String name, CNode node) {
    return switch (kind) {
      case RECORD ->
          node instanceof TypeSyntax.Aggregate aggregate
              && aggregate.members().isPresent()
              && isNamed(aggregate.tag(), name);
      case ENUM ->
          node instanceof TypeSyntax.Enumeration enumeration
              && enumeration.enumerators().isPresent()
              && isNamed(enumeration.tag(), name);
      case ENUMERATOR -> node instanceof Decl.Enumerator each && each.name().text().equals(name);
      default -> false;
    };
  }

  private static boolean isNamed(Optional<Name> word, String name) {
    return word.filter(each -> each.text().equals(name)).isPresent();
  }

  private static void ordinary(SymbolKind kind, String name, Decl decl, List<CNode> found) {
    if (decl instanceof Decl.Alternatives alternatives) {
      alternatives
          .branches()
          .forEach(branch -> branch.items().forEach(each -> ordinary(kind, name, each, found)));
    } else if (decl instanceof Decl.FunctionDefinition function
        && kind == SymbolKind.FUNCTION
        && isNamed(function.name(), name)) {
      found.add(decl);
    } else if (decl instanceof Decl.MacroDeclaration macro
        && kind == SymbolKind.VARIABLE
        && macro.macro().text().matches("(DEFINE|DECLARE|LIST_HEAD|STATIC).*")) {
      if (macro.arguments().stream().anyMatch(each -> isWord(each, name))) {
        found.add(decl);
      }
    } else if (decl instanceof Decl.Declaration declaration) {
      for (Decl.Declared each : declaration.declared()) {
        if (kind == kind(declaration, each) && isNamed(each.declarator().name(), name)) {
          found.add(decl);
        }
        if (kind == SymbolKind.VARIABLE
            && each.declarator().macro().isPresent()
            && each.declarator().macro().get().arguments().stream()
                .anyMatch(argument -> isWord(argument, name))) {
          found.add(decl);
        }
      }
    }
  }

  private static boolean isWord(CNode node, String name) {
    return node instanceof Expr.Ident ident && ident.name().equals(name);
  }

  private static SymbolKind kind(Decl.Declaration declaration, Decl.Declared declared) {
    if (declaration.specifiers().isTypedef()) {
      return SymbolKind.TYPEDEF;
    }
    List<TypeSyntax.Derivation> derivations = declared.declarator().derivations();
    return !derivations.isEmpty() && derivations.get(0) instanceof TypeSyntax.Function
        ? SymbolKind.FUNCTION
        : SymbolKind.VARIABLE;
  }

  private static List<Branch> conditions(CFile file, External external) {
    List<Branch> branches = file.outline().branchesAround(external.firstToken());
    return branches.stream().filter(branch -> !isGuard(file, branch)).toList();
  }

  private static boolean isGuard(CFile file, Branch branch) {
    return branch.opening().word().equals("ifndef")
        && branch.opening().token() == file.outline().groups().get(0).firstToken()
        && file.outline().externals().stream()
            .filter(each -> each.firstToken() >= branch.firstToken())
            .findFirst()
            .filter(
                each ->
                    each.what() == External.What.DEFINE
                        && each.name().equals(branch.opening().rest()))
            .isPresent();
  }

  @Override
  public boolean reaches(String from, String definer) {
    return reached.computeIfAbsent(from, this::closure).contains(definer);
  }

  private Set<String> closure(String from) {
    String arch = from.startsWith("arch/") ? from.split("/", 3)[1] : "x86";
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String path = open.pop();
      for (String target : includes.computeIfAbsent(path, this::targets)) {
        for (String each : resolve(path, target, arch)) {
          if (texts.containsKey(each) && seen.add(each)) {
            open.push(each);
          }
        }
      }
    }
    return seen;
  }

  private List<String> targets(String path) {
    List<String> targets = new ArrayList<>();
    CFile file = file(path).orElseThrow();
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.INCLUDE) {
        Directives.include(file.outline().tokens(), external.firstToken())
            .ifPresent(include -> targets.add(include.target()));
      }
    }
    return targets;
  }

  private static List<String> resolve(String path, String target, String arch) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    List<String> paths = new ArrayList<>();
    paths.add(Path.of(folder + target).normalize().toString());
    for (String root :
        List.of(
            "include/",
            "include/uapi/",
            "arch/" + arch + "/include/",
            "arch/" + arch + "/include/uapi/")) {
      paths.add(root + target);
    }
    if (target.startsWith("asm/")) {
      paths.add("include/asm-generic/" + target.substring("asm/".length()));
    }
    return paths;
  }
}

package dev.galley.kernelc.symbols;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.lex.Outline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that one file gives a meaning at file level. */
final class FileNames {

  /** A kind of name. */
  record Key(SymbolKind kind, String name) {}

  /** Where: the external declaration and the token of the name. */
  record Place(External external, int token) {}

  private final CFile file;
  private final Map<Key, List<Place>> places = new HashMap<>();

  private FileNames(CFile file) {
    this.file = file;
  }

  static FileNames of(CFile file) {
    FileNames names = new FileNames(file);
    Outline outline = file.outline();
    for (External external : outline.externals()) {
      new ExternalNames(outline.tokens(), external)
          .each((kind, name, token) -> names.add(kind, name, new Place(external, token)));
    }
    return names;
  }

  private void add(SymbolKind kind, String name, Place place) {
    places.computeIfAbsent(new Key(kind, name), key -> new ArrayList<>(1)).add(place);
  }

  CFile file() {
    return file;
  }

  /** Every place of a name, in order. */
  List<Symbol> find(SymbolKind kind, String name) {
    return places.getOrDefault(new Key(kind, name), List.of()).stream()
        .map(place -> new Symbol(kind, name, file, place.external(), conditions(place.token())))
        .toList();
  }

  private List<Branch> conditions(int token) {
    Outline outline = file.outline();
    Optional<Group> guard = guard(outline);
    return outline.branchesAround(token).stream()
        .filter(branch -> guard.isEmpty() || branch.opening().token() != guard.get().firstToken())
        .toList();
  }

  /**
   * The group around a whole header: {@code #ifndef X} and, as the next line, {@code #define X}.
   */
  private static Optional<Group> guard(Outline outline) {
    if (outline.groups().isEmpty() || outline.externals().isEmpty()) {
      return Optional.empty();
    }
    Group first = outline.groups().get(0);
    External next = outline.externals().get(0);
    CTokens tokens = outline.tokens();
    boolean isGuard =
        first.branches().size() == 1
            && next.what() == External.What.DEFINE
            && next.firstToken() > first.firstToken()
            && names(first.branches().get(0), next.name())
            && tokens.visibleUpTo(first.firstToken()) < 0
            && tokens.visibleFrom(Math.min(first.endToken() + 1, tokens.count())) == tokens.count();
    return isGuard ? Optional.of(first) : Optional.empty();
  }

  private static boolean names(Branch branch, String name) {
    String word = branch.opening().word();
    String rest = branch.opening().rest().replace(" ", "");
    return (word.equals("ifndef") && rest.equals(name))
        || (word.equals("if")
            && (rest.equals("!defined(" + name + ")") || rest.equals("!defined" + name)));
  }
}

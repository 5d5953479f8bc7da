package dev.galley.check.kernel;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.check.convert.ReviewCode;
import dev.galley.convert.CodeState;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Side;
import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Outline;
import dev.galley.kernelc.symbols.Symbol;
import dev.galley.kernelc.symbols.SymbolKind;
import dev.galley.kernelc.symbols.TreeSymbols;
import dev.galley.patch.FileChange;
import dev.galley.text.LineIndex;
import dev.galley.tree.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A call that a patch adds in a file that is built without the one that defines the function: a
 * kernel configured so does not link.
 */
@CheckInfo(
    id = "kernel/not-built",
    severity = Severity.WARNING,
    summary = "Call of a function whose file is not built whenever the caller's is",
    nature = CheckInfo.Nature.SUBSTANCE,
    needs = CheckInfo.Needs.BASE,
    source = "Documentation/process/coding-style.rst, 21; Documentation/kbuild/makefiles.rst")
public final class NotBuilt implements PatchCheck {

  @Override
  public void check(PatchSubject patch, Remarks out) {
    boolean looked = false;
    for (FileChange change : patch.patch().diff().files()) {
      if (!Sources.isBuilt(change.newPath()) || !change.newPath().endsWith(".c")) {
        continue;
      }
      Optional<ShownText> text = ShownText.wholeAfter(patch, change);
      Optional<CodeState> state = ReviewCode.of(patch.review()).after(patch.number());
      if (text.isEmpty() || state.isEmpty()) {
        out.skip(ShownText.whyNotWhole(patch, change));
        continue;
      }
      looked = true;
      Set<String> told = new HashSet<>();
      CFile file = CFile.of(change.newPath(), text.get().text());
      for (Call call : calls(file, text.get())) {
        if (told.add(call.name())) {
          judge(patch, state.get(), text.get(), file, call, out);
        }
      }
    }
    if (!looked) {
      out.notApplicable();
    }
  }

  private record Call(String name, int token, External inside) {}

  private static List<Call> calls(CFile file, ShownText text) {
    CTokens tokens = file.outline().tokens();
    return file.outline().externals().stream()
        .filter(external -> external.what() == External.What.FUNCTION && external.bodyToken() > 0)
        .filter(external -> text.isTouchedAt(external.span().start(), external.span().end()))
        .flatMap(
            external ->
                java.util.stream.IntStream.range(external.bodyToken(), external.endToken())
                    .filter(token -> tokens.is(token, Kind.ID))
                    .filter(token -> isCall(tokens, token, external.endToken()))
                    .filter(token -> text.isTouchedAt(tokens.start(token), tokens.end(token)))
                    .mapToObj(token -> new Call(tokens.text(token), token, external)))
        .toList();
  }

  private static boolean isCall(CTokens tokens, int token, int end) {
    int next = tokens.visibleFrom(token + 1);
    int before = tokens.visibleUpTo(token - 1);
    return next < end
        && tokens.is(next, Kind.LPAREN)
        && !(before >= 0 && (tokens.is(before, Kind.ARROW) || tokens.is(before, Kind.DOT)));
  }

  private static void judge(
      PatchSubject patch, CodeState state, ShownText text, CFile file, Call call, Remarks out) {
    TreeSymbols symbols = state.symbols();
    Tree tree = state.tree();
    List<Body> bodies = bodies(symbols, call.name());
    if (bodies.size() != 1
        || bodies.get(0).external().what() == External.What.DEFINE
        || Prototypes.isInline(bodies.get(0).file(), bodies.get(0).external())
        || !Sources.isBuilt(bodies.get(0).file().path())
        || bodies.get(0).file().path().equals(file.path())) {
      return;
    }
    String definer = bodies.get(0).file().path();
    Optional<Set<String>> wanted = BuiltUnder.of(tree, definer);
    Optional<Set<String>> given = BuiltUnder.withFolders(tree, file.path());
    if (wanted.isEmpty()
        || given.isEmpty()
        || !isDeclaredPlainly(symbols, call.name(), file.path())) {
      return;
    }
    for (String symbol : wanted.get()) {
      boolean implied =
          given.get().contains(symbol)
              || given.get().stream()
                  .anyMatch(own -> BuiltUnder.implies(tree, folder(file.path()), own, symbol));
      if (!implied && !isGuarded(file, call, symbol)) {
        CTokens tokens = file.outline().tokens();
        int at = tokens.start(call.token());
        out.add(
            Remark.at(
                    Place.line(patch.number(), file.path(), Side.NEW, text.line(at))
                        .inFunction(call.inside().name()),
                    call.name()
                        + "() is built only with CONFIG_"
                        + symbol
                        + ", which nothing here asks for")
                .excerpt(text.excerpt(at))
                .fact("defined in", definer + ":" + bodies.get(0).line())
                .fact(
                    "caller is built with",
                    given.get().isEmpty()
                        ? "its folder"
                        : "CONFIG_" + String.join(", CONFIG_", given.get())));
      }
    }
  }

  /** A definition of a function or macro. */
  private record Body(CFile file, External external) {

    int line() {
      return LineIndex.of(file.bytes()).lineAt(external.span().start());
    }
  }

  private static List<Body> bodies(TreeSymbols symbols, String name) {
    return Stream.of(SymbolKind.FUNCTION, SymbolKind.MACRO)
        .flatMap(kind -> symbols.everywhere(kind, name).stream())
        .map(symbol -> symbol.file().path())
        .filter(ShownText::isC)
        .filter(path -> !path.startsWith("tools/"))
        .distinct()
        .flatMap(path -> symbols.file(path).stream())
        .flatMap(
            file -> Prototypes.named(file, name).stream().map(external -> new Body(file, external)))
        .toList();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Whether every declaration that the caller sees stands there whatever is configured. */
  private static boolean isDeclaredPlainly(TreeSymbols symbols, String name, String from) {
    List<Symbol> seen =
        symbols.find(SymbolKind.FUNCTION, name, from).stream()
            .filter(symbol -> symbol.external().what() != External.What.FUNCTION)
            .filter(symbol -> symbols.reaches(from, symbol.file().path()))
            .toList();
    return !seen.isEmpty() && seen.stream().allMatch(symbol -> symbol.conditions().isEmpty());
  }

  /** Whether the symbol is asked for around the call, or anywhere in the function. */
  private static boolean isGuarded(CFile file, Call call, String symbol) {
    Outline outline = file.outline();
    String word = "CONFIG_" + symbol;
    return outline.branchesAround(call.token()).stream()
            .map(Branch::text)
            .anyMatch(line -> KconfigText.containsWord(line, word))
        || KconfigText.containsWord(file.bytes().slice(call.inside().span()).latin1(), word);
  }
}

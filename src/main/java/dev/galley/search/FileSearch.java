package dev.galley.search;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.MacroDefinition;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Searches one file and accounts for every place where the pattern's main word stands: a site,
 * something else, or not known.
 */
final class FileSearch {

  private static final String DEAD = "in #if 0";

  private final Pattern pattern;
  private final TypeSources types;
  private final CFile file;
  private final LinePlaces places;
  private final Optional<Shape> shape;
  private final String anchor;
  private final Map<Span, Site> sites = new TreeMap<>(BY_PLACE);
  private final Map<Span, Doubt> doubts = new TreeMap<>(BY_PLACE);
  private final Map<Span, String> others = new TreeMap<>(BY_PLACE);

  private static final java.util.Comparator<Span> BY_PLACE =
      java.util.Comparator.comparingInt(Span::start).thenComparingInt(Span::end);

  /**
   * A search.
   *
   * @param shape what is laid over instead of the pattern's expression, which is its own then
   */
  FileSearch(Pattern pattern, Optional<Shape> shape, TypeSources types, CFile file) {
    this.pattern = pattern;
    this.shape = shape;
    this.types = types;
    this.file = file;
    this.places = new LinePlaces(file);
    this.anchor = shape.map(Shape::anchor).orElseGet(pattern::anchor);
  }

  /** What one file holds, in order of place. */
  record Found(List<Site> sites, List<Doubt> doubts, List<Elsewhere> others) {}

  Found run() {
    CTokens tokens = file.outline().tokens();
    for (External external : file.outline().externals()) {
      if (external.what() == External.What.DEFINE) {
        macro(external);
      } else if (external.what() != External.What.INCLUDE) {
        List<Integer> words = words(tokens, external);
        if (anchor.isEmpty() || !words.isEmpty()) {
          external(external, words);
        }
        file.outline().definesInside(external).forEach(this::macro);
      }
    }
    List<Elsewhere> elsewhere = new ArrayList<>();
    others.forEach((word, what) -> elsewhere.add(places.elsewhere(word, what)));
    return new Found(
        List.copyOf(sites.values()), List.copyOf(doubts.values()), List.copyOf(elsewhere));
  }

  private List<Integer> words(CTokens tokens, External external) {
    List<Integer> found = new ArrayList<>();
    if (!anchor.isEmpty()) {
      for (int token = external.firstToken(); token < external.endToken(); token++) {
        if (tokens.is(token, Kind.ID) && tokens.isText(token, anchor)) {
          found.add(token);
        }
      }
    }
    return found;
  }

  private void external(External external, List<Integer> words) {
    Set<Integer> seen = new HashSet<>();
    String refused = "";
    String remark = "";
    for (Reading reading : file.readings(external)) {
      remark = reading.remark();
      if (reading instanceof Reading.Tree tree) {
        look(tree.unit(), external, types.of(file, external, tree.unit()), seen);
      } else if (reading instanceof Reading.Unknown unknown) {
        refused = unknown.reason();
      }
    }
    CTokens tokens = file.outline().tokens();
    for (int word : words) {
      if (!seen.contains(tokens.start(word))) {
        unaccounted(tokens.span(word), external, refused.isEmpty() ? remark : refused);
      }
    }
  }

  private void unaccounted(Span word, External external, String refused) {
    if (places.isDead(word.start())) {
      others.put(word, DEAD);
      return;
    }
    String reason =
        refused.isEmpty()
            ? "it stands among tokens that are not understood"
            : (external.name().isEmpty()
                    ? "this does not parse: "
                    : external.name() + " does not parse: ")
                + refused;
    doubts.putIfAbsent(
        word,
        new Doubt(places.site(word, word.start(), SiteKind.READ, external, List.of()), reason));
  }

  private void macro(External external) {
    if (!anchor.isEmpty() && file.bytes().slice(external.span()).indexOf(anchor, 0) < 0) {
      return;
    }
    CTokens tokens = file.outline().tokens();
    Optional<MacroDefinition> definition = MacroDefinition.of(tokens, external.firstToken());
    if (definition.isEmpty()) {
      return;
    }
    Span name = definition.get().name().span();
    if (external.name().equals(anchor) && pattern.expression() instanceof Expr.Ident) {
      sites.put(name, places.site(name, name.start(), SiteKind.DECLARATION, external, List.of()));
    }
    Set<Integer> seen = new HashSet<>();
    String refused = "";
    if (definition.get().body() instanceof Reading.Tree tree) {
      look(tree.unit(), external, types.of(file, external, tree.unit()), seen);
    } else if (definition.get().body() instanceof Reading.Unknown unknown) {
      refused = unknown.reason();
    }
    Span body = definition.get().bodySpan();
    CTokens words = Lexer.lexMacroBody(file.bytes(), body);
    for (int token = 0; token < words.count(); token++) {
      Span word = words.span(token);
      if (words.is(token, Kind.ID)
          && !anchor.isEmpty()
          && words.isText(token, anchor)
          && !seen.contains(word.start())) {
        unaccounted(word, external, refused);
      }
    }
  }

  private void look(CNode root, External external, TypeSource source, Set<Integer> seen) {
    Sink sink = new Sink(external, seen);
    InFile program = new InFile(source, file);
    TreeSearch.Fitter fitter =
        shape.isPresent() ? (expr, fit) -> false : new Unifier(pattern, program, Sense.EXACT)::fits;
    new TreeSearch(pattern, anchor, fitter, source, root, sink);
    shape.ifPresent(wanted -> lay(wanted, program, root, sink));
  }

  private static void lay(Shape shape, InFile program, CNode root, Sink sink) {
    Usage usage = new Usage(root);
    for (Laid laid : ShapeFinder.find(shape, program, List.of(root))) {
      CNode first = laid.nodes().get(0);
      CNode last = laid.nodes().get(laid.nodes().size() - 1);
      Span span = new Span(first.span().start(), last.span().end());
      if (!laid.fits()) {
        sink.other(span, laid.refusals().get(0).had().replaceFirst("[ *]+$", ""));
      } else if (first instanceof Expr expr && laid.nodes().size() == 1) {
        sink.site(span, TreeSearch.wordAt(expr), usage.kind(expr), Fit.of(laid));
      } else {
        sink.site(span, span.start(), SiteKind.READ, Fit.of(laid));
      }
    }
  }

  /** Takes what one tree holds. */
  private final class Sink implements TreeSearch.Sink {
    private final External external;
    private final Set<Integer> seen;

    Sink(External external, Set<Integer> seen) {
      this.external = external;
      this.seen = seen;
    }

    @Override
    public void site(Span span, int wordAt, SiteKind kind, Fit fit) {
      if (places.isDead(wordAt)) {
        others.put(span, DEAD);
      } else if (fit.doubts().isEmpty()) {
        sites.put(span, places.site(span, wordAt, kind, external, fit.evidence()));
      } else {
        Site place = places.site(span, wordAt, kind, external, List.of());
        doubts.put(span, new Doubt(place, String.join("; ", fit.doubts())));
      }
    }

    @Override
    public void other(Span word, String what) {
      others.put(word, what);
    }

    @Override
    public void seen(Span word) {
      seen.add(word.start());
    }
  }
}

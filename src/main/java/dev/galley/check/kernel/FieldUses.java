package dev.galley.check.kernel;

import dev.galley.convert.CodeChange;
import dev.galley.convert.CodeSide;
import dev.galley.convert.SeriesCode;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.lex.Lexer;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the added lines of a series do with the members that they name.
 *
 * <p>A name that an added line has, and no tree accounts for, counts as both read and written.
 */
final class FieldUses {

  private final Map<String, Use> uses = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Set<String> inMacros = new HashSet<>();
  private final Set<String> castTo = new HashSet<>();
  private boolean positional;

  private FieldUses() {}

  /** What happens to the members of one name. */
  static final class Use {
    private int accounted;
    private int words;
    private boolean read;
    private boolean written;
    private final TreeSet<Integer> patches = new TreeSet<>();

    /** Whether no added line has the name but those that declare it. */
    boolean isNone() {
      return words == 0;
    }

    boolean isOnlyWritten() {
      return isKnown() && written && !read;
    }

    boolean isOnlyRead() {
      return isKnown() && read && !written;
    }

    String patches() {
      return patches.toString().replaceAll("[\\[\\]]", "");
    }

    private boolean isKnown() {
      return words > 0 && accounted >= words;
    }
  }

  Use of(String name) {
    Use use = uses.getOrDefault(name, new Use());
    use.words = words.getOrDefault(name, 0);
    if (inMacros.contains(name)) {
      use.read = true;
      use.written = true;
    }
    // A list of values without names may fill any member.
    use.written |= positional && use.words > 0;
    return use;
  }

  /** Whether something is read as a struct of a tag by a cast: others lay it out. */
  boolean isCastTo(String tag) {
    return castTo.contains(tag);
  }

  static FieldUses of(Series series, SeriesCode code) {
    FieldUses all = new FieldUses();
    for (SeriesPatch patch : series.patches()) {
      patch.diff().files().stream()
          .filter(file -> ShownText.isC(file.newPath()))
          .forEach(all::words);
      for (CodeChange change : code.changes(patch.number())) {
        change
            .after()
            .ifPresent(side -> side.roots().forEach(root -> all.tree(patch.number(), side, root)));
      }
    }
    return all;
  }

  /** Counts words of added lines, those aside that declare a member. */
  private void words(FileChange file) {
    for (Hunk hunk : file.hunks()) {
      for (HunkLine line : hunk.lines()) {
        if (line.isAdded()) {
          CTokens tokens = Lexer.lex(line.text());
          for (int token = 0; token < tokens.count(); token++) {
            if (tokens.is(token, Kind.ID) && !isDeclared(tokens, token)) {
              words.merge(tokens.text(token), 1, Integer::sum);
            } else if (tokens.is(token, Kind.DIRECTIVE)) {
              for (String word : tokens.text(token).split("[^A-Za-z0-9_]+", -1)) {
                words.merge(word, 1, Integer::sum);
                inMacros.add(word);
              }
            }
          }
        }
      }
    }
  }

  /** A name right behind a word or star, before a semicolon, comma, colon or bracket. */
  private static boolean isDeclared(CTokens tokens, int token) {
    int before = tokens.visibleUpTo(token - 1);
    int next = tokens.visibleFrom(token + 1);
    boolean typed =
        before >= 0
            && (tokens.is(before, Kind.ID)
                || tokens.is(before, Kind.STAR)
                || tokens.is(before, Kind.BASIC_TYPE));
    return typed
        && next < tokens.count()
        && (tokens.is(next, Kind.SEMI)
            || tokens.is(next, Kind.COLON)
            || tokens.is(next, Kind.LBRACKET));
  }

  private void tree(int patch, CodeSide side, CNode root) {
    IdentityHashMap<CNode, CNode> parents = new IdentityHashMap<>();
    root.walk(node -> node.children(child -> parents.put(child, node)));
    root.walk(
        node -> {
          if (node instanceof Expr.Member member) {
            take(patch, parents, member);
          } else if (node instanceof Expr.Designated designated) {
            designated.designators().stream()
                .flatMap(one -> one.member().stream())
                .forEach(name -> use(name.text(), patch).written = true);
          } else if (node instanceof TypeSyntax.Aggregate aggregate
              && isInCast(parents, aggregate)) {
            aggregate.tag().ifPresent(tag -> castTo.add(tag.text()));
          } else if (node instanceof Expr.InitList list) {
            positional |=
                list.items().size() > 1
                    && list.items().stream().noneMatch(item -> item instanceof Expr.Designated)
                    && parents.get(list) instanceof Expr.InitList;
          } else if (node instanceof Decl.MacroDeclaration || node instanceof Expr.Opaque) {
            CTokens tokens = Lexer.lex(dev.galley.text.Bytes.utf8(side.text(node)));
            for (int token = 0; token < tokens.count(); token++) {
              if (tokens.is(token, Kind.ID)) {
                Use use = use(tokens.text(token), patch);
                use.read = true;
                use.written = true;
              }
            }
          }
        });
  }

  private static boolean isInCast(IdentityHashMap<CNode, CNode> parents, CNode type) {
    CNode around = parents.get(type);
    while (around instanceof TypeSyntax) {
      around = parents.get(around);
    }
    return around instanceof Expr.Cast;
  }

  private Use use(String name, int patch) {
    Use use = uses.computeIfAbsent(name, key -> new Use());
    use.accounted++;
    use.patches.add(patch);
    return use;
  }

  private void take(int patch, IdentityHashMap<CNode, CNode> parents, Expr.Member member) {
    Use use = use(member.name().text(), patch);
    CNode at = member;
    CNode around = parents.get(at);
    while (around instanceof Expr.Paren
        || (around instanceof Expr.Index index && index.base() == at)) {
      at = around;
      around = parents.get(at);
    }
    if (around instanceof Expr.Assign assign && assign.target() == at) {
      use.written = true;
      use.read |= parents.get(assign) instanceof Expr;
    } else if (around instanceof Expr.Member) {
      use.written = true;
      use.read = true;
    } else if (around instanceof Expr.Unary unary
        && List.of(
                Expr.UnaryOp.ADDRESS,
                Expr.UnaryOp.INCREMENT,
                Expr.UnaryOp.DECREMENT,
                Expr.UnaryOp.POST_INCREMENT,
                Expr.UnaryOp.POST_DECREMENT)
            .contains(unary.op())) {
      use.written = true;
      use.read = true;
    } else {
      use.read = true;
      // An array or a struct that a function is given may be filled there.
      use.written |= around instanceof Expr.Call;
    }
  }
}

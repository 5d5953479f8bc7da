package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.search.PatternException;
import dev.galley.search.Site;
import dev.galley.search.SiteKind;
import dev.galley.search.StateSearch;
import dev.galley.text.LineIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for writers of one flag that leave out its companion, where a helper reads both from some
 * patch on.
 *
 * <p>A write that makes the object one of another kind, by a further flag that another helper reads
 * together with the first, needs no companion.
 */
public final class Companions {

  private final SeriesCode code;
  private final RuleBook book;
  private final CodeState last;
  private final Ledger ledger;
  private final Map<String, List<FlagWrite>> writes = new HashMap<>();
  private final SiteFates fates;
  private final Map<String, Map<Integer, Integer>> added = new HashMap<>();
  private final FunctionTrees functions;
  private final Set<String> helpers = new LinkedHashSet<>();

  private Companions(SeriesCode code, RuleBook book, CodeState last, Ledger ledger) {
    this.code = code;
    this.book = book;
    this.last = last;
    this.ledger = ledger;
    this.fates = new SiteFates(code, Set.of());
    this.functions = new FunctionTrees(last.symbols());
  }

  /** All such writers, in the order of the helpers and of the places; none without a base. */
  public static List<Companion> of(SeriesCode code, RuleBook book, Ledger ledger) {
    List<MeaningChange> changes = MeaningChange.of(book);
    Optional<CodeState> last = changes.isEmpty() ? Optional.empty() : code.last();
    return last.map(state -> new Companions(code, book, state, ledger).all(changes))
        .orElse(List.of());
  }

  private List<Companion> all(List<MeaningChange> changes) {
    last.symbols()
        .prepare(
            changes.stream()
                .flatMap(change -> List.of(change.first(), change.second()).stream())
                .toList());
    changes.forEach(change -> helpers.add(change.helper()));
    List<Companion> found = new ArrayList<>();
    for (MeaningChange change : changes) {
      try {
        found.addAll(of(change));
      } catch (PatternException | IOException e) {
        // What cannot be searched for has no writer that anybody could name.
        return found;
      }
    }
    return found;
  }

  private List<Companion> of(MeaningChange change) throws PatternException, IOException {
    List<FlagWrite> firsts = writes(change, change.first());
    List<FlagWrite> seconds = writes(change, change.second());
    List<Companion> found = new ArrayList<>();
    for (FlagWrite write : firsts) {
      if (!isOfOtherKind(write, change)) {
        first(write, seconds, change).ifPresent(found::add);
      }
    }
    for (FlagWrite write : seconds) {
      if (write.value() == FlagWrite.Value.CLEAR && change.tightens()) {
        cleared(write, firsts, change).ifPresent(found::add);
      }
    }
    return found;
  }

  private List<FlagWrite> writes(MeaningChange change, String member)
      throws PatternException, IOException {
    String pattern = change.pattern(member);
    List<FlagWrite> known = writes.get(pattern);
    if (known != null) {
      return known;
    }
    List<FlagWrite> found = new ArrayList<>();
    for (Site site :
        new StateSearch(last.symbols(), last.types()).run(pattern, path -> true).sites()) {
      if (site.kind() == SiteKind.WRITE && site.function().isPresent()) {
        last.symbols()
            .file(site.path())
            .flatMap(file -> SiteTree.around(file, site.span()))
            .flatMap(
                tree ->
                    tree.at(site.span())
                        .flatMap(
                            expr ->
                                FlagWrite.of(
                                    site.path(),
                                    site.line(),
                                    site.function().orElse(""),
                                    tree,
                                    expr)))
            .ifPresent(found::add);
      }
    }
    writes.put(pattern, found);
    return found;
  }

  /** Whether the same function writes a third flag that another helper reads with the first. */
  private boolean isOfOtherKind(FlagWrite write, MeaningChange change) {
    Set<String> others = new LinkedHashSet<>();
    for (Rule rule : book.last()) {
      if (rule.left() instanceof Template.Expression left) {
        Set<String> members = MeaningChange.members(left.shape());
        if (members.contains(change.first()) && !members.contains(change.second())) {
          others.addAll(members);
        }
      }
    }
    others.remove(change.first());
    boolean[] found = new boolean[1];
    write
        .tree()
        .root()
        .walk(
            node ->
                found[0] |=
                    node instanceof Expr.Assign assign
                        && assign.target() instanceof Expr.Member member
                        && others.contains(member.name().text())
                        && write.tree().text(member.base()).equals(write.object()));
    return found[0];
  }

  /** A write of the first flag, and whether the second follows it on every path. */
  private Optional<Companion> first(
      FlagWrite write, List<FlagWrite> seconds, MeaningChange change) {
    if (write.value() == FlagWrite.Value.ANY) {
      return Optional.empty();
    }
    List<FlagWrite> beside =
        seconds.stream()
            .filter(second -> second.isBeside(write))
            .filter(
                second -> second.value() == write.value() || second.value() == FlagWrite.Value.ANY)
            .toList();
    boolean isSet = write.value() == FlagWrite.Value.SET;
    String did = change.first() + (isSet ? " is set" : " is cleared");
    String other = change.second() + (isSet ? " is not set" : " is not cleared");
    String way;
    if (beside.isEmpty()) {
      if (isWrittenByCaller(write, seconds)) {
        return Optional.empty();
      }
      way = "";
    } else {
      Optional<String> escape = escape(write, beside, seconds);
      if (escape.isEmpty()) {
        return Optional.empty();
      }
      way = escape.get();
    }
    String states =
        isSet == change.tightens()
            ? change.states()
            : change.second()
                + " stays as it was: when "
                + change.first()
                + " is set again for another kind, "
                + change.helper()
                + "() is true";
    List<String> uses = isSet ? everyUse(change) : List.of();
    return Optional.of(
        companion(
            write,
            change,
            did + " here, and " + other + (way.isEmpty() ? "" : " on every path"),
            states,
            way,
            uses));
  }

  private boolean isWrittenByCaller(FlagWrite write, List<FlagWrite> seconds) {
    for (FlagWrite second : seconds) {
      for (Expr.Call call : Following.all(second.tree().root(), Expr.Call.class)) {
        if (call.name().filter(write.function()::equals).isPresent()
            && call.arguments().stream()
                .anyMatch(one -> second.tree().text(one).equals(second.object()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A way on which none of some writes runs; empty where one does on all. */
  private static Optional<String> escape(
      FlagWrite write, List<FlagWrite> beside, List<FlagWrite> seconds) {
    Following following = new Following(write.tree());
    List<Stmt> before = following.before(write.statement());
    for (FlagWrite second : beside) {
      if (second.statement() == write.statement() || isAmong(second.statement(), before)) {
        return Optional.empty();
      }
    }
    for (Stmt next : following.after(write.statement())) {
      for (FlagWrite second : beside) {
        if (second.statement() == next) {
          return Optional.empty();
        }
      }
      Optional<String> leaving = leaving(next, write, following, seconds);
      if (leaving.isPresent()) {
        return leaving;
      }
    }
    FlagWrite second = beside.get(0);
    return Optional.of(
        "only " + second.where() + " writes " + second.member() + ", and not on every path there");
  }

  private static boolean isAmong(Stmt one, List<Stmt> all) {
    return all.stream().anyMatch(other -> other == one);
  }

  /** A return, or a jump to where the flags are not put right, inside a statement. */
  private static Optional<String> leaving(
      Stmt statement, FlagWrite write, Following following, List<FlagWrite> seconds) {
    List<String> found = new ArrayList<>();
    statement.walk(
        node -> {
          boolean leaves = node instanceof Stmt.Return;
          if (node instanceof Stmt.Goto jump) {
            List<Stmt> there = following.at(jump.label().text());
            leaves =
                seconds.stream()
                        .noneMatch(
                            second -> second.isBeside(write) && isAmong(second.statement(), there))
                    && there.stream().noneMatch(one -> clears(one, write));
          }
          if (leaves && found.isEmpty()) {
            found.add(
                "line "
                    + line(write.tree().file(), node)
                    + " leaves before it: "
                    + write.tree().text(node));
          }
        });
    return found.stream().findFirst();
  }

  private static boolean clears(Stmt statement, FlagWrite write) {
    return Following.all(statement, Expr.Assign.class).stream()
        .anyMatch(
            assign ->
                assign.target() instanceof Expr.Member member
                    && member.name().text().equals(write.member())
                    && write.tree().text(member.base()).equals(write.object()));
  }

  private static int line(CFile file, CNode node) {
    return LineIndex.of(file.bytes()).lineAt(node.span().start());
  }

  /** A place that clears the second flag and leaves the first: who asks the helper then? */
  private Optional<Companion> cleared(
      FlagWrite write, List<FlagWrite> firsts, MeaningChange change) {
    boolean isCleared =
        firsts.stream()
            .anyMatch(first -> first.isBeside(write) && first.value() != FlagWrite.Value.SET);
    if (isCleared) {
      return Optional.empty();
    }
    StateUses uses = new StateUses(last, change, paths(), functions);
    if (uses.isGuardedByOther(write, helpers)) {
      return Optional.empty();
    }
    List<String> found = uses.after(write);
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            companion(
                write,
                change,
                change.second()
                    + " is cleared here and "
                    + change.first()
                    + " is not, and "
                    + (found.size() == 1 ? "a use" : found.size() + " uses")
                    + " of "
                    + change.helper()
                    + "() can run after it",
                change.states(),
                "",
                found));
  }

  private Set<String> paths() {
    Set<String> paths = new LinkedHashSet<>();
    code.series()
        .patches()
        .forEach(patch -> patch.diff().files().forEach(file -> paths.add(file.newPath())));
    ledger.accounts().forEach(one -> one.entries().forEach(entry -> paths.add(entry.path())));
    return paths;
  }

  private List<String> everyUse(MeaningChange change) {
    List<String> uses = new ArrayList<>();
    for (Ledger.Account account : ledger.accounts()) {
      for (LedgerEntry entry : account.entries()) {
        if (entry.fate() instanceof Fate.Converted done && done.helper().equals(change.helper())) {
          uses.add(entry.path() + ": " + entry.function() + "() (patch " + done.patch() + ")");
        }
      }
    }
    return uses;
  }

  private Companion companion(
      FlagWrite write,
      MeaningChange change,
      String message,
      String states,
      String way,
      List<String> uses) {
    return new Companion(
        change.helper(),
        change.patch(),
        change.before().left().text(),
        change.after().left().text(),
        write.path(),
        write.line(),
        write.function(),
        write.tree().text(write.statement()),
        added.computeIfAbsent(write.path(), fates::addedLines).getOrDefault(write.line(), 0),
        message,
        states,
        way,
        uses);
  }
}

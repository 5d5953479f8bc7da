package dev.galley.convert;

import dev.galley.kernelc.CFile;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Says of every read that stays whether it is a helper's own, exempt, missed or generic. */
final class LedgerReasons {

  private final CodeState base;
  private final CodeState last;
  private final List<Said> said;
  private final Helpers helpers;
  private final Map<String, Set<Span>> tests = new HashMap<>();
  private final Map<String, Set<Span>> testsBefore = new HashMap<>();

  LedgerReasons(
      SeriesCode code,
      RuleBook book,
      Set<String> used,
      CodeState base,
      CodeState last,
      List<Said> said) {
    this.base = base;
    this.last = last;
    this.said = said;
    this.helpers = new Helpers(code, book, used, last);
  }

  /** The accounts with every fate settled. */
  List<Ledger.Account> judge(List<Ledger.Account> accounts) {
    for (Ledger.Account account : accounts) {
      for (LedgerEntry entry : account.entries()) {
        (entry.after() > 0 ? tests : testsBefore)
            .computeIfAbsent(entry.path(), key -> new HashSet<>())
            .add(entry.span());
      }
    }
    KindMarks marks = learn(accounts);
    List<Ledger.Account> judged = new ArrayList<>();
    for (Ledger.Account account : accounts) {
      judged.add(
          new Ledger.Account(
              account.rule(),
              account.pattern(),
              account.entries().stream()
                  .map(entry -> judge(entry, account, accounts, marks))
                  .toList(),
              account.others()));
    }
    return judged;
  }

  private KindMarks learn(List<Ledger.Account> accounts) {
    KindMarks marks = new KindMarks(accounts.stream().map(Ledger.Account::rule).toList());
    for (Ledger.Account account : accounts) {
      for (LedgerEntry entry : account.entries()) {
        if (!entry.isRead() || helpers.bodyOf(entry).isPresent()) {
          continue;
        }
        if (entry.fate() instanceof Fate.Converted) {
          use(entry, false).ifPresent(use -> marks.converted(entry, use.use(), use.isParameter()));
        } else if (entry.after() > 0) {
          use(entry, true).ifPresent(use -> marks.left(entry, use.use()));
        }
      }
    }
    countUnguarded(accounts, marks);
    return marks;
  }

  /** Functions of the files with places that use a member and have no such test at all. */
  private void countUnguarded(List<Ledger.Account> accounts, KindMarks marks) {
    Set<String> wanted = marks.candidates();
    Set<String> files = new TreeSet<>();
    accounts.forEach(account -> account.entries().forEach(entry -> files.add(entry.path())));
    Map<String, Integer> counts = new TreeMap<>();
    for (String path : files) {
      base.symbols().file(path).ifPresent(file -> count(file, wanted, counts));
    }
    counts.forEach((member, count) -> marks.unguarded(member, count / 8));
  }

  private static void count(CFile file, Set<String> wanted, Map<String, Integer> counts) {
    CTokens tokens = file.outline().tokens();
    for (External external : file.outline().externals()) {
      if (external.what() != External.What.FUNCTION || external.bodyToken() < 0) {
        continue;
      }
      Set<String> seen = new HashSet<>();
      for (int token = external.bodyToken() + 1; token < external.endToken(); token++) {
        if (tokens.is(token, Kind.ID)) {
          String word = tokens.text(token);
          if (wanted.contains(word)) {
            seen.add(word);
          }
        }
      }
      seen.forEach(word -> counts.merge(word, 1, Integer::sum));
    }
  }

  private record Used(KindUse use, boolean isParameter) {}

  /** What the code behind a place uses, in the tree after the series or before it. */
  private Optional<Used> use(LedgerEntry entry, boolean after) {
    CodeState state = after ? last : base;
    Set<Span> others = (after ? tests : testsBefore).getOrDefault(entry.path(), Set.of());
    return state
        .symbols()
        .file(entry.path())
        .flatMap(file -> SiteTree.around(file, entry.span()))
        .flatMap(
            tree ->
                tree.at(entry.span())
                    .map(
                        test ->
                            new Used(
                                KindUse.of(
                                    tree,
                                    test,
                                    Guarded.of(tree, test, expr -> others.contains(expr.span()))),
                                isParameter(tree, test))));
  }

  private static boolean isParameter(SiteTree tree, Expr test) {
    Optional<String> name =
        KindUse.operand(test)
            .filter(Expr.Ident.class::isInstance)
            .map(operand -> ((Expr.Ident) operand).name());
    boolean[] found = new boolean[1];
    tree.root()
        .walk(
            node ->
                found[0] |=
                    node instanceof Decl.Parameter parameter
                        && name.isPresent()
                        && parameter
                            .declarator()
                            .name()
                            .filter(one -> one.text().equals(name.get()))
                            .isPresent());
    return found[0];
  }

  private LedgerEntry judge(
      LedgerEntry entry, Ledger.Account account, List<Ledger.Account> accounts, KindMarks marks) {
    if (!(entry.fate() instanceof Fate.Generic)) {
      return entry;
    }
    Optional<Fate> own = helpers.bodyOf(entry);
    if (own.isPresent()) {
      return entry.with(own.get(), List.of());
    }
    Optional<Said> exempt =
        said.stream()
            .filter(
                one ->
                    one.sort() == Said.Sort.EXEMPT && one.concerns(entry.path(), entry.function()))
            .findFirst();
    if (exempt.isPresent()) {
      return entry.with(new Fate.Exempt(exempt.get()), List.of());
    }
    List<Reason> reasons = new ArrayList<>();
    use(entry, true).ifPresent(used -> reasons.addAll(marks.in(entry, used.use())));
    sameFile(entry, account).ifPresent(reasons::add);
    words(entry, accounts).ifPresent(reasons::add);
    reasons.sort(java.util.Comparator.comparing(Reason::sort));
    return reasons.isEmpty() ? entry : entry.with(new Fate.Missed(), reasons);
  }

  private Optional<Reason> sameFile(LedgerEntry entry, Ledger.Account account) {
    Map<Integer, Integer> patches = new TreeMap<>();
    int left = 0;
    for (LedgerEntry other : account.entries()) {
      if (other.path().equals(entry.path())) {
        if (other.fate() instanceof Fate.Converted done) {
          patches.merge(done.patch(), 1, Integer::sum);
        } else if (other.fate() instanceof Fate.Generic && helpers.bodyOf(other).isEmpty()) {
          left++;
        }
      }
    }
    int converted = patches.values().stream().mapToInt(Integer::intValue).sum();
    return converted == 0 || entry.added() > 0
        ? Optional.empty()
        : Optional.of(
            new Reason(
                Reason.Sort.FILE,
                "patch "
                    + patches.keySet().iterator().next()
                    + " converts "
                    + converted
                    + " of "
                    + (converted + left)
                    + " reads of this file"));
  }

  /** Words of a patch that converts, or of the cover letter. */
  private Optional<Reason> words(LedgerEntry entry, List<Ledger.Account> accounts) {
    Set<Integer> converting = new HashSet<>();
    converting.add(0);
    for (Ledger.Account account : accounts) {
      for (LedgerEntry other : account.entries()) {
        if (other.fate() instanceof Fate.Converted done) {
          converting.add(done.patch());
        }
      }
    }
    return said.stream()
        .filter(one -> one.sort() == Said.Sort.COVERED && converting.contains(one.patch()))
        .filter(one -> one.concerns(entry.path()))
        .findFirst()
        .map(one -> new Reason(Reason.Sort.WORDS, one.quote()));
  }
}

package dev.galley.convert;

import dev.galley.patch.FileChange;
import dev.galley.series.CoverLetter;
import dev.galley.series.Series;
import dev.galley.series.SeriesPatch;
import dev.galley.tree.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the words of a series say about the files that it converts, and those that it leaves.
 *
 * <p>A sentence is cut into clauses where its sense can turn ({@code but}, {@code while}, {@code
 * except}); a clause that says that nothing is done there makes its paths exempt. Words that name
 * no path of the tree or the series say nothing.
 */
public final class ScopeWords {

  /** Where the sense of a sentence can turn. */
  private static final Pattern TURN =
      Pattern.compile(
          "(?i)(?:[,;:(]? ?\\b(?:but|while|whereas|although|however|though|yet|except(?: for)?|"
              + "excluding|excepting|apart from|aside from|other than|with the exception of|barring)\\b)|;");

  private static final Pattern EXCEPT =
      Pattern.compile(
          "(?i)[,;:(]? ?\\b(?:except(?: for)?|excluding|excepting|apart from|aside from|"
              + "other than|with the exception of|barring)\\b.{0,1500}");

  private static final String TO_CONVERT =
      "(?:convert|touch|switch|update|replace|migrate|port|adapt|modify|rework|fix(?: up)?|handle|"
          + "chang|move|do)(?:e|ed|ing|s)?";

  /** Nothing is done here. */
  private static final Pattern LEFT =
      Pattern.compile(
          "(?i)\\b(?:(?:did|do|does|was|were|is|are|has|have|had|will|would|can|could|should|need)"
              + "(?: ?not|n['\u2019]?t)|won['\u2019]?t|can['\u2019]?t|cannot|not|never|without|no need to|"
              + "avoid(?:s|ed)?|skip(?:s|ped)?|refrain(?:ed)? from)"
              + "(?: (?:yet|been|be|to|try to|want to|bother to|going to|intentionally|deliberately)){0,2} "
              + TO_CONVERT
              + "\\b(?! (?:anything|the (?:behaviou?r|functionality|meaning|semantics)|behaviou?r|"
              + "functionality|any functional|how|what))"
              + "|\\bleft (?:for|as|alone|out|unconverted|untouched|unchanged|open|behind)\\b"
              + "|\\b(?:left|leav(?:e|es|ing)|kept?|keep(?:s|ing)?|stay(?:s|ed)?|remain(?:s|ed|ing)?)\\b.{0,80}"
              + "\\b(?:for (?:later|now|another|a (?:later|follow|separate|future))|alone|as[ -]is|"
              + "as (?:it is|they are)|unconverted|untouched|unchanged|open[- ]coded)\\b"
              + "|\\b(?:stays?|stayed)\\b ?(?:[.,;]|$|put\\b|generic\\b|the same\\b|here\\b)"
              + "|\\b(?:not|un)(?: ?yet)? ?converted\\b"
              + "|\\bskip(?:s|ped|ping)?\\b"
              + "|\\b(?:can|could|will|would|should|may|might|to) (?:then )?be (?:converted|updated|switched|"
              + "replaced|done|handled|addressed|cleaned up|changed|migrated)\\b.{0,60}"
              + "\\b(?:later|future|separate(?:ly)?|follow[- ]?ups?|another|next|subsequent|if desired|independently)\\b"
              + "|\\bout of (?:the )?scope\\b"
              + "|\\b(?:follow[- ]?up|separate|future|later|another) (?:patch(?:es)?(?:set)?|series)\\b");

  /** Something is done; "the uses" and "no functional change" are no doing. */
  private static final Pattern CONVERTS =
      Pattern.compile(
          "(?i)(?<!\\b(?:is|are|was|were|being|no|functional|the|these|those|such|of|other|all|behaviou?r) )"
              + "\\b(?:(?:convert|switch|replac|migrat|chang|updat|transition|adopt|adapt|port|substitut)"
              + "(?:es|ed|e|s|ing)?|us(?:e|es|ing)|mak(?:e|es|ing) use|open-codes?)\\b");

  /** All of something were converted. */
  private static final Pattern CONVERTED =
      Pattern.compile(
          "(?i)\\b(?:is|are|were|was|get|been|being|have|has)\\b.{0,30}"
              + "\\b(?:converted|switched|replaced|migrated|updated|changed|ported|transitioned)\\b");

  /** What the clause takes for granted, asks or quotes is no claim of the patch. */
  private static final Pattern NO_CLAIM =
      Pattern.compile(
          "(?i)^[ ,]*(?:now|as|since|because|once|after|if|when|whenever|in case|for|until|unless|instead of|rather than)\\b"
              + "|\\b(?:no functional change|(?:not|n['\u2019]t|never) chang|should be enough|would be|could be|might|you (?:mentioned|said|believe|suggested)|"
              + "instead of|rather than|is (?:currently|often)|are (?:currently|often))");

  private static final Pattern PARTIAL =
      Pattern.compile(
          "(?i)\\b(?:most(?:ly)?|some|several|a (?:few|couple)|certain|parts? of|almost all|nearly all|(?:most )?obvious)\\b");

  /** Everything is. */
  private static final Pattern ALL =
      Pattern.compile(
          "(?i)\\bthrough-?out(?: (?:the )?[\\w-]{2,20})?|\\beverywhere\\b|\\btree[- ]?wide\\b|"
              + "\\ball over the (?:place|tree|kernel)\\b|\\bacross the (?:whole |entire )?(?:tree|kernel|board|[\\w-]{2,20} core)\\b|"
              + "\\b(?:all|every|each)(?: of)?(?: (?:the|its|their|other|remaining|existing|current|in-tree|open[- ]coded|"
              + "call|these|those|direct|such|single|kernel)){0,4} "
              + "(?:users?|callers?|call-?sites?|sites|places|instances?|occurrences?|usages?|uses|"
              + "open[- ]coded|accesses|reads|checks|references|drivers|subsystems|invocations?|consumers?|"
              + "open[- ]codings?)\\b|\\bthe rest of the (?:kernel|tree|code|users|callers)\\b");

  private static final Pattern FUNCTION = Pattern.compile("\\b([A-Za-z_][A-Za-z0-9_]{2,60})\\(\\)");

  private static final Pattern NOT_ALL =
      Pattern.compile(
          "(?i)\\b(?:not|nearly|almost|most|some|many|few|several|n['\u2019]t)(?: of)?(?: \\w{1,12})? ?$");

  /** What stands before a file that has the helper, not its users. */
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?i)\\b(?:into|(?:helpers?|functions?|macros?|defined|declared|definitions?|ones?) (?:in|from)|from|to|"
              + "(?:defined|declared|provided|added) (?:by|in))\\b[ <`'\"(]{0,3}$");

  /** {@code ("PCI: Title of a commit")}. */
  private static final Pattern CITED = Pattern.compile("\\(\"[^\"]{0,300}\"\\)");

  private static final Pattern PREFIX =
      Pattern.compile("((?:[A-Za-z0-9_.,/+-]{1,40}: ?){1,4})(.{0,500})");

  private final Series series;
  private final PathWords words;
  private final List<Said> found = new ArrayList<>();

  private ScopeWords(Series series, Optional<Tree> tree) {
    this.series = series;
    Set<String> files = new TreeSet<>();
    series.patches().forEach(patch -> files.addAll(files(patch)));
    this.words = new PathWords(tree, files);
  }

  /**
   * What the words of a series say, cover letter first, then patch by patch, in the order of the
   * sentences.
   *
   * @param tree the tree before the series; without one only what the series touches, and paths
   *     from the root, are known
   */
  public static List<Said> read(Series series, Optional<Tree> tree) {
    ScopeWords scope = new ScopeWords(series, tree);
    scope.cover();
    series.patches().forEach(scope::patch);
    return List.copyOf(scope.found);
  }

  private void cover() {
    if (series.cover().isEmpty()) {
      return;
    }
    CoverLetter cover = series.cover().get();
    Set<String> all = new LinkedHashSet<>();
    series.patches().forEach(patch -> all.addAll(files(patch)));
    for (Sentence sentence : Sentence.of(cover.text().utf8())) {
      sentence(0, sentence, cover.mailLineOf(sentence.line()), all);
    }
  }

  private void patch(SeriesPatch patch) {
    Set<String> files = files(patch);
    subject(patch, files);
    for (Sentence sentence : Sentence.of(patch.mail().log().utf8())) {
      int first = patch.mail().logLine();
      sentence(patch.number(), sentence, first == 0 ? 0 : first + sentence.line() - 1, files);
    }
  }

  private void subject(SeriesPatch patch, Set<String> files) {
    String subject = patch.subject();
    String rest = subject;
    Matcher prefix = PREFIX.matcher(subject);
    if (prefix.matches()) {
      rest = prefix.group(2);
      String name = prefix.group(1).strip();
      name = name.substring(0, name.length() - 1);
      List<String> paths = words.ofPrefix(name, files);
      if (!paths.isEmpty()) {
        found.add(
            new Said(patch.number(), Said.Sort.HINT, paths, List.of(), name + ":", subject, 0));
      }
    }
    clauses(patch.number(), rest, subject, 0, files, true);
  }

  private void sentence(int patch, Sentence sentence, int mailLine, Collection<String> touched) {
    clauses(patch, sentence.text(), sentence.text(), mailLine, touched, false);
  }

  private void clauses(
      int patch,
      String text,
      String sentence,
      int mailLine,
      Collection<String> touched,
      boolean isSubject) {
    boolean converts = CONVERTS.matcher(text).find();
    for (String clause : split(CITED.matcher(text).replaceAll(""))) {
      boolean except = EXCEPT.matcher(clause).matches();
      boolean left = LEFT.matcher(clause).find();
      boolean plain = isSubject || left || except;
      List<PathWords.Named> named = words.in(clause, touched, plain && patch > 0);
      if (except || left) {
        if (except && (!converts || NO_CLAIM.matcher(text).find())) {
          continue;
        }
        List<String> functions = functions(clause);
        if (!named.isEmpty() || !functions.isEmpty()) {
          String said = named.isEmpty() ? String.join(", ", functions) : words(named);
          found.add(
              new Said(patch, Said.Sort.EXEMPT, paths(named), functions, said, sentence, mailLine));
        }
        continue;
      }
      if (NO_CLAIM.matcher(clause).find()
          || PARTIAL.matcher(clause).find()
          || !(CONVERTS.matcher(clause).find() || CONVERTED.matcher(clause).find())) {
        continue;
      }
      Optional<String> all = all(clause);
      List<PathWords.Named> where =
          named.stream()
              .filter(one -> !ORIGIN.matcher(clause.substring(0, one.start())).find())
              .toList();
      if (!where.isEmpty()) {
        found.add(
            new Said(
                patch,
                Said.Sort.COVERED,
                paths(where),
                List.of(),
                words(where),
                sentence,
                mailLine));
      } else if (all.isPresent()) {
        found.add(
            new Said(
                patch, Said.Sort.EVERYWHERE, List.of(), List.of(), all.get(), sentence, mailLine));
      }
    }
  }

  private static List<String> functions(String clause) {
    List<String> functions = new ArrayList<>();
    Matcher function = FUNCTION.matcher(clause);
    while (function.find()) {
      functions.add(function.group(1));
    }
    return functions;
  }

  private static List<String> paths(List<PathWords.Named> named) {
    return named.stream().flatMap(one -> one.paths().stream()).distinct().toList();
  }

  private static String words(List<PathWords.Named> named) {
    return String.join(", ", named.stream().map(PathWords.Named::words).toList());
  }

  private static Optional<String> all(String clause) {
    Matcher all = ALL.matcher(clause);
    while (all.find()) {
      String before = clause.substring(Math.max(all.start() - 30, 0), all.start());
      boolean done =
          CONVERTS.matcher(clause.substring(0, all.start())).find()
              || CONVERTED.matcher(clause.substring(all.end())).find();
      if (done && !NOT_ALL.matcher(before).find()) {
        return Optional.of(all.group());
      }
    }
    return Optional.empty();
  }

  private static List<String> split(String text) {
    List<String> clauses = new ArrayList<>();
    Matcher turn = TURN.matcher(text);
    int from = 0;
    while (turn.find()) {
      clauses.add(text.substring(from, turn.start()));
      from = turn.start();
    }
    clauses.add(text.substring(from));
    return clauses;
  }

  private static Set<String> files(SeriesPatch patch) {
    Set<String> files = new LinkedHashSet<>();
    for (FileChange file : patch.diff().files()) {
      files.add(file.path());
    }
    return files;
  }
}

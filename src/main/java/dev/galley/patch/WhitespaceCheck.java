package dev.galley.patch;

import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * White space in added lines, judged as {@code git apply --whitespace=warn} and {@code git diff
 * --check} judge it (git's ws.c; gitattributes and core.whitespace of the documentation of git
 * config).
 */
public final class WhitespaceCheck {

  /** What {@code core.whitespace} can ask for, and the words git has for it. */
  public enum Rule {
    BLANK_AT_EOL("trailing whitespace"),
    BLANK_AT_EOF("new blank line at EOF"),
    SPACE_BEFORE_TAB("space before tab in indent"),
    INDENT_WITH_NON_TAB("indent with spaces"),
    TAB_IN_INDENT("tab in indent"),
    /** Not a fault: lets a carriage return at the end of a line pass. */
    CR_AT_EOL("");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    /** The name in core.whitespace. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What git looks for when it is not told otherwise. */
  public static final Set<Rule> DEFAULT =
      Collections.unmodifiableSet(
          EnumSet.of(Rule.BLANK_AT_EOL, Rule.BLANK_AT_EOF, Rule.SPACE_BEFORE_TAB));

  /** git's tab width where core.whitespace does not say another. */
  public static final int TAB_WIDTH = 8;

  /**
   * An added line with faults.
   *
   * @param rules what is wrong with it; never empty
   */
  public record Fault(HunkLine line, Set<Rule> rules) {

    public Fault {
      rules = Collections.unmodifiableSet(EnumSet.copyOf(rules));
    }

    /** git's words, for example "trailing whitespace, space before tab in indent". */
    public String text() {
      return rules.stream().map(rule -> rule.words).collect(Collectors.joining(", "));
    }
  }

  private WhitespaceCheck() {}

  /**
   * What is wrong with one line.
   *
   * @param line without its line feed
   * @param tabWidth columns of a tab, for INDENT_WITH_NON_TAB
   */
  public static Set<Rule> line(Bytes line, Set<Rule> rules, int tabWidth) {
    Set<Rule> faults = EnumSet.noneOf(Rule.class);
    int length = line.length();
    if (rules.contains(Rule.CR_AT_EOL) && length > 0 && line.at(length - 1) == '\r') {
      length--;
    }
    int end = length;
    if (rules.contains(Rule.BLANK_AT_EOL)) {
      while (end > 0 && isSpace(line.at(end - 1))) {
        end--;
      }
      if (end < length) {
        faults.add(Rule.BLANK_AT_EOL);
      }
    }
    int afterTab = 0;
    int at = 0;
    for (; at < end && (line.at(at) == ' ' || line.at(at) == '\t'); at++) {
      if (line.at(at) == ' ') {
        continue;
      }
      if (rules.contains(Rule.SPACE_BEFORE_TAB) && afterTab < at) {
        faults.add(Rule.SPACE_BEFORE_TAB);
      } else if (rules.contains(Rule.TAB_IN_INDENT)) {
        faults.add(Rule.TAB_IN_INDENT);
      }
      afterTab = at + 1;
    }
    if (rules.contains(Rule.INDENT_WITH_NON_TAB) && at - afterTab >= tabWidth) {
      faults.add(Rule.INDENT_WITH_NON_TAB);
    }
    return faults;
  }

  /**
   * The faults of a change's added lines, in order.
   *
   * <p>As in git apply, a carriage return is let pass once a context or removed line had one. A
   * blank line at the end of a file is found here for a new file only; for others see {@link
   * #blankLinesAtEnd}.
   */
  public static List<Fault> of(FileChange change, Set<Rule> rules) {
    Set<Rule> applied = EnumSet.noneOf(Rule.class);
    applied.addAll(rules);
    List<Fault> faults = new ArrayList<>();
    for (Hunk hunk : change.hunks()) {
      for (HunkLine line : hunk.lines()) {
        if (!line.isAdded()) {
          if (line.endsWithLineFeed() && line.text().endsWith("\r")) {
            applied.add(Rule.CR_AT_EOL);
          }
          continue;
        }
        Set<Rule> wrong = line(line.text(), applied, TAB_WIDTH);
        if (!wrong.isEmpty()) {
          faults.add(new Fault(line, wrong));
        }
      }
      boolean endsFile = change.kind() == FileChange.Kind.ADDED;
      List<HunkLine> blank = blankLinesAtEnd(hunk);
      if (endsFile && !blank.isEmpty() && rules.contains(Rule.BLANK_AT_EOF)) {
        faults.add(new Fault(blank.get(0), EnumSet.of(Rule.BLANK_AT_EOF)));
      }
    }
    return faults;
  }

  /**
   * The blank lines that a hunk adds at its end; blank context between and behind them is passed
   * over. They are new blank lines at the end of the file if, and only if, the hunk reaches it,
   * which the pre-image tells.
   */
  public static List<HunkLine> blankLinesAtEnd(Hunk hunk) {
    List<HunkLine> added = new ArrayList<>();
    for (HunkLine line : hunk.lines()) {
      boolean blank = line.endsWithLineFeed() && isBlank(line.text());
      if (blank && line.isAdded()) {
        added.add(line);
      } else if (!blank || line.isRemoved()) {
        added.clear();
      }
    }
    return added;
  }

  /** Whether a line is a conflict marker left over, as git diff --check sees it. */
  public static boolean isConflictMarker(Bytes line) {
    if (line.isEmpty() || "<=>|".indexOf(line.at(0)) < 0) {
      return false;
    }
    for (int i = 1; i < 7; i++) {
      if (line.length() <= i || line.at(i) != line.at(0)) {
        return false;
      }
    }
    return line.length() == 7 || isSpace(line.at(7));
  }

  private static boolean isBlank(Bytes line) {
    for (int i = 0; i < line.length(); i++) {
      if (!isSpace(line.at(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(byte octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }
}

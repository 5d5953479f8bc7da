package dev.galley.mutants;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Lines, differences and merges of texts. */
final class Texts {

  private static final DiffAlgorithm MYERS =
      DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.MYERS);
  private static final Pattern TOKEN = Pattern.compile("\\w+|[ \\t]+|->|&&|\\|\\||\\n|.");

  private Texts() {}

  /** The lines, each with its line feed where it has one. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /** Where the lines of two texts differ. */
  static EditList edits(String before, String after) {
    return MYERS.diff(RawTextComparator.DEFAULT, raw(before), raw(after));
  }

  /**
   * Carries a change over: by lines, and where these are in each other's way by tokens.
   *
   * @return empty where the two changes touch the same tokens
   */
  static Optional<String> merge(String ancestor, String ours, String theirs) {
    Optional<String> merged = merged(ancestor, ours, theirs);
    if (merged.isPresent()) {
      return merged;
    }
    return merged(byToken(ancestor), byToken(ours), byToken(theirs)).map(Texts::joined);
  }

  /** Changes may touch, as they may not for git; of two insertions in one place ours is first. */
  private static Optional<String> merged(String ancestor, String ours, String theirs) {
    List<String> was = lines(ancestor);
    List<String> mine = lines(ours);
    List<String> other = lines(theirs);
    EditList left = edits(ancestor, ours);
    EditList right = edits(ancestor, theirs);
    StringBuilder out = new StringBuilder();
    int at = 0;
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      boolean isMine = j == right.size() || (i < left.size() && isFirst(left.get(i), right.get(j)));
      Edit edit = isMine ? left.get(i++) : right.get(j++);
      if (edit.getBeginA() < at) {
        return Optional.empty();
      }
      was.subList(at, edit.getBeginA()).forEach(out::append);
      (isMine ? mine : other).subList(edit.getBeginB(), edit.getEndB()).forEach(out::append);
      at = edit.getEndA();
    }
    was.subList(at, was.size()).forEach(out::append);
    return Optional.of(out.toString());
  }

  private static boolean isFirst(Edit mine, Edit other) {
    return mine.getBeginA() == other.getBeginA()
        ? mine.getEndA() <= other.getEndA()
        : mine.getBeginA() < other.getBeginA();
  }

  /** One token a line; a line feed is written as an empty line. */
  private static String byToken(String text) {
    StringBuilder out = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      out.append(token.group().equals("\n") ? "" : token.group()).append('\n');
    }
    return out.toString();
  }

  private static String joined(String tokens) {
    StringBuilder out = new StringBuilder();
    for (String line : lines(tokens)) {
      out.append(line.equals("\n") ? line : line.substring(0, line.length() - 1));
    }
    return out.toString();
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The hunks of a change as git writes them, three lines of context, with headings. */
  static String hunks(String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    EditList edits = edits(before, after);
    StringBuilder out = new StringBuilder();
    for (int first = 0; first < edits.size(); ) {
      int last = first;
      while (last + 1 < edits.size()
          && edits.get(last + 1).getBeginA() - edits.get(last).getEndA() <= 6) {
        last++;
      }
      hunk(out, old, now, edits.subList(first, last + 1));
      first = last + 1;
    }
    return out.toString();
  }

  private static void hunk(
      StringBuilder out, List<String> old, List<String> now, List<Edit> edits) {
    int from = Math.max(0, edits.get(0).getBeginA() - 3);
    int to = Math.min(old.size(), edits.get(edits.size() - 1).getEndA() + 3);
    int newFrom = edits.get(0).getBeginB() - (edits.get(0).getBeginA() - from);
    StringBuilder body = new StringBuilder();
    int at = from;
    int added = 0;
    int removed = 0;
    for (Edit edit : edits) {
      context(body, old, at, edit.getBeginA());
      marked(body, '-', old, edit.getBeginA(), edit.getEndA());
      marked(body, '+', now, edit.getBeginB(), edit.getEndB());
      removed += edit.getLengthA();
      added += edit.getLengthB();
      at = edit.getEndA();
    }
    context(body, old, at, to);
    int oldCount = to - from;
    int newCount = oldCount - removed + added;
    out.append("@@ -").append(oldCount == 0 ? from : from + 1).append(',').append(oldCount);
    out.append(" +").append(newCount == 0 ? newFrom : newFrom + 1).append(',').append(newCount);
    out.append(" @@").append(heading(old, from)).append('\n').append(body);
  }

  private static void context(StringBuilder out, List<String> lines, int from, int to) {
    marked(out, ' ', lines, from, to);
  }

  private static void marked(StringBuilder out, char mark, List<String> lines, int from, int to) {
    for (String line : lines.subList(from, to)) {
      out.append(mark).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  private static String heading(List<String> lines, int before) {
    for (int i = before - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (Character.isLetter(line.charAt(0)) || line.charAt(0) == '_') {
        return " " + line.stripTrailing();
      }
    }
    return "";
  }
}

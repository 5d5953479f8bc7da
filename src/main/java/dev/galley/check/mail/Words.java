package dev.galley.check.mail;

import java.util.ArrayList;
import java.util.List;

/** The English words of a line: no identifiers, paths, options, names, quotes or addresses. */
final class Words {

  private Words() {}

  /**
   * The words of a line that a reader would read as English, in order. A capital counts only at the
   * start of a sentence, so that names are left alone.
   */
  static List<String> of(String line) {
    List<String> words = new ArrayList<>();
    String text = withoutQuotes(line);
    boolean sentence = true;
    for (int at = 0; at < text.length(); ) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      String chunk = text.substring(at, end);
      if (!chunk.isEmpty()) {
        addWords(chunk, sentence, words);
        sentence = (chunk.endsWith(".") && chunk.length() > 4) || isBullet(chunk);
      }
      at = end + 1;
    }
    return words;
  }

  private static void addWords(String chunk, boolean sentence, List<String> words) {
    String bare = strip(chunk);
    for (String word : bare.split("[-,;]", -1)) {
      if (!word.isEmpty() && isEnglish(word) && (sentence || !isCapital(word.charAt(0)))) {
        words.add(word);
      }
    }
  }

  /** Letters only, lower case behind the first: everything else is code, a name or a number. */
  private static boolean isEnglish(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (i == 0 && isCapital(c));
      if (!letter) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isBullet(String chunk) {
    return chunk.equals("-") || chunk.equals("*") || chunk.equals("o");
  }

  /** Without the marks that a sentence puts around a word. */
  private static String strip(String chunk) {
    int from = 0;
    int to = chunk.length();
    // A word with () behind it is a function, one with - in front an option.
    if (chunk.contains("()") || chunk.startsWith("-")) {
      return "";
    }
    while (from < to && "([{*_".indexOf(chunk.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ".,;:!?)]}".indexOf(chunk.charAt(to - 1)) >= 0) {
      to--;
    }
    return chunk.substring(from, to);
  }

  /** Blanks out what stands between quote marks on the line. */
  private static String withoutQuotes(String line) {
    StringBuilder text = new StringBuilder(line);
    for (char mark : new char[] {'"', '`'}) {
      int open = text.indexOf(String.valueOf(mark));
      while (open >= 0) {
        int close = text.indexOf(String.valueOf(mark), open + 1);
        int end = close < 0 ? text.length() : close + 1;
        for (int i = open; i < end; i++) {
          text.setCharAt(i, ' ');
        }
        open = text.indexOf(String.valueOf(mark), end);
      }
    }
    return text.toString();
  }
}

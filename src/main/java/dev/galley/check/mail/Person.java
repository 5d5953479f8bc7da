package dev.galley.check.mail;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A name and an address, and when two of them are the same human.
 *
 * @param name without quotes; may be empty
 * @param address without angle brackets; may be empty
 */
record Person(String name, String address) {

  /** Reads {@code Name <address>} or a bare address; what follows the bracket is a comment. */
  static Optional<Person> parse(String value) {
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    if (open >= 0 && close > open) {
      String name = value.substring(0, open).trim();
      return Optional.of(new Person(unquoted(name), value.substring(open + 1, close).trim()));
    }
    String bare = value.trim();
    if (open < 0 && bare.indexOf('@') > 0 && bare.indexOf(' ') < 0) {
      return Optional.of(new Person("", bare));
    }
    return Optional.empty();
  }

  /** Whether mail to both arrives in one mailbox: case and {@code +detail} do not count. */
  boolean hasAddressOf(Person other) {
    return !address.isEmpty() && mailbox(address).equals(mailbox(other.address));
  }

  /**
   * Whether both names are spellings of one: case, accents, word order, punctuation and initials of
   * middle names do not count.
   */
  boolean hasNameOf(Person other) {
    Set<String> mine = words(name);
    Set<String> others = words(other.name);
    if (mine.isEmpty() || others.isEmpty()) {
      return false;
    }
    if (mine.equals(others) || joined(name).equals(joined(other.name))) {
      return true;
    }
    Set<String> small = mine.size() <= others.size() ? mine : others;
    Set<String> large = mine.size() <= others.size() ? others : mine;
    return small.size() >= 2 && large.containsAll(small);
  }

  /** Whether the two share a name of at least three letters: perhaps one human, perhaps not. */
  boolean resembles(Person other) {
    Set<String> shared = new HashSet<>(words(name));
    shared.retainAll(words(other.name));
    return shared.stream().anyMatch(word -> word.length() >= 3);
  }

  private static String mailbox(String address) {
    String folded = address.toLowerCase(Locale.ROOT);
    int at = folded.lastIndexOf('@');
    int plus = folded.indexOf('+');
    return plus > 0 && plus < at ? folded.substring(0, plus) + folded.substring(at) : folded;
  }

  private static String joined(String name) {
    return String.join("", wordList(name));
  }

  private static Set<String> words(String name) {
    Set<String> words = new HashSet<>(wordList(name));
    if (words.size() > 2) {
      words.removeIf(word -> word.length() == 1);
    }
    return words;
  }

  private static List<String> wordList(String name) {
    String folded =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replace("ł", "l")
            .replace("ø", "o")
            .replace("ß", "ss")
            .replace("ı", "i");
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= folded.length(); i++) {
      char c = i < folded.length() ? folded.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK && word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  private static String unquoted(String name) {
    return name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).trim()
        : name;
  }

  /** As a trailer has it. */
  @Override
  public String toString() {
    return name.isEmpty() ? address : name + " <" + address + ">";
  }
}

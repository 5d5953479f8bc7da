package dev.galley.tree;

import java.util.List;

/**
 * A pre-image laid beside a part of a file.
 *
 * @param places for each old line the index of its line in the file, -1 for a missing one;
 *     ascending
 * @param start index of the first line of the part
 * @param end one past its last line
 * @param matching old lines that stand there as they are
 * @param tellingMatching of those the ones that can be recognised by
 * @param telling old lines that can be recognised by
 * @param score how well they fit
 */
record Alignment(
    List<Integer> places,
    int start,
    int end,
    int matching,
    int tellingMatching,
    int telling,
    int score) {

  Alignment {
    places = List.copyOf(places);
  }

  static final Alignment NONE = new Alignment(List.of(), 0, 0, 0, 0, 0, Integer.MIN_VALUE);

  /** Whether enough telling lines match to believe that this is the place: one in three. */
  boolean isConvincing() {
    return tellingMatching > 0 && tellingMatching * 3 >= telling;
  }
}

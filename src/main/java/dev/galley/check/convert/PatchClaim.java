package dev.galley.check.convert;

import dev.galley.series.SeriesPatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a patch says of itself.
 *
 * @param kind how much it says
 * @param sentence the words that say it
 */
record PatchClaim(Kind kind, String sentence) {

  /** How much a patch says. */
  enum Kind {
    /** Nothing of the kind. */
    NONE,
    /** That it converts, by its subject. */
    CONVERTS,
    /** That it changes nothing in effect. */
    NO_CHANGE
  }

  private static final List<String> NO_CHANGE =
      List.of(
          "no functional change",
          "no functional impact",
          "no intended functional change",
          "no change in functionality",
          "no change of functionality",
          "no behavior change",
          "no behaviour change",
          "no behavioral change",
          "no behavioural change",
          "no change in behavior",
          "no change in behaviour",
          "without functional change",
          "should not change behavior",
          "does not change behavior",
          "no semantic change");

  private static final Pattern CONVERTS =
      Pattern.compile(
          "\\b(?:convert|conversion|use|using|make use of|switch to|replace|open[- ]cod)\\w{0,8}\\b");

  /** Words of a message that says more than that it converts. */
  private static final List<String> MORE =
      List.of(
          "while at it",
          "while here",
          "while we",
          " also ",
          "in addition",
          "additionally",
          "at the same time",
          "along the way",
          " fix",
          "simplif",
          "clean up",
          "cleanup",
          "remove");

  static PatchClaim of(SeriesPatch patch) {
    String log = patch.mail().log().utf8();
    String text = String.join(" ", log.split("\\s+"));
    String lower = text.toLowerCase(Locale.ROOT);
    for (String words : NO_CHANGE) {
      int at = lower.indexOf(words);
      if (at >= 0) {
        return new PatchClaim(Kind.NO_CHANGE, sentence(text, at));
      }
    }
    String subject = patch.subject();
    return CONVERTS.matcher(subject.toLowerCase(Locale.ROOT)).find()
            && MORE.stream().noneMatch(lower::contains)
        ? new PatchClaim(Kind.CONVERTS, subject)
        : new PatchClaim(Kind.NONE, "");
  }

  private static String sentence(String text, int at) {
    int start = text.lastIndexOf(". ", at);
    int end = text.indexOf(". ", at);
    String found = text.substring(start < 0 ? 0 : start + 2, end < 0 ? text.length() : end + 1);
    return Optional.of(found)
        .filter(sentence -> sentence.length() <= 160)
        .orElse(text.substring(at, Math.min(text.length(), at + 80)));
  }
}

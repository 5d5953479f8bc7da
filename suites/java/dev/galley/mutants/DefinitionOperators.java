package dev.galley.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Helpers that are not what they should be. */
final class DefinitionOperators {

  private static final List<String> DIFFERENT = List.of("convert/not-equivalent", "convert/value");
  private static final Pattern BIT = Pattern.compile("BIT\\((\\d+)\\)");
  private static final Pattern GENMASK = Pattern.compile("GENMASK\\((\\d+), (\\d+)\\)");
  private static final Pattern HEX = Pattern.compile("\\b0x([0-9a-f]{1,8})\\b");

  private DefinitionOperators() {}

  /** Makes other definitions of a helper. */
  private interface Change {
    void of(Helper helper, List<String> out);
  }

  static List<Operator> all(Vocabulary words) {
    return List.of(
        operator(
            "helper-other-flag",
            "the helper reads the member of its sibling",
            List.of("convert/not-equivalent", "convert/wrong-helper"),
            (helper, out) -> otherFlag(words, helper, out)),
        operator(
            "helper-negated",
            "the helper says the opposite",
            List.of("convert/negation", "convert/not-equivalent"),
            DefinitionOperators::negated),
        operator(
            "helper-narrow",
            "the helper returns fewer bits",
            DIFFERENT,
            DefinitionOperators::narrow),
        operator(
            "helper-sum",
            "another operator in the helper's sum",
            DIFFERENT,
            DefinitionOperators::otherSum),
        operator(
            "helper-line",
            "a statement of the helper is gone",
            DIFFERENT,
            DefinitionOperators::lineless),
        operator(
            "constant-bit",
            "a constant is off by one bit",
            DIFFERENT,
            DefinitionOperators::otherBit),
        new Operator(
            "unused-helper",
            "a helper that nobody calls",
            List.of("convert/unused-helper"),
            DefinitionOperators::unused));
  }

  private static Operator operator(
      String name, String mistake, List<String> checks, Change change) {
    return new Operator(
        name,
        mistake,
        checks,
        (sketch, words) -> {
          List<Mutant> found = new ArrayList<>();
          for (Helper helper : words.helpers()) {
            List<String> definitions = new ArrayList<>();
            if (isUsed(words, helper)) {
              change.of(helper, definitions);
            }
            definitions.forEach(text -> found.add(mutant(sketch, helper, text)));
          }
          return found;
        });
  }

  private static boolean isUsed(Vocabulary words, Helper helper) {
    return words.sites().stream()
        .anyMatch(site -> site.isConverted() && site.helper().equals(helper));
  }

  private static Mutant mutant(Sketch sketch, Helper helper, String definition) {
    String text = Optional.ofNullable(sketch.after(helper.patch()).get(helper.path())).orElse("");
    return new Mutant(
        helper.name() + " " + difference(helper.definition(), definition),
        helper.patch(),
        "",
        difference(helper.definition(), definition),
        () ->
            sketch.with(
                helper.patch(), helper.path(), text.replace(helper.definition(), definition)));
  }

  /** The first line that differs, as it is now. */
  private static String difference(String was, String now) {
    var edit = Texts.edits(was, now).get(0);
    return edit.getLengthB() > 0
        ? Texts.lines(now).get(edit.getBeginB()).strip()
        : "without: " + Texts.lines(was).get(edit.getBeginA()).strip();
  }

  private static void otherFlag(Vocabulary words, Helper helper, List<String> out) {
    Optional<String> mine = helper.field();
    Optional<String> other = words.sibling(helper).flatMap(Helper::field);
    if (mine.isPresent() && other.isPresent()) {
      out.add(helper.definition().replace("->" + mine.get() + ";", "->" + other.get() + ";"));
    }
  }

  private static void negated(Helper helper, List<String> out) {
    if (helper.definition().contains("bool ") && helper.expression().isPresent()) {
      out.add(helper.definition().replace("return ", "return !"));
    }
  }

  private static void narrow(Helper helper, List<String> out) {
    Matcher wide =
        Pattern.compile("^(static inline )?(u32|u16|int|unsigned int) ")
            .matcher(helper.definition());
    if (wide.find() && helper.expression().isPresent()) {
      String rest = helper.definition().substring(wide.end());
      out.add(Optional.ofNullable(wide.group(1)).orElse("") + "u8 " + rest);
    }
  }

  private static void otherSum(Helper helper, List<String> out) {
    String text = helper.definition();
    for (String operator : List.of(" + ", " * ")) {
      int at = text.indexOf(operator, text.indexOf("return "));
      if (helper.expression().isPresent() && at >= 0) {
        String other = operator.equals(" + ") ? " - " : " + ";
        out.add(text.substring(0, at) + other + text.substring(at + 3));
      }
    }
  }

  private static void lineless(Helper helper, List<String> out) {
    if (helper.kind() != Helper.Kind.FUNCTION || helper.expression().isPresent()) {
      return;
    }
    List<String> lines = Texts.lines(helper.definition());
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("\\t\\w+(?:\\(|->|\\s=).*;\\n")) {
        List<String> rest = new ArrayList<>(lines);
        rest.remove(i);
        out.add(String.join("", rest));
      }
    }
  }

  private static void otherBit(Helper helper, List<String> out) {
    if (helper.kind() != Helper.Kind.CONSTANT) {
      return;
    }
    String text = helper.definition();
    Matcher bit = BIT.matcher(text);
    Matcher mask = GENMASK.matcher(text);
    Matcher hex = HEX.matcher(text);
    if (bit.find()) {
      int other = (Integer.parseInt(bit.group(1)) + 1) % 32;
      out.add(text.replace(bit.group(), "BIT(" + other + ")"));
    } else if (mask.find()) {
      int low = Integer.parseInt(mask.group(2)) + 1;
      out.add(text.replace(mask.group(), "GENMASK(" + mask.group(1) + ", " + low + ")"));
    } else if (hex.find()) {
      long other = Long.parseLong(hex.group(1), 16) << 1;
      out.add(text.replace(hex.group(), "0x" + Long.toHexString(other)));
    }
  }

  private static List<Mutant> unused(Sketch sketch, Vocabulary words) {
    List<Mutant> found = new ArrayList<>();
    for (Helper helper : words.helpers()) {
      if (helper.kind() == Helper.Kind.FUNCTION
          && helper.definition().startsWith("static inline")
          && isUsed(words, helper)) {
        String copy =
            helper.definition().replaceFirst("\\b" + helper.name() + "\\(", helper.name() + "_2(");
        found.add(mutant(sketch, helper, helper.definition() + "\n\n" + copy));
      }
    }
    return found;
  }
}

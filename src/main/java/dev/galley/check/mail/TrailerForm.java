package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trailers that tools would not recognise: a key misspelled or in other capitals, an address that
 * is none, a place below {@code ---} where git am drops them.
 */
@CheckInfo(
    id = "mail/trailer-form",
    severity = Severity.WARNING,
    summary = "Trailer that tools do not recognise or drop",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst; git-interpret-trailers(1)")
public final class TrailerForm implements PatchCheck {

  private static final List<String> KEYS =
      List.of(
          "Signed-off-by",
          "Co-developed-by",
          "Reviewed-by",
          "Acked-by",
          "Tested-by",
          "Reported-by",
          "Suggested-by");
  private static final Set<String> NEEDS_ADDRESS =
      Set.of("Signed-off-by", "Co-developed-by", "Reviewed-by", "Acked-by", "Tested-by");
  private static final Pattern LINE =
      Pattern.compile("([A-Za-z][A-Za-z-]*(?: by)?)( ?):(\\s*)(\\S.*)");
  private static final Pattern DROPPED =
      Pattern.compile(
          "(?:Signed-off-by|Co-developed-by|Reviewed-by|Acked-by|Tested-by): .*<.+@.+>.*");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    MessageText text = Messages.text(patch);
    Set<String> inMessage = new HashSet<>();
    for (MessageText.Line line : text.lines()) {
      inMessage.add(line.text());
      if (!line.is(MessageText.Kind.QUOTE)) {
        checkLine(Messages.place(patch, line.number()), line.text(), out);
      }
    }
    checkBelow(patch, inMessage, out);
  }

  private static void checkLine(Place place, String text, Remarks out) {
    Matcher matcher = LINE.matcher(text);
    if (!matcher.matches()) {
      return;
    }
    String key = matcher.group(1);
    String value = matcher.group(4);
    Optional<String> meant = meant(key, value);
    if (meant.isEmpty()) {
      return;
    }
    String right = meant.get();
    String fixed = right + ": " + value;
    if (!right.equalsIgnoreCase(key)) {
      out.add(
          Remark.at(place, "'" + key + "' is not a trailer; did you mean " + right + "?")
              .excerpt(text)
              .fix(fixed));
    } else if (!right.equals(key)) {
      out.add(
          Remark.at(place, "the key is spelled " + right)
              .severity(Severity.NOTE)
              .excerpt(text)
              .fix(fixed));
    } else if (matcher.group(3).isEmpty() || !matcher.group(2).isEmpty()) {
      out.add(
          Remark.at(place, "a trailer has its colon behind the key, then a space")
              .severity(Severity.NOTE)
              .excerpt(text)
              .fix(fixed));
    }
    checkAddress(place, right, text, value, out);
  }

  private static void checkAddress(
      Place place, String key, String text, String value, Remarks out) {
    int open = value.indexOf('<');
    int close = value.indexOf('>');
    if (open < 0 ? close >= 0 : close < open) {
      out.add(Remark.at(place, "an angle bracket of the address is missing").excerpt(text));
    } else if (open >= 0 && value.substring(open, close).trim().indexOf(' ') > 0) {
      // List archives write "name at host": that is their doing, not the author's.
      if (!value.contains(" at ")) {
        out.add(Remark.at(place, "the address has a space in it").excerpt(text));
      }
    } else if (NEEDS_ADDRESS.contains(key) && value.indexOf('@') < 0 && !value.contains(" at ")) {
      out.add(
          Remark.at(place, key + " without an address")
              .severity(key.equals("Signed-off-by") ? Severity.WARNING : Severity.NOTE)
              .excerpt(text));
    }
  }

  /** The key that the line means, where it means one; itself when it is right. */
  private static Optional<String> meant(String key, String value) {
    for (String known : KEYS) {
      if (known.equalsIgnoreCase(key)) {
        return Optional.of(known);
      }
    }
    String folded = key.toLowerCase(Locale.ROOT);
    if (!folded.endsWith("by") || value.indexOf('@') < 0) {
      return Optional.empty();
    }
    return KEYS.stream()
        .filter(
            known ->
                Edits.within(folded, known.toLowerCase(Locale.ROOT), known.length() > 9 ? 2 : 1))
        .findFirst();
  }

  private static void checkBelow(PatchSubject patch, Set<String> inMessage, Remarks out) {
    boolean unsigned = Messages.text(patch).trailers("Signed-off-by").isEmpty();
    for (Messages.Below line : Messages.below(patch)) {
      // Without any Signed-off-by above, mail/signoff-missing tells of the one below.
      boolean told = unsigned && line.text().startsWith("Signed-off-by:");
      if (!told && DROPPED.matcher(line.text()).matches() && !inMessage.contains(line.text())) {
        out.add(
            Remark.at(line.place(), "git am drops a trailer below ---")
                .excerpt(line.text())
                .fix("move it above the ---"));
      }
    }
  }
}

package dev.galley.check.mail;

import dev.galley.check.CheckInfo;
import dev.galley.check.PatchCheck;
import dev.galley.check.PatchSubject;
import dev.galley.check.Remark;
import dev.galley.check.Remarks;
import dev.galley.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sentences wider than 75 columns.
 *
 * <p>Quotes, logs, tables, indented blocks, trailers, links and references to commits stay as they
 * are: breaking them would harm. One remark per message names the first line and the count.
 */
@CheckInfo(
    id = "mail/body-wrap",
    severity = Severity.NOTE,
    summary = "Commit message is wider than 75 columns",
    nature = CheckInfo.Nature.FORM,
    source = "Documentation/process/submitting-patches.rst, The canonical patch format")
public final class BodyWrap implements PatchCheck {

  private static final int WIDTH = 75;
  private static final int LONG_WORD = 36;
  private static final Pattern COMMIT = Pattern.compile("\\b[0-9a-f]{8,40}\\b|\\(\".*|.*\"\\)");

  /** The first word of references, kernel messages, markup and dumps of octets. */
  private static final Pattern NOT_PROSE =
      Pattern.compile(
          "\\s*(?:\\[[\\w+]+\\]:? |WARNING: |BUG: |Call Trace|<|[0-9a-f]{2} [0-9a-f]{2} )");

  @Override
  public void check(PatchSubject patch, Remarks out) {
    List<MessageText.Line> wide = new ArrayList<>();
    int widest = 0;
    for (MessageText.Line line : Messages.text(patch).lines(MessageText.Kind.PROSE)) {
      int columns = columns(line.text());
      if (columns > WIDTH && canBreak(line.text())) {
        wide.add(line);
        widest = Math.max(widest, columns);
      }
    }
    if (wide.isEmpty()) {
      return;
    }
    MessageText.Line first = wide.get(0);
    String count = wide.size() == 1 ? "a line" : wide.size() + " lines";
    out.add(
        Remark.at(
                Messages.place(patch, first.number()),
                count + " of the message wider than " + WIDTH + " columns")
            .excerpt(first.text())
            .fact("widest", widest + " columns"));
  }

  private static boolean canBreak(String text) {
    if (text.contains("://")
        || text.indexOf('@') >= 0
        || COMMIT.matcher(text).find()
        || NOT_PROSE.matcher(text).lookingAt()) {
      return false;
    }
    int words = 0;
    for (String word : text.trim().split("\\s+", -1)) {
      words++;
      if (word.length() > LONG_WORD) {
        return false;
      }
    }
    return words > 3;
  }

  /** Columns with tab stops of eight. */
  private static int columns(String text) {
    int column = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      column = text.charAt(i) == '\t' ? (column / 8 + 1) * 8 : column + 1;
    }
    return column;
  }
}

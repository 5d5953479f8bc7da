package dev.galley.mail.internal;

import dev.galley.grammar.MailHeader;
import dev.galley.grammar.MailHeaderBaseListener;
import dev.galley.mail.HeaderField;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;

/**
 * The header section of a mail or of a part, read by the grammar.
 *
 * @param fields fields in order, without a gap; an mbox envelope line is a field without a name
 * @param separator the empty line that ends the section; empty where none does
 */
public record HeaderSection(List<HeaderField> fields, Span separator) {

  public HeaderSection {
    fields = List.copyOf(fields);
  }

  /** The first octet of the body. */
  public int end() {
    return separator.end();
  }

  /**
   * Reads the section that begins at an offset; spans count from the start of {@code octets}.
   *
   * @param limit octets after which no further line is taken; the section can be longer than that
   *     by one line
   */
  public static HeaderSection read(Bytes octets, int from, int limit) {
    Collector collector = new Collector(octets, from);
    MailHeader parser = new MailHeader(new CommonTokenStream(new HeaderLines(octets, from, limit)));
    parser.setBuildParseTree(false);
    parser.removeErrorListeners();
    parser.addParseListener(collector);
    parser.section();
    return new HeaderSection(collector.fields, collector.separator);
  }

  /**
   * A folded value as one line, joined as git joins it: every line loses the white space at its
   * end, every line but the first gets a space for its first octet. Without white space at the
   * ends.
   */
  public static Bytes unfolded(Bytes raw) {
    int next = raw.nextLine(0);
    if (next == raw.length()) {
      return Ascii.trim(raw);
    }
    Octets joined = new Octets(raw.length());
    joined.add(raw, 0, Ascii.trimmedEnd(raw, 0, next));
    for (int at = next; at < raw.length(); at = next) {
      next = raw.nextLine(at);
      int end = Ascii.trimmedEnd(raw, at + 1, next);
      if (end > at + 1) {
        joined.add(' ').add(raw, at + 1, end);
      }
    }
    return Ascii.trim(joined.take());
  }

  private static final class Collector extends MailHeaderBaseListener {

    private final Bytes octets;
    private final List<HeaderField> fields = new ArrayList<>();
    private Span separator;

    Collector(Bytes octets, int from) {
      this.octets = octets;
      this.separator = Span.at(from);
    }

    @Override
    public void exitField(MailHeader.FieldContext field) {
      int start = field.getStart().getStartIndex();
      int end = field.getStop().getStopIndex() + 1;
      boolean envelope = field.getStart().getType() == MailHeader.ENVELOPE;
      int colon = envelope ? start : octets.indexOf(':', start);
      String name = octets.slice(start, colon).latin1();
      Bytes raw = octets.slice(name.isEmpty() ? start : colon + 1, end);
      fields.add(new HeaderField(name, raw, new Span(start, end)));
      separator = Span.at(end);
    }

    @Override
    public void exitEnd(MailHeader.EndContext end) {
      if (end.getStart().getType() == MailHeader.BLANK) {
        separator = new Span(separator.end(), end.getStart().getStopIndex() + 1);
      }
    }
  }
}

package dev.galley.mail.internal;

import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.util.List;

/**
 * Walks through the body of a mail: boundaries, part headers, transfer encodings, flowed text. The
 * lines that come out go to {@link LogAndPatch}. The rules are those of git's mailinfo.c,
 * handle_body; they know lines and boundaries, not a tree of parts.
 */
final class PatchBody {

  private final Bytes body;
  private final Content content;
  private final InfoFields header;
  private final LogAndPatch lines;
  private final Trouble trouble;
  private final Limits limits;
  private final boolean hasCarriageReturns;

  /** The start of a line whose end is still to come: base64 and flowed text cut lines anywhere. */
  private final Octets partial = new Octets();

  private int at;
  private int parts;
  private Line line = Line.EMPTY;

  PatchBody(
      Bytes body,
      Content content,
      InfoFields header,
      LogAndPatch lines,
      Trouble trouble,
      Limits limits) {
    this.body = body;
    this.content = content;
    this.header = header;
    this.lines = lines;
    this.trouble = trouble;
    this.limits = limits;
    this.hasCarriageReturns = body.indexOf('\r', 0) >= 0;
  }

  /**
   * Reads to the end, or as far as git does.
   *
   * @param first the line that ended the header of the mail
   * @param from where the line after it begins
   */
  void read(Line first, int from) {
    line = first;
    at = from;
    if (content.hasBoundary() && !findsBoundary()) {
      return;
    }
    do {
      if (content.isBoundary(line.octets())) {
        flushPartial();
        if (!entersPart()) {
          return;
        }
      }
      takeLine();
      if (trouble.isRefused()) {
        break;
      }
      if (lines.inPatch() && isPlain() && body.length() - at <= limits.lineBytes()) {
        noteCarriageReturns(body.from(at));
        lines.patch().add(at, body.length());
        at = body.length();
      }
    } while (nextLine());
    flushPartial();
    lines.closeField();
    if (content.hasBoundary() && !trouble.isRefused()) {
      trouble.warn("a multipart is never closed");
    }
  }

  /** Whether all that follows is one run of lines that nothing can happen to. */
  private boolean isPlain() {
    return !content.hasBoundary()
        && content.transfer == Transfer.NONE
        && !content.flowed
        && partial.isEmpty();
  }

  private boolean nextLine() {
    if (at >= body.length()) {
      return false;
    }
    int next = body.nextLine(at);
    line = new Line(body.slice(at, next), at, true);
    checkLength(next - at);
    at = next;
    return true;
  }

  private void checkLength(int length) {
    if (length > limits.lineBytes()) {
      trouble.refuse("a line of " + length + " octets, allowed are " + limits.lineBytes());
    }
  }

  private boolean findsBoundary() {
    if (!content.hasBoundary()) {
      at = body.length();
      return false;
    }
    while (nextLine()) {
      if (content.isBoundary(line.octets())) {
        return true;
      }
    }
    trouble.warn("a multipart has no part");
    return false;
  }

  /** From a boundary line to the first line of the part's content; false when there is none. */
  private boolean entersPart() {
    boolean first = true;
    while (content.closes(line.octets())) {
      // As in git, an empty line stands for the first of several closing boundaries only.
      lines.take(first ? Line.EMPTY : Line.made(Bytes.EMPTY));
      first = false;
      if (trouble.isRefused() || !findsBoundary()) {
        return false;
      }
    }
    if (++parts > limits.mimeParts()) {
      trouble.refuse("a mail of more parts than the " + limits.mimeParts() + " allowed");
      return false;
    }
    content.nextPart();
    HeaderSection section = HeaderSection.read(body, at, limits.headerBytes());
    header.take(section.fields(), false);
    if (section.separator().isEmpty() && section.end() < body.length()) {
      at = body.nextLine(section.end());
    } else {
      at = section.end();
    }
    if (!nextLine()) {
      return false;
    }
    if (!line.octets().endsWith("\n")) {
      line = Line.made(Bytes.concat(List.of(line.octets(), Bytes.utf8("\n"))));
    }
    return true;
  }

  private void takeLine() {
    if (content.transfer == Transfer.NONE) {
      takeFlowed(line);
      return;
    }
    Bytes octets = line.octets();
    Bytes chunk = content.transfer.decoded(octets);
    if (content.transfer == Transfer.BASE64
        && chunk.length() % 3 != 0
        && octets.indexOf('=', 0) < 0) {
      trouble.warn("a base64 line that is cut short");
    }
    int lineFeed = chunk.indexOf('\n', 0);
    int start = 0;
    if (lineFeed >= 0 && !partial.isEmpty()) {
      partial.add(chunk, 0, lineFeed + 1);
      takePartial();
      start = lineFeed + 1;
      lineFeed = chunk.indexOf('\n', start);
    }
    for (; lineFeed >= 0; lineFeed = chunk.indexOf('\n', start)) {
      takeFlowed(Line.made(chunk.slice(start, lineFeed + 1)));
      start = lineFeed + 1;
    }
    partial.add(chunk, start, chunk.length());
  }

  /** A line of RFC 3676 text, or of any other. */
  private void takeFlowed(Line from) {
    Bytes octets = from.octets();
    if (!content.flowed) {
      noteCarriageReturns(octets);
      lines.take(from);
      return;
    }
    int length = Flowed.contentLength(octets);
    if (Flowed.isSignature(octets, length)) {
      flushPartial();
      lines.take(from);
      return;
    }
    int start = length > 0 && octets.at(0) == ' ' ? 1 : 0;
    if (length > start && octets.at(length - 1) == ' ') {
      partial.add(octets, start, length - (content.deletesSpace ? 1 : 0));
      return;
    }
    if (partial.isEmpty()) {
      lines.take(start == 0 ? from : Line.made(octets.from(start)));
    } else {
      partial.add(octets, start, octets.length());
      flushPartial();
    }
  }

  /**
   * Like {@link #takeFlowed} for the line that is in {@code partial}, without copying it there and
   * back: text that is all one paragraph would take forever.
   */
  private void takePartial() {
    Bytes octets = partial.view();
    int length = content.flowed ? Flowed.contentLength(octets) : 0;
    if (!content.flowed || Flowed.isSignature(octets, length)) {
      noteCarriageReturns(octets);
      flushPartial();
      return;
    }
    int start = length > 0 && octets.at(0) == ' ' ? 1 : 0;
    boolean goesOn = length > start && octets.at(length - 1) == ' ';
    if (start == 1) {
      partial.dropFirst();
    }
    if (goesOn) {
      partial.cut(length - start - (content.deletesSpace ? 1 : 0));
    } else {
      flushPartial();
    }
  }

  private void flushPartial() {
    if (!partial.isEmpty()) {
      checkLength(partial.length());
      lines.take(Line.made(partial.take()));
    }
  }

  private void noteCarriageReturns(Bytes octets) {
    boolean mayHave = hasCarriageReturns || content.transfer != Transfer.NONE;
    if (mayHave && octets.indexOf("\r\n", 0) >= 0) {
      trouble.warn("lines end with a carriage return and a line feed");
    }
  }
}

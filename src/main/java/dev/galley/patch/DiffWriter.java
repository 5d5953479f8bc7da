package dev.galley.patch;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.io.ByteArrayOutputStream;

/** Writes diffs from their parts. */
public final class DiffWriter {

  private final Bytes source;
  private final ByteArrayOutputStream out;

  private DiffWriter(Bytes source) {
    this.source = source;
    this.out = new ByteArrayOutputStream(source.length());
  }

  /**
   * Prints a diff that was read: headers and prose as they stood, hunks line by line from marker
   * and text. For every input {@code print(read(x))} equals x.
   */
  public static Bytes print(Diff diff) {
    DiffWriter writer = new DiffWriter(diff.bytes());
    int at = 0;
    for (FileChange file : diff.files()) {
      writer.copy(at, file.span().start());
      writer.file(file);
      at = file.span().end();
    }
    writer.copy(at, diff.bytes().length());
    return Bytes.wrap(writer.out.toByteArray());
  }

  private void file(FileChange file) {
    copy(file.headerSpan());
    int at = file.headerSpan().end();
    for (Hunk hunk : file.hunks()) {
      copy(at, hunk.span().start());
      hunk(hunk);
      at = hunk.span().end();
    }
    copy(at, file.span().end());
  }

  private void hunk(Hunk hunk) {
    int at = source.nextLine(hunk.span().start());
    copy(hunk.span().start(), at);
    for (HunkLine line : hunk.lines()) {
      copy(at, line.span().start());
      line(line);
      at = line.span().end();
    }
    copy(at, hunk.span().end());
  }

  /** A context line may have lost its space; a last line may have lost its line feed. */
  private void line(HunkLine line) {
    int length = line.text().length();
    boolean fed = source.at(line.span().end() - 1) == '\n';
    if (line.span().length() > length + (fed ? 1 : 0)) {
      out.write(line.kind().marker());
    }
    out.writeBytes(line.text().toArray());
    if (fed) {
      out.write('\n');
    }
  }

  private void copy(Span span) {
    copy(span.start(), span.end());
  }

  private void copy(int from, int to) {
    out.writeBytes(source.slice(from, to).toArray());
  }
}

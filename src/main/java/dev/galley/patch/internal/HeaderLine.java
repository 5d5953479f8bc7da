package dev.galley.patch.internal;

import dev.galley.grammar.UnifiedDiff;
import dev.galley.text.Bytes;

/** The lines that a git header may have after {@code diff --git}. */
final class HeaderLine {

  private record Form(String start, int type) {}

  private static final Form[] FORMS = {
    new Form("--- ", UnifiedDiff.OLD_NAME),
    new Form("+++ ", UnifiedDiff.NEW_NAME),
    new Form("old mode ", UnifiedDiff.OLD_MODE),
    new Form("new mode ", UnifiedDiff.NEW_MODE),
    new Form("deleted file mode ", UnifiedDiff.DELETED_FILE),
    new Form("new file mode ", UnifiedDiff.NEW_FILE),
    new Form("copy from ", UnifiedDiff.COPY_FROM),
    new Form("copy to ", UnifiedDiff.COPY_TO),
    new Form("rename old ", UnifiedDiff.RENAME_FROM),
    new Form("rename new ", UnifiedDiff.RENAME_TO),
    new Form("rename from ", UnifiedDiff.RENAME_FROM),
    new Form("rename to ", UnifiedDiff.RENAME_TO),
    new Form("similarity index ", UnifiedDiff.SIMILARITY),
    new Form("dissimilarity index ", UnifiedDiff.SIMILARITY),
    new Form("index ", UnifiedDiff.INDEX),
  };

  private HeaderLine() {}

  /** The token type of the line at an offset; -1 for a line that ends the header. */
  static int typeOf(Bytes bytes, int line) {
    if (line >= bytes.length()) {
      return -1;
    }
    byte first = bytes.at(line);
    for (Form form : FORMS) {
      if (form.start.charAt(0) == first && bytes.startsWith(form.start, line)) {
        return bytes.at(bytes.nextLine(line) - 1) == '\n' ? form.type : -1;
      }
    }
    return -1;
  }

  /** Where the value of the line at an offset begins: after the words that make its type. */
  static int valueAt(Bytes bytes, int line) {
    for (Form form : FORMS) {
      if (bytes.startsWith(form.start, line)) {
        return line + form.start.length();
      }
    }
    throw new IllegalArgumentException("not a header line");
  }
}

package dev.galley.convert;

import dev.galley.kernelc.Fragment;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.Snippet;
import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import java.util.ArrayList;
import java.util.List;

/** The headers of the functions that hunks begin in, as far as their headings show them. */
final class LocalHeaders {

  private static final int LONGEST = 1_000;

  LocalHeaders(List<Hunk> hunks) {}

  /**
   * A function's header with the parameters that the heading has whole; empty where it has none.
   */
  String of(Hunk hunk, Fragment.Side side) {
    Bytes section = hunk.section();
    String text = section.slice(0, Math.min(section.length(), LONGEST)).latin1().strip();
    int open = text.indexOf('(');
    if (open <= 0) {
      return "";
    }
    List<String> parameters = parameters(text, open + 1);
    String header =
        "void f(" + (parameters.isEmpty() ? "void" : String.join(", ", parameters)) + ")";
    return Snippet.declarations(Bytes.utf8(header + ";")) instanceof Reading.Tree ? header : "";
  }

  /** What stands between commas; git cuts a heading after 80 octets, and with it the last one. */
  private static List<String> parameters(String text, int from) {
    List<String> found = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(' || c == '[') {
        depth++;
      } else if (depth > 0 && (c == ')' || c == ']')) {
        depth--;
      } else if (depth == 0 && (c == ',' || c == ')')) {
        found.add(text.substring(start, at).strip());
        start = at + 1;
        if (c == ')') {
          break;
        }
      }
    }
    found.removeIf(each -> each.isEmpty() || each.equals("void"));
    return found;
  }
}

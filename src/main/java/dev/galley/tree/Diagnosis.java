package dev.galley.tree;

import dev.galley.patch.Hunk;
import dev.galley.text.Bytes;
import dev.galley.text.Printable;
import java.util.List;

/** Says why a hunk finds no place: where it should have been, and what differs there. */
final class Diagnosis {

  private static final int MAX_QUOTED = 200;

  private Diagnosis() {}

  static Cause of(Image image, Hunk hunk, int expected) throws Image.TooCostlyException {
    List<OldLine> old = OldLine.of(hunk);
    if (image.count() == 0) {
      return Cause.of(Cause.Kind.NOT_FOUND, "the file is empty");
    }
    if (old.isEmpty()) {
      return Cause.of(
          Cause.Kind.WRONG_PLACE,
          "the hunk has no old lines, so its place cannot be told; the file has "
              + image.count()
              + " lines");
    }
    Alignment alignment = Neighbourhood.search(image, old, expected);
    if (!alignment.isConvincing()) {
      return Cause.of(
          Cause.Kind.NOT_FOUND, "no place in the file resembles its " + old.size() + " old lines");
    }
    Nearest nearest = Rebase.nearest(image, hunk, old, alignment);
    List<LineDifference> differences = nearest.differences();
    if (differences.isEmpty()) {
      return new Cause(
          Cause.Kind.WRONG_PLACE,
          "its old lines at line "
              + nearest.line()
              + " were already changed by an earlier hunk of the patch",
          nearest,
          0);
    }
    boolean whitespace =
        differences.stream().allMatch(d -> d.kind() == LineDifference.Kind.WHITESPACE);
    return new Cause(
        whitespace ? Cause.Kind.WHITESPACE_DIFFERS : Cause.Kind.CONTEXT_DIFFERS,
        whitespace ? whitespaceMessage(nearest) : message(nearest),
        nearest,
        0);
  }

  private static String whitespaceMessage(Nearest nearest) {
    boolean tabsLost =
        nearest.differences().stream()
            .allMatch(d -> d.expected().indexOf('\t', 0) < 0 && d.actual().indexOf('\t', 0) >= 0);
    boolean returns =
        nearest.differences().stream()
            .allMatch(d -> d.expected().endsWith("\r") != d.actual().endsWith("\r"));
    String how =
        tabsLost
            ? ": the tree has tabs where the patch has spaces, as after a mailer's damage"
            : returns ? ": the line endings differ" : "";
    return nearest.differences().size()
        + " of its "
        + nearest.total()
        + " old lines differ in white space only at line "
        + nearest.line()
        + how;
  }

  private static String message(Nearest nearest) {
    LineDifference first = nearest.differences().get(0);
    String what =
        switch (first.kind()) {
          case CHANGED, WHITESPACE ->
              "line "
                  + first.line()
                  + " is '"
                  + quote(first.actual())
                  + "', the hunk expects '"
                  + quote(first.expected())
                  + "'";
          case MISSING ->
              "before line " + first.line() + " the tree lacks '" + quote(first.expected()) + "'";
          case EXTRA ->
              "line " + first.line() + " '" + quote(first.actual()) + "' is not in the hunk";
        };
    int more = nearest.differences().size() - 1;
    return what
        + (more == 0 ? "" : "; " + more + (more == 1 ? " more difference" : " more differences"))
        + "; "
        + nearest.matching()
        + " of its "
        + nearest.total()
        + " old lines match";
  }

  private static String quote(Bytes line) {
    String text = Printable.line(line.utf8().strip());
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "...";
  }
}

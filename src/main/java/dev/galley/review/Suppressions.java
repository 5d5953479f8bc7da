package dev.galley.review;

import dev.galley.finding.Finding;
import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Single findings that a reviewer has looked at and waved through, from a text file.
 *
 * <pre>
 * # check            where                    -- reason
 * mail/spelling      patch 3                  -- the register is spelled like that
 * patch/whitespace   drivers/pci/table.h      -- generated table
 * patch/whitespace   drivers/pci/iov.c:17     -- kept from the data sheet
 * mail/*             *                        -- private tree
 * </pre>
 *
 * @param lines in the order of the file
 */
public record Suppressions(List<Line> lines) {

  /** No suppression at all. */
  public static final Suppressions NONE = new Suppressions(List.of());

  private static final Pattern FORM =
      Pattern.compile("(\\S+)\\s+(\\*|patch\\s+\\d{1,5}|\\S+)\\s+--\\s+(\\S.*)");
  private static final Pattern PATH_AND_LINE = Pattern.compile("([^:]+)(?::(\\d{1,9}))?");
  private static final int MOST_CHARACTERS_A_LINE = 4_096;

  public Suppressions {
    lines = List.copyOf(lines);
  }

  /**
   * One suppression.
   *
   * @param number line of the file, counted from 1
   * @param check an id, {@code group/*} or {@code *}
   * @param patch the patch, -1 for any
   * @param path a file or a folder with a slash; empty for any place
   * @param line line of the file; 0 for any
   * @param reason why
   */
  public record Line(int number, String check, int patch, String path, int line, String reason) {

    public Line {
      Objects.requireNonNull(check);
      Objects.requireNonNull(path);
      Objects.requireNonNull(reason);
    }

    boolean covers(Finding finding) {
      return Selector.matchesCheck(check, finding.check())
          && (patch < 0 || finding.place().patch() == patch)
          && (path.isEmpty() || Selector.matchesPath(path, finding.place().path()))
          && (line == 0 || finding.place().line() == line);
    }
  }

  /** Reads the file; a line that is not understood is a problem that says which and why. */
  public static Read<Suppressions> read(Bytes file) {
    List<Line> lines = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (int at = 0; at < file.length(); ) {
      int next = file.nextLine(at);
      number++;
      String text = file.slice(at, Math.min(next, at + MOST_CHARACTERS_A_LINE)).utf8().strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        Optional<Line> line = parse(number, text);
        line.ifPresent(lines::add);
        if (line.isEmpty()) {
          problems.add(
              Problem.error(
                  new Span(at, next),
                  "line "
                      + number
                      + " is not a suppression; write: CHECK (* | patch N | PATH[:LINE]) -- REASON"));
        }
      }
      at = next;
    }
    return new Read<>(new Suppressions(lines), problems);
  }

  private static Optional<Line> parse(int number, String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || !Selector.isCheckPattern(form.group(1))) {
      return Optional.empty();
    }
    String check = form.group(1);
    String where = form.group(2);
    String reason = form.group(3);
    if (where.equals("*")) {
      return Optional.of(new Line(number, check, -1, "", 0, reason));
    }
    if (where.matches("patch\\s+\\d+")) {
      int patch = Integer.parseInt(where.substring("patch".length()).strip());
      return Optional.of(new Line(number, check, patch, "", 0, reason));
    }
    Matcher path = PATH_AND_LINE.matcher(where);
    if (!path.matches()) {
      return Optional.empty();
    }
    int line = path.group(2) == null ? 0 : Integer.parseInt(path.group(2));
    return Optional.of(new Line(number, check, -1, path.group(1), line, reason));
  }

  /** The first line that covers a finding. */
  public Optional<Line> lineFor(Finding finding) {
    return lines.stream().filter(line -> line.covers(finding)).findFirst();
  }
}

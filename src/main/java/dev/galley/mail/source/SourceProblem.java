package dev.galley.mail.source;

import dev.galley.text.Printable;
import dev.galley.text.Problem.Level;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Something wrong with a source of mails: what, where, and what to do.
 *
 * @param kind the class of the problem, for programs
 * @param level ERROR when octets are lost or not understood
 * @param source the source as the user named it, not escaped
 * @param offset octet in the source, counted from 0, where that means something; of the compressed
 *     file for problems of compression
 * @param line line in the source, counted from 1, where that means something
 * @param what one sentence without full stop, printable
 * @param advice what to do, one printable line each
 */
public record SourceProblem(
    Kind kind,
    Level level,
    String source,
    OptionalLong offset,
    OptionalLong line,
    String what,
    List<String> advice) {

  /** Classes of problems. */
  public enum Kind {
    MISSING,
    UNREADABLE,
    EMPTY,
    NOT_A_MAIL,
    LINE_BREAKS_LOST,
    BARE_DIFF,
    ODD_SEPARATOR,
    COMPRESSION,
    LIMIT,
    NO_MAILS,
    SKIPPED_FILES,
    NO_SELECTION,
    NOT_FOUND
  }

  public SourceProblem {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(level);
    Objects.requireNonNull(source);
    Objects.requireNonNull(offset);
    Objects.requireNonNull(line);
    Objects.requireNonNull(what);
    advice = List.copyOf(advice);
  }

  /** A problem of the whole source. */
  public static SourceProblem error(Kind kind, String source, String what, String... advice) {
    return new SourceProblem(
        kind,
        Level.ERROR,
        source,
        OptionalLong.empty(),
        OptionalLong.empty(),
        what,
        List.of(advice));
  }

  /** A remark about the whole source; nothing was lost. */
  public static SourceProblem warning(Kind kind, String source, String what, String... advice) {
    return new SourceProblem(
        kind,
        Level.WARNING,
        source,
        OptionalLong.empty(),
        OptionalLong.empty(),
        what,
        List.of(advice));
  }

  /** The same problem at an octet of the source. */
  public SourceProblem atByte(long at) {
    return new SourceProblem(kind, level, source, OptionalLong.of(at), line, what, advice);
  }

  /** The same problem at a line of the source. */
  public SourceProblem atLine(long number) {
    return new SourceProblem(kind, level, source, offset, OptionalLong.of(number), what, advice);
  }

  /** {@code FILE:LINE: what}, then the advice on indented lines; safe for a terminal. */
  public String describe() {
    StringBuilder text = new StringBuilder(Printable.line(source));
    line.ifPresent(number -> text.append(':').append(number));
    text.append(": ").append(what);
    offset.ifPresent(at -> text.append(" (at byte ").append(at).append(')'));
    for (String sentence : advice) {
      text.append("\n  ").append(sentence);
    }
    return text.toString();
  }
}

package dev.galley.finding;

import java.util.List;
import java.util.Objects;

/**
 * A remark with its evidence.
 *
 * @param check id of the check, for example {@code series/numbering}
 * @param severity after profile, RFC and end-of-series judgement
 * @param place where it stands
 * @param message what is wrong in a maintainer's words: one line, lower case, no full stop
 * @param excerpt the lines it is about, as they stand in the patch or message; may be empty
 * @param facts evidence that lets a reader agree or disagree without the tool
 * @param fix what to write instead; may be empty
 * @param status what became of it
 */
public record Finding(
    String check,
    Severity severity,
    Place place,
    String message,
    List<String> excerpt,
    List<Fact> facts,
    String fix,
    Status status) {

  public Finding {
    Objects.requireNonNull(check);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(place);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(status);
    if (message.isBlank() || message.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a message is one line: " + message);
    }
    excerpt = List.copyOf(excerpt);
    facts = List.copyOf(facts);
  }

  public static Finding of(String check, Severity severity, Place place, String message) {
    return new Finding(check, severity, place, message, List.of(), List.of(), "", Status.open());
  }

  public Finding withExcerpt(List<String> lines) {
    return new Finding(check, severity, place, message, lines, facts, fix, status);
  }

  public Finding withFacts(List<Fact> evidence) {
    return new Finding(check, severity, place, message, excerpt, evidence, fix, status);
  }

  public Finding withFix(String text) {
    return new Finding(check, severity, place, message, excerpt, facts, text, status);
  }

  public Finding withStatus(Status became) {
    return new Finding(check, severity, place, message, excerpt, facts, fix, became);
  }

  public Finding withSeverity(Severity level) {
    return new Finding(check, level, place, message, excerpt, facts, fix, status);
  }
}

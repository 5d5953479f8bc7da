package dev.galley.check;

import dev.galley.finding.Fact;
import dev.galley.finding.Place;
import dev.galley.finding.Severity;
import dev.galley.finding.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a check has to say; the review makes a finding of it.
 *
 * @param place where
 * @param message what is wrong: one line, lower case, no full stop
 * @param excerpt the lines it is about
 * @param facts evidence
 * @param fix what to write instead; may be empty
 * @param severity when it is not the check's own
 * @param status when the check itself knows that a later patch puts it right, or that it was
 *     inherited
 */
public record Remark(
    Place place,
    String message,
    List<String> excerpt,
    List<Fact> facts,
    String fix,
    Optional<Severity> severity,
    Status status) {

  public Remark {
    Objects.requireNonNull(place);
    Objects.requireNonNull(message);
    excerpt = List.copyOf(excerpt);
    facts = List.copyOf(facts);
    Objects.requireNonNull(fix);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(status);
  }

  public static Remark at(Place place, String message) {
    return new Remark(place, message, List.of(), List.of(), "", Optional.empty(), Status.open());
  }

  public Remark excerpt(String... lines) {
    return new Remark(place, message, List.of(lines), facts, fix, severity, status);
  }

  /** Adds one piece of evidence. */
  public Remark fact(String key, Object value) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(Fact.of(key, value));
    return new Remark(place, message, excerpt, more, fix, severity, status);
  }

  public Remark fix(String text) {
    return new Remark(place, message, excerpt, facts, text, severity, status);
  }

  public Remark severity(Severity level) {
    return new Remark(place, message, excerpt, facts, fix, Optional.of(level), status);
  }

  public Remark status(Status became) {
    return new Remark(place, message, excerpt, facts, fix, severity, became);
  }
}

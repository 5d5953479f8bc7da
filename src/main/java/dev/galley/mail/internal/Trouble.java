package dev.galley.mail.internal;

import dev.galley.text.Problem;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong while a mail is read as a patch: each oddity once, and the first refusal. */
final class Trouble {

  private final Span place;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private String refusal = "";

  /**
   * @param place where problems are reported: the body in the octets of the mail
   * @param known problems that are known already
   */
  Trouble(Span place, List<Problem> known) {
    this.place = place;
    problems.addAll(known);
  }

  /** Notes what git would end with an error for; reading goes on where git's does. */
  void refuse(String why) {
    if (problems.stream().noneMatch(known -> known.message().equals(why))) {
      problems.add(Problem.error(place, why));
    }
    if (refusal.isEmpty()) {
      refusal = why;
    }
  }

  void warn(String what) {
    problems.add(Problem.warning(place, what));
  }

  boolean isRefused() {
    return !refusal.isEmpty();
  }

  Optional<String> refusal() {
    return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
  }

  List<Problem> problems() {
    return new ArrayList<>(problems);
  }
}

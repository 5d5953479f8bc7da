package dev.galley.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;

/** The checks that there are, as {@code META-INF/services} names them. */
public final class Checks {

  private static final Pattern ID = Pattern.compile("[a-z]+/[a-z0-9]+(-[a-z0-9]+)*");

  private Checks() {}

  /**
   * Every check, sorted by id.
   *
   * @throws IllegalStateException if an id is malformed or given twice
   */
  public static List<Check> all() {
    List<Check> checks = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Check check : ServiceLoader.load(Check.class, Checks.class.getClassLoader())) {
      String id = check.info().id();
      if (!ID.matcher(id).matches() || !ids.add(id)) {
        throw new IllegalStateException(
            check.getClass().getName() + ": id malformed or given twice: " + id);
      }
      checks.add(check);
    }
    checks.sort(Comparator.comparing(check -> check.info().id()));
    return List.copyOf(checks);
  }

  public static Optional<Check> byId(String id) {
    return all().stream().filter(check -> check.info().id().equals(id)).findFirst();
  }
}

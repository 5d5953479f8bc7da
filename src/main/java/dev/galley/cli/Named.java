package dev.galley.cli;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/**
 * What an option's value may name: formats, for most commands. Also their names, for the
 * completion.
 */
class Named<T> implements Iterable<String> {

  private final String what;
  private final List<T> all;
  private final Function<T, String> name;

  /**
   * The values of an option.
   *
   * @param what what one of them is, for people: "format"
   */
  Named(String what, List<T> all, Function<T, String> name) {
    this.what = what;
    this.all = List.copyOf(all);
    this.name = name;
  }

  /** The one of a name. */
  T of(String wanted) throws Failure {
    for (T each : all) {
      if (name.apply(each).equals(wanted)) {
        return each;
      }
    }
    throw new Failure("there is no " + what + " \"" + wanted + "\"; there are: " + names());
  }

  private String names() {
    return String.join(", ", all.stream().map(name).toList());
  }

  @Override
  public Iterator<String> iterator() {
    return all.stream().map(name).iterator();
  }
}

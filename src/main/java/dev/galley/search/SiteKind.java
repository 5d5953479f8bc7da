package dev.galley.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What happens to the object at a site. */
public enum SiteKind {
  /** Its value is used. */
  READ,
  /** It is assigned, also by {@code +=} and {@code ++}, whole or in part. */
  WRITE,
  /** Its address is taken, so that others may read and write it. */
  ADDRESS,
  /** The expression is a call. */
  CALL,
  /**
   * It is declared or defined here: a member in its struct, a function, a variable, a macro, an
   * enumerator.
   */
  DECLARATION,
  /** It gets its first value from a designated initialiser. */
  INITIALISER,
  /** It only lends its type: inside {@code sizeof} or {@code typeof}. */
  UNEVALUATED;

  /** The word for people and for {@code --kind}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with a label. */
  public static Optional<SiteKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}

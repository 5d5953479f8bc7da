package dev.galley.check;

/**
 * A check: one class, one {@link CheckInfo}, one page, stateless.
 *
 * <p>Implement {@link SeriesCheck}, {@link PatchCheck} or {@link LineCheck}, and name the class in
 * {@code META-INF/services/dev.galley.check.Check}.
 */
public sealed interface Check permits SeriesCheck, PatchCheck, LineCheck {

  /** The annotation of the class. */
  default CheckInfo info() {
    CheckInfo info = getClass().getAnnotation(CheckInfo.class);
    if (info == null) {
      throw new IllegalStateException(getClass().getName() + " has no @CheckInfo");
    }
    return info;
  }
}

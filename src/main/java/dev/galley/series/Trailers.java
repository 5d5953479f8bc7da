package dev.galley.series;

import dev.galley.text.Bytes;
import java.util.List;

/** Finds trailers where people and git put them. */
public final class Trailers {

  private Trailers() {}

  /**
   * The trailers of a commit message, as {@code git interpret-trailers --parse} without
   * configuration finds them under a title.
   *
   * <p>They are in the last paragraph, when every line of it is a trailer or a folded value, or
   * when a quarter of its lines are and {@code Signed-off-by:} or {@code (cherry picked from commit
   * …)} is among them. Lines that are no trailers are left out.
   *
   * @param log the message without its title, as {@code PatchMail.log()}
   * @see <a href="https://git-scm.com/docs/git-interpret-trailers">git-interpret-trailers</a>;
   *     git's trailer.c
   */
  public static List<Trailer> of(Bytes log) {
    return new TrailerBlock(log.latin1()).trailers();
  }

  /**
   * The trailers that somebody gives in a reply: not those that he quotes, nor those of a patch
   * that he sends along, nor in his signature.
   *
   * <p>A trailer that names a person ({@code …-by:}) must have an address, in the same line or, as
   * mailers wrap it, in the next. {@code Fixes:} must have a commit id, {@code Link:} and {@code
   * Closes:} a URL.
   *
   * @param text the whole decoded text of the mail, as {@code PatchMail.text()}
   */
  public static List<Trailer> inReply(Bytes text) {
    return new ReplyTrailers(text.utf8()).trailers();
  }
}

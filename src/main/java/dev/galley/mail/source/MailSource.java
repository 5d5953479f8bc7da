package dev.galley.mail.source;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Mails, one after the other. Only the mail last returned is kept in memory.
 *
 * <p>Not for use by several threads at a time.
 */
public interface MailSource extends Closeable {

  /** What a source turned out to be. */
  SourceKind kind();

  /**
   * The next mail, empty at the end.
   *
   * @throws IOException only if reading fails; what is wrong with the octets is in {@link
   *     #problems}
   */
  Optional<RawMail> next() throws IOException;

  /** What was wrong so far, in the order of reading; complete once {@link #next} gave empty. */
  List<SourceProblem> problems();

  /** Hands over the rest of the mails. */
  default void forEach(Consumer consumer) throws IOException {
    for (Optional<RawMail> mail = next(); mail.isPresent(); mail = next()) {
      consumer.accept(mail.get());
    }
  }

  /** Takes mails one at a time. */
  @FunctionalInterface
  interface Consumer {

    void accept(RawMail mail) throws IOException;
  }
}

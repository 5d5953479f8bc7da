package dev.galley.mail;

import dev.galley.mail.internal.PatchReading;
import dev.galley.text.Limits;
import java.util.Set;

/**
 * Reads a mail as git reads a patch: what {@code git mailinfo} of git 2.39 makes of it, without
 * running git (mailinfo.c; git-mailinfo(1)).
 *
 * <p>A mail on its way to {@code git am} passes {@code git mailsplit} first, which takes the
 * carriage return off lines that end with CR LF. That is done here, to the body and not to the
 * {@link Mail}, so that log and patch are those that {@code git am} would see; CR LF that appears
 * only when base64 or quoted-printable is undone stays, as it does there.
 */
public final class MailInfo {

  /** What can be asked for besides. */
  public enum Option {
    /** {@code --scissors}: a line like {@code -- >8 --} cuts off what stands above it. */
    SCISSORS,
    /** {@code git mailsplit --keep-cr}: lines that are not transfer-encoded keep their CR. */
    KEEP_CR
  }

  private MailInfo() {}

  /** Reads with git's default options. */
  public static PatchMail of(Mail mail, Limits limits) {
    return of(mail, limits, Set.of());
  }

  /**
   * Never fails: what git would refuse has a {@linkplain PatchMail#refusal() refusal}. So has what
   * is beyond the limits. The problems begin with those that {@link MailReader} reports.
   */
  public static PatchMail of(Mail mail, Limits limits, Set<Option> options) {
    return new PatchReading(mail, limits)
        .read(options.contains(Option.SCISSORS), options.contains(Option.KEEP_CR));
  }
}

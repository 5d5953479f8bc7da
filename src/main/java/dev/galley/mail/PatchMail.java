package dev.galley.mail;

import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mail read as git reads a patch: what {@code git mailinfo} (no options) prints, and what a
 * reviewer wants to know besides. All texts are UTF-8.
 *
 * @param mail the mail
 * @param authorName as mailinfo's {@code Author:}; the in-body {@code From:} counts in a mail with
 *     a patch
 * @param authorEmail as mailinfo's {@code Email:}
 * @param senderName name in the header's {@code From:}
 * @param senderEmail address in the header's {@code From:}
 * @param taggedSubject the subject decoded and unfolded, with its {@code [PATCH …]} and {@code Re:}
 * @param subject as mailinfo's {@code Subject:}, tags stripped
 * @param date as mailinfo's {@code Date:}
 * @param messageId without angle brackets; empty when there is none
 * @param inReplyTo message ids without angle brackets
 * @param references message ids without angle brackets, oldest first
 * @param log what mailinfo writes to its "msg" file: the commit message
 * @param patch what mailinfo writes to its "patch" file: from the {@code ---} or the first line of
 *     a diff to the end
 * @param text every text part decoded, before git's rules cut anything: for replies and trailers
 * @param logLine line of the mail where {@code log} begins, counted from 1; 0 when not known
 * @param patchLine line of the mail where {@code patch} begins, counted from 1; 0 when not known
 * @param refusal why mailinfo would exit with an error, where it would
 * @param problems what was odd on the way
 */
public record PatchMail(
    Mail mail,
    String authorName,
    String authorEmail,
    String senderName,
    String senderEmail,
    String taggedSubject,
    String subject,
    String date,
    String messageId,
    List<String> inReplyTo,
    List<String> references,
    Bytes log,
    Bytes patch,
    Bytes text,
    int logLine,
    int patchLine,
    Optional<String> refusal,
    List<Problem> problems) {

  public PatchMail {
    Objects.requireNonNull(mail);
    inReplyTo = List.copyOf(inReplyTo);
    references = List.copyOf(references);
    problems = List.copyOf(problems);
  }
}

package dev.galley.bench;

import dev.galley.mail.Mail;
import dev.galley.mail.MailInfo;
import dev.galley.mail.MailReader;
import dev.galley.mail.PatchMail;
import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.RawMail;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.Sources;
import dev.galley.patch.DiffReader;
import dev.galley.patch.Numstat;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What is measured: the way of a mail from its file to its counts, stopped at one of its stations.
 */
public final class Pipeline {

  /** How far a mail goes. */
  public enum Stage {
    /** Cut out of the mbox. */
    FRAME,
    /** And its header fields found. */
    HEADERS,
    /** And the octets of its body read as a diff and counted, without decoding. */
    DIFF,
    /** And read as git mailinfo reads it. */
    MAILINFO,
    /** And the patch that mailinfo gives read as a diff and counted: all that git does. */
    STAT
  }

  /**
   * What came out; never empty, so that nothing can be left out.
   *
   * @param mails mails
   * @param octets octets of the framed mails
   * @param files file changes
   * @param added lines added
   * @param removed lines removed
   */
  public record Totals(long mails, long octets, long files, long added, long removed) {}

  private final Limits limits = Limits.DEFAULT;
  private final Stage stage;
  private long mails;
  private long octets;
  private long files;
  private long added;
  private long removed;

  private Pipeline(Stage stage) {
    this.stage = stage;
  }

  /** Reads a whole mbox. */
  public static Totals run(InputStream mbox, Stage stage) throws IOException {
    Pipeline pipeline = new Pipeline(stage);
    try (MailSource source = Sources.stream("bench", mbox, pipeline.limits)) {
      for (Optional<RawMail> next = source.next(); next.isPresent(); next = source.next()) {
        pipeline.take(next.get());
      }
    } catch (SourceException e) {
      throw new IllegalArgumentException("the measured file is no mbox", e);
    }
    return new Totals(
        pipeline.mails, pipeline.octets, pipeline.files, pipeline.added, pipeline.removed);
  }

  private void take(RawMail raw) {
    mails++;
    octets += raw.framed().length();
    if (stage == Stage.FRAME) {
      return;
    }
    Mail mail = MailReader.read(raw.origin(), raw.bytes(), limits).value();
    if (stage == Stage.DIFF) {
      count(mail.bytes().slice(mail.body()));
    } else if (stage != Stage.HEADERS) {
      PatchMail patch = MailInfo.of(mail, limits);
      if (stage == Stage.STAT) {
        count(patch.patch());
      } else {
        files += patch.patch().length();
      }
    } else {
      files += mail.headers().size();
    }
  }

  private void count(Bytes diff) {
    for (Numstat.Row row : Numstat.of(DiffReader.read(diff, limits).value())) {
      files++;
      added += row.added();
      removed += row.removed();
    }
  }
}

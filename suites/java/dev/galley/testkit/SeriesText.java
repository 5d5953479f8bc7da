package dev.galley.testkit;

import dev.galley.mail.MailInfo;
import dev.galley.mail.MailReader;
import dev.galley.mail.PatchMail;
import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.Sources;
import dev.galley.series.Series;
import dev.galley.series.SeriesAssembler;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the octets of an mbox all the way to series. */
public final class SeriesText {

  private SeriesText() {}

  /** The series that a user would review who names none: the last one. */
  public static Series newest(Bytes mbox) {
    List<Series> all = all(mbox);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no series in: " + mbox);
    }
    return all.get(all.size() - 1);
  }

  /** Every series and version that the mails have; may be empty. */
  public static List<Series> all(Bytes mbox) {
    return SeriesAssembler.assemble(mails(mbox), Limits.DEFAULT).series();
  }

  private static List<PatchMail> mails(Bytes mbox) {
    List<PatchMail> mails = new ArrayList<>();
    try (MailSource source = Sources.stream("case.mbox", mbox.stream(), Limits.DEFAULT)) {
      source.forEach(
          raw ->
              mails.add(
                  MailInfo.of(
                      MailReader.read(raw.origin(), raw.bytes(), Limits.DEFAULT).value(),
                      Limits.DEFAULT)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SourceException e) {
      throw new IllegalArgumentException(e);
    }
    return mails;
  }
}

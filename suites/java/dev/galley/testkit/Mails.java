package dev.galley.testkit;

import dev.galley.mail.Mail;
import dev.galley.mail.MailInfo;
import dev.galley.mail.MailReader;
import dev.galley.mail.PatchMail;
import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceSpec;
import dev.galley.mail.source.Sources;
import dev.galley.series.Series;
import dev.galley.series.SeriesAssembler;
import dev.galley.series.SeriesSet;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the mails that a test wrote or names, all the way. */
public final class Mails {

  private Mails() {}

  /** The mails of an mbox's text. */
  public static List<PatchMail> of(String mbox) {
    return of(Bytes.utf8(mbox));
  }

  /** The mails of an mbox's octets. */
  public static List<PatchMail> of(Bytes mbox) {
    try (MailSource source = Sources.stream("test.mbox", mbox.stream(), Limits.DEFAULT)) {
      return all(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SourceException e) {
      throw new IllegalArgumentException(mbox.utf8(), e);
    }
  }

  /** The mails of a file or folder. */
  public static List<PatchMail> of(Path path) {
    try (MailSource source = Sources.open(SourceSpec.of(path.toString()), Limits.DEFAULT)) {
      return all(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SourceException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
  }

  /** The octets of each mail of a file or folder. */
  public static List<Bytes> octets(Path path) {
    List<Bytes> mails = new ArrayList<>();
    try (MailSource source = Sources.open(SourceSpec.of(path.toString()), Limits.DEFAULT)) {
      source.forEach(mail -> mails.add(mail.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SourceException e) {
      throw new IllegalArgumentException(path.toString(), e);
    }
    return mails;
  }

  /** One mail. */
  public static PatchMail of(MailText mail) {
    return of(mail.mbox()).get(0);
  }

  /** Everything that is in a test's series. */
  public static SeriesSet assemble(TestSeries series) {
    return SeriesAssembler.assemble(of(series.mbox()), Limits.DEFAULT);
  }

  /** Every series and version that an mbox has; may be empty. */
  public static List<Series> allSeries(Bytes mbox) {
    return SeriesAssembler.assemble(of(mbox), Limits.DEFAULT).series();
  }

  /** The series that a user would review who names none: the last one. */
  public static Series newest(Bytes mbox) {
    List<Series> all = allSeries(mbox);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no series in: " + mbox);
    }
    return all.get(all.size() - 1);
  }

  /** The only series of a test's mails. */
  public static Series series(TestSeries series) {
    List<Series> found = assemble(series).series();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " series instead of one");
    }
    return found.get(0);
  }

  private static List<PatchMail> all(MailSource source) throws IOException {
    List<PatchMail> mails = new ArrayList<>();
    source.forEach(
        raw -> {
          Mail mail = MailReader.read(raw.origin(), raw.bytes(), Limits.DEFAULT).value();
          mails.add(MailInfo.of(mail, Limits.DEFAULT));
        });
    return mails;
  }
}

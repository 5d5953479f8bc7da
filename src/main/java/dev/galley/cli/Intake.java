package dev.galley.cli;

import dev.galley.mail.Mail;
import dev.galley.mail.MailInfo;
import dev.galley.mail.MailReader;
import dev.galley.mail.PatchMail;
import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.RawMail;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceProblem;
import dev.galley.mail.source.SourceSpec;
import dev.galley.mail.source.Sources;
import dev.galley.series.Series;
import dev.galley.series.SeriesAssembler;
import dev.galley.series.SeriesSet;
import dev.galley.text.Limits;
import dev.galley.text.Printable;
import dev.galley.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From sources as a user names them to the series that are to be reviewed. */
final class Intake {

  private final ReviewJob job;
  private final Terminal terminal;
  private final Limits limits = Limits.DEFAULT;
  private final List<PatchMail> mails = new ArrayList<>();

  Intake(ReviewJob job, Terminal terminal) {
    this.job = job;
    this.terminal = terminal;
  }

  /** The series that the job asks for; never empty. */
  List<Series> series() throws Failure, IOException {
    try (Progress progress = new Progress(terminal, "reading mails")) {
      for (String source : job.sources()) {
        read(source, progress);
      }
    }
    if (mails.isEmpty()) {
      throw new Failure(names() + ": there is no mail in it");
    }
    SeriesSet found = SeriesAssembler.assemble(mails, limits);
    if (found.series().isEmpty()) {
      throw new Failure(
          names()
              + ": there is no patch in "
              + (mails.size() == 1 ? "this mail" : "these " + mails.size() + " mails")
              + "\n  First subject: "
              + Printable.line(mails.get(0).taggedSubject())
              + "\n  A patch is a mail with a diff in its text or in a text attachment.");
    }
    return new SeriesChoice(job, terminal).of(found);
  }

  private String names() {
    return Printable.line(String.join(", ", job.sources()));
  }

  private void read(String name, Progress progress) throws Failure, IOException {
    try (MailSource source = Sources.open(spec(name), limits, terminal.in())) {
      Optional<RawMail> next = source.next();
      while (next.isPresent()) {
        RawMail raw = next.get();
        Mail mail = MailReader.read(raw.origin(), raw.bytes(), limits).value();
        mails.add(MailInfo.of(mail, limits));
        progress.step();
        next = source.next();
      }
      for (SourceProblem problem : source.problems()) {
        String words = problem.level() == Problem.Level.ERROR ? "" : "note: ";
        terminal.remark(words + problem.describe());
      }
    } catch (SourceException refused) {
      throw new Failure(refused.problem().describe(), refused);
    }
  }

  /** A message id picks a thread out of a repository; in other sources it picks a series. */
  private SourceSpec spec(String name) throws Failure {
    SourceSpec spec = SourceSpec.parse(name);
    if (job.messageId().isEmpty()
        || name.equals(SourceSpec.STANDARD_INPUT)
        || !(spec.selection() instanceof SourceSpec.Everything)) {
      return spec;
    }
    Path path = ReviewJob.path(name);
    boolean repository =
        Files.isDirectory(path)
            && (Files.exists(path.resolve(".git")) || Files.isDirectory(path.resolve("objects")));
    return repository ? SourceSpec.thread(name, job.messageId().get()) : spec;
  }
}

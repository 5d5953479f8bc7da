package dev.galley.review;

import dev.galley.mail.Mail;
import dev.galley.mail.MailInfo;
import dev.galley.mail.MailOrigin;
import dev.galley.mail.MailReader;
import dev.galley.mail.PatchMail;
import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.RawMail;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceProblem;
import dev.galley.mail.source.SourceSpec;
import dev.galley.mail.source.Sources;
import dev.galley.text.Limits;
import dev.galley.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mails of all sources of an order.
 *
 * @param mails in order of source and place
 * @param problems what was wrong with the sources, although something could be read
 */
record Gathered(List<PatchMail> mails, List<SourceProblem> problems) {

  Gathered {
    mails = List.copyOf(mails);
    problems = List.copyOf(problems);
  }

  static Gathered from(ReviewOrder order, Progress progress) throws IOException, SourceException {
    List<PatchMail> mails = new ArrayList<>();
    List<SourceProblem> problems = new ArrayList<>();
    Limits limits = order.limits();
    for (SourceSpec spec : order.sources()) {
      try (MailSource source = Sources.open(spec, limits, order.standardInput())) {
        for (Optional<RawMail> raw = source.next(); raw.isPresent(); raw = source.next()) {
          Mail mail = MailReader.read(raw.get().origin(), raw.get().bytes(), limits).value();
          PatchMail read = MailInfo.of(mail, limits);
          mails.add(read);
          read.refusal().ifPresent(why -> problems.add(refused(read, why)));
          progress.at("reading mails", mails.size(), -1);
        }
        problems.addAll(source.problems());
      }
    }
    return new Gathered(mails, problems);
  }

  /** A mail that git would not take, and of which only a part could be read. */
  private static SourceProblem refused(PatchMail mail, String why) {
    MailOrigin origin = mail.mail().origin();
    return SourceProblem.warning(
            SourceProblem.Kind.LIMIT,
            origin.source(),
            "mail " + origin.ordinal() + " was read in part only: " + Printable.line(why),
            "git am refuses this mail. Look at it by hand.")
        .atLine(Math.max(1, origin.line()));
  }
}

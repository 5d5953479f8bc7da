package dev.galley.mail.source;

import dev.galley.mail.MailOrigin;
import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.mail.source.internal.Frame;
import dev.galley.mail.source.internal.MboxFrames;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mails of an mbox, read from a stream. */
final class MboxSource implements MailSource {

  private final String name;
  private final Limits limits;
  private final MboxFrames frames;
  private final List<SourceProblem> problems = new ArrayList<>();
  private int ordinal;
  private boolean ended;

  MboxSource(String name, InputStream in, Limits limits) {
    this.name = name;
    this.limits = limits;
    this.frames = new MboxFrames(in, limits);
  }

  @Override
  public SourceKind kind() {
    return SourceKind.MBOX;
  }

  @Override
  public Optional<RawMail> next() throws IOException {
    while (!ended) {
      Optional<Frame> next = frames.next();
      if (next.isEmpty()) {
        ended = true;
      } else if (ordinal == limits.mailsPerSource()) {
        ended = true;
        problems.add(
            SourceProblem.error(
                    Kind.LIMIT,
                    name,
                    "there are more than " + ordinal + " mails in this; the rest was not read",
                    "Cut it into smaller files, or pick a thread.")
                .atByte(next.get().start()));
      } else {
        ordinal++;
        Frame frame = next.get();
        if (frame.defect() == Frame.Defect.NONE) {
          return Optional.of(
              new RawMail(
                  new MailOrigin(name, ordinal, frame.mailStart(), frame.mailLine()),
                  frame.framed(),
                  frame.mail()));
        }
        problems.add(refused(frame));
      }
    }
    return Optional.empty();
  }

  private SourceProblem refused(Frame frame) {
    return Refusals.of(
        name,
        "mail " + ordinal,
        frame.defect() == Frame.Defect.LINE_TOO_LONG,
        frame.end() - frame.mailStart(),
        limits,
        frame.mailStart(),
        frame.mailLine());
  }

  @Override
  public List<SourceProblem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }
}

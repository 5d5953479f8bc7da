package dev.galley.mail.source;

import dev.galley.mail.MailOrigin;
import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One mail without an mbox separator, or one diff without a mail.
 *
 * <p>A bare diff becomes a mail with an empty header: its octets begin with the empty line that
 * ends one, so its origin's line is 0 and the diff's first line is line 1 of the source as it
 * should be.
 */
final class SingleSource implements MailSource {

  private final SourceKind kind;
  private final String name;
  private final InputStream in;
  private final Limits limits;
  private final List<SourceProblem> problems = new ArrayList<>();
  private boolean ended;

  SingleSource(SourceKind kind, String name, InputStream in, Limits limits) {
    this.kind = kind;
    this.name = name;
    this.in = in;
    this.limits = limits;
  }

  @Override
  public SourceKind kind() {
    return kind;
  }

  @Override
  public Optional<RawMail> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    ended = true;
    Bytes all = Bytes.wrap(in.readNBytes(limits.mailBytes() + 1));
    boolean longLine = hasLongLine(all);
    if (longLine || all.length() > limits.mailBytes()) {
      long length = all.length() + in.transferTo(java.io.OutputStream.nullOutputStream());
      problems.add(Refusals.of(name, "this mail", longLine, length, limits, 0, 1));
      return Optional.empty();
    }
    return Optional.of(kind == SourceKind.DIFF ? diff(all) : mail(all));
  }

  private RawMail mail(Bytes all) {
    int start = Recognition.blank(all);
    if (all.startsWith("From ", start)) {
      problems.add(
          SourceProblem.warning(
                  Kind.ODD_SEPARATOR,
                  name,
                  "the first line begins with \"From \" but has no date that git would accept; all"
                      + " was read as one mail",
                  "If there are several mails in it, write the separators as an mbox has them:"
                      + "  From mboxrd@z Thu Jan  1 00:00:00 1970")
              .atLine(1));
      start = all.nextLine(start);
    }
    long line = 1L + all.slice(0, start).lineFeeds();
    return new RawMail(new MailOrigin(name, 1, start, line), all, all.from(start));
  }

  private RawMail diff(Bytes all) {
    problems.add(
        SourceProblem.warning(
            Kind.BARE_DIFF,
            name,
            "this is a diff without a mail: there is no author, no subject and no message",
            "To have those checked too, give the mail, or the commit as git format-patch writes"
                + " it."));
    Bytes bytes = Bytes.concat(List.of(Bytes.utf8("\n"), all));
    return new RawMail(new MailOrigin(name, 1, 0, 0), all, bytes);
  }

  private boolean hasLongLine(Bytes all) {
    int start = 0;
    while (all.length() - start > limits.lineBytes()) {
      int next = all.nextLine(start);
      if (next - start > limits.lineBytes()) {
        return true;
      }
      start = next;
    }
    return false;
  }

  @Override
  public List<SourceProblem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

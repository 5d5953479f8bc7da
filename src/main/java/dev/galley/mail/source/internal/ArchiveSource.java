package dev.galley.mail.source.internal;

import dev.galley.mail.MailOrigin;
import dev.galley.mail.source.MailSource;
import dev.galley.mail.source.RawMail;
import dev.galley.mail.source.SourceException;
import dev.galley.mail.source.SourceKind;
import dev.galley.mail.source.SourceProblem;
import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Printable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/** The mails of a public-inbox archive, oldest first: all of them, or those of one thread. */
final class ArchiveSource implements MailSource {

  /** One repository of the archive. */
  record Epoch(String name, Repository repository) {}

  private record Place(int epoch, ObjectId commit) {}

  private final String name;
  private final List<Epoch> epochs;
  private final List<ObjectReader> readers = new ArrayList<>();
  private final Limits limits;
  private final List<SourceProblem> problems = new ArrayList<>();
  private final Set<ObjectId> deleted = new HashSet<>();
  private List<Place> places = List.of();
  private int next;
  private int ordinal;

  /** Takes the repositories over; they are closed with this. */
  ArchiveSource(String name, List<Epoch> epochs, Limits limits) {
    this.name = name;
    this.epochs = List.copyOf(epochs);
    this.limits = limits;
    epochs.forEach(epoch -> readers.add(epoch.repository().newObjectReader()));
  }

  /** Finds all mails. */
  void selectAll() throws IOException {
    places = oldestFirst(walk((place, entry) -> true));
  }

  /** Finds the mails that are linked with one, by In-Reply-To and References. */
  void selectThread(String messageId) throws IOException, SourceException {
    Threads threads = new Threads();
    List<Integer> nodes = new ArrayList<>();
    int wanted = threads.node(messageId);
    boolean[] found = new boolean[1];
    List<Place> all =
        walk(
            (place, entry) -> {
              Optional<Bytes> mail = octets(place.epoch(), entry.blob());
              ThreadFields fields = ThreadFields.of(mail.orElse(Bytes.EMPTY));
              if (fields.messageId().isEmpty()) {
                return false;
              }
              int own = threads.node(fields.messageId());
              fields.others().forEach(other -> threads.join(own, threads.node(other)));
              nodes.add(own);
              found[0] |= own == wanted;
              return true;
            });
    if (!found[0]) {
      throw new SourceException(
          SourceProblem.error(
              Kind.NOT_FOUND,
              name,
              "there is no mail <"
                  + Printable.line(messageId)
                  + "> among the "
                  + all.size()
                  + " mails of this archive",
              "Fetch the archive's newest mails (git fetch), or ask the archive's web page with"
                  + " that message-id."));
    }
    List<Place> thread = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (threads.areTogether(nodes.get(i), wanted)) {
        thread.add(all.get(i));
      }
    }
    if (thread.size() > limits.patchesPerSeries()) {
      problems.add(
          SourceProblem.error(
              Kind.LIMIT,
              name,
              "the thread has "
                  + thread.size()
                  + " mails, allowed are "
                  + limits.patchesPerSeries()
                  + "; the newest were left out"));
      thread = thread.subList(thread.size() - limits.patchesPerSeries(), thread.size());
    }
    places = oldestFirst(thread);
  }

  private interface Choice {

    boolean isWanted(Place place, Archive.Entry entry) throws IOException;
  }

  /** Goes through all epochs from the newest mail to the oldest. */
  private List<Place> walk(Choice choice) throws IOException {
    List<Place> found = new ArrayList<>();
    for (int i = epochs.size() - 1; i >= 0; i--) {
      ObjectReader reader = readers.get(i);
      Optional<ObjectId> at = Archive.tip(epochs.get(i).repository());
      while (at.isPresent()) {
        RevCommit commit = Archive.commit(reader, at.get());
        Optional<Archive.Entry> entry = Archive.entry(reader, commit);
        Place place = new Place(i, at.get());
        if (entry.isPresent() && entry.get().isDeletion()) {
          deleted.add(entry.get().blob());
        } else if (entry.isPresent()
            && !deleted.contains(entry.get().blob())
            && choice.isWanted(place, entry.get())) {
          if (found.size() == limits.mailsPerSource()) {
            tooMany();
            return found;
          }
          found.add(place);
        }
        at = commit.getParentCount() == 0 ? Optional.empty() : Optional.of(parent(commit));
      }
    }
    return found;
  }

  private static ObjectId parent(RevCommit commit) {
    return commit.getParent(0).copy();
  }

  private void tooMany() {
    problems.add(
        SourceProblem.error(
            Kind.LIMIT,
            name,
            "there are more than "
                + limits.mailsPerSource()
                + " mails in this archive; the oldest were left out",
            "Name a thread:  DIR:MESSAGE-ID"));
  }

  private static List<Place> oldestFirst(List<Place> newestFirst) {
    List<Place> turned = new ArrayList<>(newestFirst);
    Collections.reverse(turned);
    return turned;
  }

  @Override
  public SourceKind kind() {
    return SourceKind.PUBLIC_INBOX;
  }

  @Override
  public Optional<RawMail> next() throws IOException {
    while (next < places.size()) {
      Place place = places.get(next++);
      ordinal++;
      ObjectReader reader = readers.get(place.epoch());
      Optional<Archive.Entry> entry = Archive.entry(reader, Archive.commit(reader, place.commit()));
      Optional<Bytes> mail =
          entry.isEmpty() ? Optional.empty() : octets(place.epoch(), entry.get().blob());
      String source = source(place);
      if (mail.isPresent()) {
        return Optional.of(
            new RawMail(new MailOrigin(source, ordinal, 0, 1), mail.get(), mail.get()));
      }
      problems.add(
          SourceProblem.error(
              Kind.LIMIT,
              source,
              "this mail is longer than " + limits.mailBytes() + " bytes; it was left out"));
    }
    return Optional.empty();
  }

  private String source(Place place) {
    return epochs.get(place.epoch()).name() + ":" + place.commit().abbreviate(12).name();
  }

  /** A blob; empty if it is over the limit. */
  private Optional<Bytes> octets(int epoch, ObjectId blob) throws IOException {
    ObjectLoader loader = readers.get(epoch).open(blob, Constants.OBJ_BLOB);
    return loader.getSize() > limits.mailBytes()
        ? Optional.empty()
        : Optional.of(Bytes.wrap(loader.getCachedBytes(limits.mailBytes())));
  }

  @Override
  public List<SourceProblem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void close() {
    readers.forEach(ObjectReader::close);
    epochs.forEach(epoch -> epoch.repository().close());
  }
}

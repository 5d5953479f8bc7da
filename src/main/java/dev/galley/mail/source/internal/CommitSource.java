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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/**
 * Commits of a git repository, written as the mails that {@code git format-patch --full-index
 * --binary} would write, without the diffstat. Merges are left out, as git leaves them out.
 */
final class CommitSource implements MailSource {

  private static final String NO_COMMIT = "";

  private final String name;
  private final Repository repository;
  private final Limits limits;
  private final RevWalk walk;
  private final List<SourceProblem> problems = new ArrayList<>();
  private List<RevCommit> commits = List.of();
  private int next;

  /** Takes the repository over; it is closed with this. */
  CommitSource(String name, Repository repository, Limits limits) {
    this.name = name;
    this.repository = repository;
    this.limits = limits;
    this.walk = new RevWalk(repository);
  }

  /**
   * Finds the commits.
   *
   * @param revisions {@code A..B}; an end left out is HEAD; {@code A} alone is {@code A..HEAD}
   */
  void select(String revisions) throws IOException, SourceException {
    if (revisions.contains("...")) {
      throw new SourceException(
          SourceProblem.error(
              Kind.NO_SELECTION,
              name,
              "\"" + Printable.line(revisions) + "\" is a symmetric difference, not a series",
              "Write two dots:  A..B is what B has and A has not."));
    }
    int dots = revisions.indexOf("..");
    RevCommit from = commit(dots < 0 ? revisions : revisions.substring(0, dots));
    RevCommit to = commit(dots < 0 ? NO_COMMIT : revisions.substring(dots + 2));
    walk.setRevFilter(RevFilter.NO_MERGES);
    walk.sort(RevSort.TOPO);
    walk.markStart(to);
    walk.markUninteresting(from);
    List<RevCommit> found = new ArrayList<>();
    for (RevCommit commit : walk) {
      if (found.size() == limits.patchesPerSeries()) {
        throw new SourceException(
            SourceProblem.error(
                Kind.LIMIT,
                name,
                "there are more than " + found.size() + " commits in " + Printable.line(revisions),
                "Is the range the right way round, and its first end an ancestor of the second?"));
      }
      found.add(commit);
    }
    if (found.isEmpty()) {
      throw new SourceException(
          SourceProblem.error(
              Kind.NOT_FOUND,
              name,
              "there are no commits in " + Printable.line(revisions),
              "A..B is what B has and A has not; the older end comes first."));
    }
    Collections.reverse(found);
    commits = List.copyOf(found);
  }

  private RevCommit commit(String revision) throws IOException, SourceException {
    String wanted = revision.isEmpty() ? "HEAD" : revision;
    Optional<ObjectId> id;
    try {
      id = Optional.ofNullable(repository.resolve(wanted + "^{commit}"));
    } catch (AmbiguousObjectException e) {
      throw notFound(wanted, "several commits begin with \"" + Printable.line(wanted) + "\"");
    } catch (IncorrectObjectTypeException e) {
      throw notFound(wanted, "\"" + Printable.line(wanted) + "\" is no commit");
    } catch (RevisionSyntaxException e) {
      throw notFound(wanted, "\"" + Printable.line(wanted) + "\" is no revision in git's syntax");
    }
    if (id.isEmpty()) {
      throw notFound(wanted, "this repository has no revision \"" + Printable.line(wanted) + "\"");
    }
    return walk.parseCommit(id.get());
  }

  private SourceException notFound(String wanted, String what) {
    return new SourceException(
        SourceProblem.error(
            Kind.NOT_FOUND,
            name,
            what,
            "See what there is:  git -C "
                + Printable.line(name)
                + " log --oneline --all; a shallow clone may need:  git fetch --deepen 100",
            "Asked for: " + Printable.line(wanted)));
  }

  @Override
  public SourceKind kind() {
    return SourceKind.COMMITS;
  }

  @Override
  public Optional<RawMail> next() throws IOException {
    while (next < commits.size()) {
      RevCommit commit = commits.get(next++);
      String source = name + ":" + commit.abbreviate(12).name();
      PatchMailText text = text(commit);
      Bytes separator = Bytes.utf8(text.separator());
      Bytes mail = mail(commit, text);
      if (mail.length() <= limits.mailBytes()) {
        return Optional.of(
            new RawMail(
                new MailOrigin(source, next, 0, 1), Bytes.concat(List.of(separator, mail)), mail));
      }
      problems.add(
          SourceProblem.error(
              Kind.LIMIT,
              source,
              "the patch of this commit is "
                  + mail.length()
                  + " bytes long, allowed are "
                  + limits.mailBytes()
                  + "; it was left out"));
    }
    return Optional.empty();
  }

  private PatchMailText text(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    return new PatchMailText(
        commit.name(),
        author.getName(),
        author.getEmailAddress(),
        ZonedDateTime.ofInstant(author.getWhenAsInstant(), author.getZoneId()),
        commit.getFullMessage(),
        next,
        commits.size());
  }

  private Bytes mail(RevCommit commit, PatchMailText text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(text.headerAndLog().getBytes(StandardCharsets.UTF_8));
    out.write("---\n\n".getBytes(StandardCharsets.US_ASCII));
    try (ObjectReader reader = repository.newObjectReader();
        PatchFormatter formatter = new PatchFormatter(out, reader)) {
      RevCommit parent =
          commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0));
      formatter.format(parent == null ? null : parent.getTree(), commit.getTree());
      formatter.flush();
    }
    out.write("-- \ngalley\n\n".getBytes(StandardCharsets.US_ASCII));
    return Bytes.wrap(out.toByteArray());
  }

  @Override
  public List<SourceProblem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void close() {
    walk.close();
    repository.close();
  }
}

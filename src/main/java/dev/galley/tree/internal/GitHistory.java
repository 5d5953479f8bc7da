package dev.galley.tree.internal;

import dev.galley.tree.CommitInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Questions to a repository's commits, each within a bound. */
final class GitHistory {

  private static final int ID_DIGITS = 12;
  private static final int MAX_TAGS = 20_000;
  private static final int MAX_COMMITS = 20_000;
  private static final long MAX_NANOS = 1_000_000_000L;

  private GitHistory() {}

  /** The shortest tag on a commit, the first by name among equals; else the abbreviated id. */
  static String describe(Repository repository, ObjectId commit) {
    List<String> tags = new ArrayList<>();
    try {
      int seen = 0;
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_TAGS)) {
        if (seen++ == MAX_TAGS) {
          break;
        }
        Ref peeled = repository.getRefDatabase().peel(ref);
        ObjectId target =
            peeled.getPeeledObjectId() != null ? peeled.getPeeledObjectId() : ref.getObjectId();
        if (commit.equals(target)) {
          tags.add(ref.getName().substring(Constants.R_TAGS.length()));
        }
      }
    } catch (IOException e) {
      tags.clear();
    }
    return tags.stream()
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse(commit.name().substring(0, ID_DIGITS));
  }

  static Optional<CommitInfo> commit(Repository repository, String idPrefix) {
    String prefix = idPrefix.toLowerCase(Locale.ROOT);
    if (!GitObjects.isPrefix(prefix)) {
      return Optional.empty();
    }
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      Collection<ObjectId> ids = reader.resolve(AbbreviatedObjectId.fromString(prefix));
      CommitInfo found = null;
      for (ObjectId id : ids) {
        if (walk.parseAny(id) instanceof RevCommit commit) {
          if (found != null) {
            return Optional.empty();
          }
          walk.parseBody(commit);
          found = info(commit);
        }
      }
      return Optional.ofNullable(found);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static CommitInfo info(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    return new CommitInfo(
        commit.name(),
        commit.getShortMessage(),
        author.getName() + " <" + author.getEmailAddress() + ">");
  }

  /** Walks from a commit and compares only the way down to the path, parent by parent. */
  static List<String> subjectsOf(Repository repository, ObjectId start, String path, int max) {
    List<String> subjects = new ArrayList<>();
    long deadline = System.nanoTime() + MAX_NANOS;
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      walk.markStart(walk.parseCommit(start));
      int looked = 0;
      for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
        if (subjects.size() >= max || looked++ >= MAX_COMMITS || System.nanoTime() - deadline > 0) {
          break;
        }
        if (commit.getParentCount() != 1) {
          continue;
        }
        RevCommit parent = commit.getParent(0);
        walk.parseHeaders(parent);
        if (!idAt(reader, commit, path).equals(idAt(reader, parent, path))) {
          subjects.add(commit.getShortMessage());
        }
      }
    } catch (MissingObjectException e) {
      return subjects;
    } catch (IOException e) {
      return subjects;
    }
    return subjects;
  }

  private static ObjectId idAt(ObjectReader reader, RevCommit commit, String path)
      throws IOException {
    if (path.isEmpty()) {
      return commit.getTree().copy();
    }
    try (TreeWalk at = TreeWalk.forPath(reader, path, commit.getTree())) {
      return at == null ? ObjectId.zeroId() : at.getObjectId(0);
    }
  }
}

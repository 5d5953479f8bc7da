package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import dev.galley.tree.BaseTree;
import dev.galley.tree.CommitInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The tree of a revision of a git repository. */
public final class GitBase extends GitTree implements BaseTree {

  private final Repository repository;
  private final ObjectId commit;
  private final String name;

  /**
   * Takes over the repository.
   *
   * @param commit zero when the revision names a tree
   * @param workTree where the repository's files are checked out, if they are
   */
  GitBase(Repository repository, ObjectId commit, ObjectId root, Optional<Path> workTree) {
    super(new GitObjects(repository, workTree), root);
    this.repository = repository;
    this.commit = commit;
    this.name = GitHistory.describe(repository, commit.equals(ObjectId.zeroId()) ? root : commit);
  }

  Repository repository() {
    return repository;
  }

  @Override
  public String describe() {
    return name;
  }

  @Override
  public Optional<String> commitId() {
    return commit.equals(ObjectId.zeroId()) ? Optional.empty() : Optional.of(commit.name());
  }

  @Override
  public boolean hasHistory() {
    if (commit.equals(ObjectId.zeroId())) {
      return false;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(commit).getParentCount() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean isShallow() {
    try {
      return !repository.getObjectDatabase().getShallowCommits().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<CommitInfo> commit(String idPrefix) {
    return GitHistory.commit(repository, idPrefix);
  }

  @Override
  public boolean isAncestor(String commitId) {
    if (commit.equals(ObjectId.zeroId()) || !ObjectId.isId(commitId)) {
      return false;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit old = walk.parseCommit(ObjectId.fromString(commitId));
      return walk.isMergedInto(old, walk.parseCommit(commit));
    } catch (MissingObjectException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> subjectsOf(String path, int max) {
    return commit.equals(ObjectId.zeroId())
        ? List.of()
        : GitHistory.subjectsOf(repository, commit, path, max);
  }

  @Override
  public Optional<Bytes> blob(String idPrefix) {
    return objects().resolveBlob(idPrefix).flatMap(id -> objects().blob(id).found());
  }

  @Override
  public void close() {
    objects().close();
    repository.close();
  }
}

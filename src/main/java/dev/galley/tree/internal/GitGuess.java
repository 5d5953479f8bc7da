package dev.galley.tree.internal;

import dev.galley.tree.BaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Compares the trees of many commits with some wanted blobs; each subtree is looked at once. */
public final class GitGuess {

  private static final int MAX_REFS = 2_000;
  private static final int MAX_COMMITS = 50_000;
  private static final long MAX_NANOS = 2_000_000_000L;

  private final ObjectReader reader;
  private final RevWalk walk;
  private final Wanted wanted;
  private final int total;
  private final long deadline = System.nanoTime() + MAX_NANOS;
  private RevCommit best;
  private int bestCount = -1;

  /** The best commit. */
  public record Found(String commit, String name, int matching) {}

  /** The wanted names of a directory, and what was counted for the trees seen there. */
  private static final class Wanted {
    final Map<String, String> blobs = new HashMap<>();
    final Map<String, Wanted> directories = new HashMap<>();
    final Map<ObjectId, Integer> counted = new HashMap<>();
  }

  private GitGuess(ObjectReader reader, RevWalk walk, RevCommit head, Map<String, String> wanted)
      throws IOException {
    this.reader = reader;
    this.walk = walk;
    this.wanted = trie(wanted);
    this.total = wanted.size();
    this.best = head;
    consider(head);
  }

  /**
   * Searches.
   *
   * @param wanted abbreviated blob ids by path
   */
  public static Found search(Path directory, Map<String, String> wanted) throws IOException {
    try (Repository repository = GitRepository.open(directory);
        ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      ObjectId headId = repository.resolve(Constants.HEAD);
      if (headId == null) {
        throw new BaseException("base " + directory + ": the repository has no commit yet");
      }
      RevCommit head = walk.parseCommit(headId);
      GitGuess guess = new GitGuess(reader, walk, head, wanted);
      Map<RevCommit, String> names = new LinkedHashMap<>();
      try {
        if (!guess.isDone()) {
          names.putAll(guess.named(repository));
          for (RevCommit commit : names.keySet()) {
            guess.consider(commit);
          }
          guess.walkBack(head, names.keySet());
        }
      } catch (MissingObjectException e) {
        // The history of a shallow or partial clone ends here; what was found so far stands.
        names.putIfAbsent(head, Constants.HEAD);
      }
      String name =
          guess.best.equals(head)
              ? Constants.HEAD
              : names.getOrDefault(guess.best, guess.best.name().substring(0, 12));
      return new Found(guess.best.name(), name, guess.bestCount);
    }
  }

  private boolean isDone() {
    return bestCount == total || System.nanoTime() - deadline > 0;
  }

  /** The commits of branches and tags, newest first. */
  private Map<RevCommit, String> named(Repository repository) throws IOException {
    List<Ref> refs = new ArrayList<>(repository.getRefDatabase().getRefsByPrefix(Constants.R_REFS));
    refs.sort(Comparator.comparing(Ref::getName));
    Map<RevCommit, String> names = new LinkedHashMap<>();
    for (Ref ref : refs.subList(0, Math.min(refs.size(), MAX_REFS))) {
      if (ref.getObjectId() != null
          && walk.peel(walk.parseAny(ref.getObjectId())) instanceof RevCommit commit) {
        walk.parseHeaders(commit);
        names.putIfAbsent(commit, Repository.shortenRefName(ref.getName()));
      }
    }
    List<Map.Entry<RevCommit, String>> sorted = new ArrayList<>(names.entrySet());
    sorted.sort(Comparator.comparingInt(entry -> -entry.getKey().getCommitTime()));
    Map<RevCommit, String> newestFirst = new LinkedHashMap<>();
    sorted.forEach(entry -> newestFirst.put(entry.getKey(), entry.getValue()));
    return newestFirst;
  }

  private void walkBack(RevCommit head, Iterable<RevCommit> starts) throws IOException {
    walk.reset();
    walk.sort(RevSort.COMMIT_TIME_DESC);
    walk.markStart(head);
    for (RevCommit start : starts) {
      walk.markStart(start);
    }
    int seen = 0;
    for (RevCommit commit = walk.next();
        commit != null && seen++ < MAX_COMMITS && !isDone();
        commit = walk.next()) {
      consider(commit);
    }
  }

  private void consider(RevCommit commit) throws IOException {
    if (isDone()) {
      return;
    }
    int count = count(commit.getTree(), wanted);
    if (count > bestCount) {
      bestCount = count;
      best = commit;
    }
  }

  private int count(ObjectId tree, Wanted names) throws IOException {
    Integer known = names.counted.get(tree);
    if (known != null) {
      return known;
    }
    int count = 0;
    CanonicalTreeParser parser = new CanonicalTreeParser();
    parser.reset(reader, tree);
    for (; !parser.eof(); parser.next()) {
      byte[] octets = new byte[parser.getNameLength()];
      parser.getName(octets, 0);
      String name = new String(octets, StandardCharsets.UTF_8);
      boolean isTree = parser.getEntryRawMode() == FileMode.TYPE_TREE;
      Wanted below = isTree ? names.directories.get(name) : null;
      String id = isTree ? null : names.blobs.get(name);
      if (below != null) {
        count += count(parser.getEntryObjectId(), below);
      } else if (id != null && parser.getEntryObjectId().name().startsWith(id)) {
        count++;
      }
    }
    names.counted.put(tree.copy(), count);
    return count;
  }

  private static Wanted trie(Map<String, String> wanted) {
    Wanted root = new Wanted();
    wanted.forEach(
        (path, id) -> {
          Wanted at = root;
          String[] names = path.split("/", -1);
          for (int i = 0; i + 1 < names.length; i++) {
            at = at.directories.computeIfAbsent(names[i], name -> new Wanted());
          }
          at.blobs.put(names[names.length - 1], id);
        });
    return root;
  }
}

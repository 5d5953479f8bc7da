package dev.galley.tree.internal;

import dev.galley.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/** Merges the content of a file. */
public final class ContentMerge {

  private ContentMerge() {}

  /** What both sides made of the base; empty if they changed the same lines, or it is binary. */
  public static Optional<Bytes> merge(Bytes base, Bytes ours, Bytes theirs) {
    if (isBinary(base) || isBinary(ours) || isBinary(theirs)) {
      return Optional.empty();
    }
    MergeResult<RawText> merged =
        new MergeAlgorithm().merge(RawTextComparator.DEFAULT, text(base), text(ours), text(theirs));
    if (merged.containsConflicts()) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new MergeFormatter()
          .formatMerge(out, merged, List.of("base", "ours", "theirs"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("writing to memory does not fail", e);
    }
    return Optional.of(Bytes.wrap(out.toByteArray()));
  }

  private static RawText text(Bytes bytes) {
    return new RawText(bytes.toArray());
  }

  private static boolean isBinary(Bytes bytes) {
    return RawText.isBinary(bytes.toArray());
  }
}

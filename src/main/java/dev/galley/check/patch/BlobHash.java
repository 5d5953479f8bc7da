package dev.galley.check.patch;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import dev.galley.tree.ObjectIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The name that git gives to the content of a file that a patch adds. */
final class BlobHash {

  private static final int SHA1_DIGITS = 40;

  private BlobHash() {}

  /** The name of the content of a file that the change adds as a whole; empty where not known. */
  static Optional<String> ofAdded(FileChange file) {
    boolean whole =
        file.kind() == FileChange.Kind.ADDED
            && !file.isBinary()
            && !file.newId().isEmpty()
            && file.newId().length() <= SHA1_DIGITS
            && file.hunks().size() <= 1
            && file.hunks().stream().allMatch(BlobHash::isWhole);
    return whole ? Optional.of(ObjectIds.blob(content(file))) : Optional.empty();
  }

  /** Whether the index line names the content as it would be without carriage returns. */
  static boolean isWithoutReturns(FileChange file) {
    return ofAdded(file).isPresent()
        && ObjectIds.blob(Bytes.wrap(withoutReturns(content(file)))).startsWith(file.newId());
  }

  private static byte[] withoutReturns(Bytes content) {
    return content.latin1().replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isWhole(Hunk hunk) {
    return hunk.complete()
        && hunk.oldCount() == 0
        && hunk.newStart() <= 1
        && hunk.lines().stream().allMatch(HunkLine::isAdded);
  }

  private static Bytes content(FileChange file) {
    List<Bytes> lines =
        file.hunks().stream()
            .map(Hunk::lines)
            .flatMap(List::stream)
            .map(HunkLine::content)
            .toList();
    return Bytes.concat(lines);
  }
}

package dev.galley.check.patch;

import dev.galley.patch.FileChange;
import dev.galley.patch.Hunk;
import dev.galley.patch.HunkLine;
import dev.galley.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The name that git gives to a content: SHA-1 of {@code blob SIZE NUL content}. */
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
    return whole ? Optional.of(of(content(file))) : Optional.empty();
  }

  /** Whether the index line names the content as it would be without carriage returns. */
  static boolean isWithoutReturns(FileChange file) {
    return ofAdded(file).isPresent()
        && of(Bytes.wrap(withoutReturns(content(file)))).startsWith(file.newId());
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

  private static String of(Bytes content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length() + "\0").getBytes(StandardCharsets.US_ASCII));
      digest.update(content.buffer());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-1", e);
    }
  }
}

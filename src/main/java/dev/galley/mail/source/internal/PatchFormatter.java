package dev.galley.mail.source.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffDriver;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.patch.FileHeader;
import org.eclipse.jgit.util.io.BinaryHunkOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * JGit's diffs, made to read as those of {@code git format-patch --full-index}: the line in front
 * of a hunk that begins with a letter stands in its header, and binary files are written out.
 *
 * <p>What differs from git: where a change may be placed in several ways, hunks may be cut another
 * way (no indent heuristic); the similarity of renames is counted otherwise; binary files are
 * always literals, never deltas; the drivers of the user's {@code .gitattributes} are not asked; no
 * tab follows a path with a blank.
 */
final class PatchFormatter extends DiffFormatter {

  private static final int LONGEST_FUNCTION = 80;
  private static final int RENAME_SCORE = 50;
  private static final int RENAME_LIMIT = 1000;
  private static final int BINARY_LINE = 52;

  private final OutputStream out;
  private final ObjectReader reader;
  private @Nullable RawText old;
  private String function = "";
  private int functionSearched;

  PatchFormatter(OutputStream out, ObjectReader reader) {
    super(out);
    this.out = out;
    this.reader = reader;
    setReader(reader, new Config());
    setAbbreviationLength(Constants.OBJECT_ID_STRING_LENGTH);
    setDiffAlgorithm(DiffAlgorithm.getAlgorithm(DiffAlgorithm.SupportedAlgorithm.MYERS));
    setDetectRenames(true);
    getRenameDetector().setRenameScore(RENAME_SCORE);
    getRenameDetector().setRenameLimit(RENAME_LIMIT);
  }

  @Override
  public void format(DiffEntry entry) throws IOException {
    FileHeader header = toFileHeader(entry);
    if (header.getPatchType() != FileHeader.PatchType.BINARY) {
      super.format(entry);
      return;
    }
    // JGit ends the header of a binary file with a remark; the octets themselves are wanted here.
    String text = new String(header.getBuffer(), StandardCharsets.ISO_8859_1);
    int remark = text.lastIndexOf("Binary files ");
    out.write(header.getBuffer(), 0, remark < 0 ? header.getBuffer().length : remark);
    if (entry.getOldId().equals(entry.getNewId())) {
      return;
    }
    out.write(Constants.encodeASCII("GIT binary patch\n"));
    literal(octets(entry.getNewMode(), entry.getNewId()));
    literal(octets(entry.getOldMode(), entry.getOldId()));
  }

  private byte[] octets(FileMode mode, AbbreviatedObjectId id) throws IOException {
    return mode == FileMode.MISSING
        ? new byte[0]
        : reader.open(id.toObjectId(), Constants.OBJ_BLOB).getBytes();
  }

  private void literal(byte[] octets) throws IOException {
    out.write(Constants.encodeASCII("literal " + octets.length + "\n"));
    Deflater deflater = new Deflater();
    BinaryHunkOutputStream lines = new BinaryHunkOutputStream(out);
    DeflaterOutputStream deflated = new DeflaterOutputStream(lines, deflater, BINARY_LINE);
    deflated.write(octets);
    deflated.finish();
    lines.flush();
    deflater.end();
    out.write('\n');
  }

  @Override
  public void format(EditList edits, RawText a, RawText b, @Nullable DiffDriver driver)
      throws IOException {
    old = a;
    function = "";
    functionSearched = 0;
    super.format(edits, a, b, driver);
  }

  @Override
  protected void writeHunkHeader(
      int aStart, int aEnd, int bStart, int bEnd, @Nullable String driverFunction)
      throws IOException {
    String text =
        driverFunction == null || driverFunction.isEmpty() ? function(aStart) : driverFunction;
    super.writeHunkHeader(aStart, aEnd, bStart, bEnd, text.isEmpty() ? null : text);
  }

  /** The last line before a hunk that begins as an identifier does; git's def_ff(). */
  private String function(int hunkStart) {
    RawText text = old;
    if (text == null) {
      return "";
    }
    for (int line = hunkStart - 1; line >= functionSearched; line--) {
      ByteBuffer raw = text.getRawString(line);
      if (raw.hasRemaining() && isIdentifierStart(raw.get(raw.position()))) {
        function = clean(raw);
        break;
      }
    }
    functionSearched = Math.max(functionSearched, hunkStart);
    return function;
  }

  private static boolean isIdentifierStart(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || octet == '_'
        || octet == '$';
  }

  private static String clean(ByteBuffer line) {
    byte[] start = new byte[Math.min(line.remaining(), LONGEST_FUNCTION)];
    line.get(start);
    int end = start.length;
    while (end > 0 && start[end - 1] <= ' ' && start[end - 1] >= 0) {
      end--;
    }
    return new String(start, 0, end, StandardCharsets.UTF_8);
  }
}

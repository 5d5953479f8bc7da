package dev.galley.tree;

import dev.galley.patch.Diff;
import dev.galley.patch.DiffReader;
import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import dev.galley.text.Limits;
import dev.galley.text.Read;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.testng.SkipException;

/** The patches of the corpus, cut out of their mails by git itself. */
final class CorpusPatches {

  /**
   * A mail with a patch.
   *
   * @param mail the mail as git mailsplit leaves it
   * @param patch what git mailinfo takes for the patch
   */
  record Patch(Bytes mail, Bytes patch) {

    Read<Diff> read() {
      return DiffReader.read(patch, Limits.DEFAULT);
    }
  }

  private CorpusPatches() {}

  /** The corpus' folder; skips the test where there is none, or no git. */
  static Path folder() {
    Path folder = CorpusFiles.folder();
    if (!GitCommand.isThere()) {
      throw new SkipException("no git to compare with");
    }
    return folder;
  }

  /** All mboxes of the corpus' series, sorted. */
  static List<Path> mboxes() throws IOException {
    List<Path> found = new ArrayList<>();
    for (String topic : List.of("siov-rfc", "series", "conversions")) {
      try (Stream<Path> files = Files.walk(folder().resolve(topic))) {
        files.filter(file -> file.toString().endsWith(".mbox")).sorted().forEach(found::add);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("no mbox in " + folder());
    }
    return found;
  }

  /** The mails of an mbox that have a patch, in order. */
  static List<Patch> patches(Path mbox, Path scratch) throws IOException {
    Shell.run(
        scratch,
        """
        mkdir split
        git mailsplit --mboxrd -d6 -osplit "$1" >/dev/null
        for mail in split/*; do git mailinfo "$mail.msg" "$mail.patch" <"$mail" >/dev/null 2>&1; done
        """,
        mbox.toString());
    List<Path> mails;
    try (Stream<Path> files = Files.list(scratch.resolve("split"))) {
      mails =
          files.filter(file -> file.getFileName().toString().indexOf('.') < 0).sorted().toList();
    }
    List<Patch> patches = new ArrayList<>();
    for (Path file : mails) {
      Path cut = file.resolveSibling(file.getFileName() + ".patch");
      if (Files.exists(cut) && Files.size(cut) > 0) {
        patches.add(
            new Patch(Bytes.wrap(Files.readAllBytes(file)), Bytes.wrap(Files.readAllBytes(cut))));
      }
    }
    return patches;
  }
}

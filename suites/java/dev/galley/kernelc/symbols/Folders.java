package dev.galley.kernelc.symbols;

import dev.galley.testkit.GitCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.testng.SkipException;

/** A folder of a test, and a repository in it whose index git trusts. */
final class Folders {

  /** Long before any index is written. */
  static final FileTime OLD = FileTime.fromMillis(1_600_000_000_000L);

  private Folders() {}

  static Path make() throws IOException {
    return Files.createTempDirectory("galley-symbols");
  }

  static void delete(Path folder) throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  /** A repository of some files, paths and contents in turn, all older than its index. */
  static GitCommand repository(Path folder, String... files) throws IOException {
    if (!GitCommand.isThere()) {
      throw new SkipException("no git to compare with");
    }
    GitCommand git = GitCommand.init(folder);
    for (int i = 0; i < files.length; i += 2) {
      git.write(files[i], files[i + 1]);
    }
    makeOld(folder);
    git.commit("files");
    return git;
  }

  private static void makeOld(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file :
          all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
        if (!file.startsWith(folder.resolve(".git"))) {
          Files.setLastModifiedTime(file, OLD);
        }
      }
    }
  }

  /** The files in which git finds a word, in a commit. */
  static List<String> gitGrep(GitCommand git, String revision, String word) throws IOException {
    GitCommand.Result result =
        git.run(
            dev.galley.text.Bytes.EMPTY,
            "-c",
            "core.quotePath=false",
            "grep",
            "-lwF",
            "-e",
            word,
            revision,
            "--",
            "*.c",
            "*.h");
    if (result.status() > 1) {
      throw new IOException(result.errors());
    }
    return result
        .output()
        .utf8()
        .lines()
        .map(line -> line.substring(revision.length() + 1))
        .toList();
  }
}

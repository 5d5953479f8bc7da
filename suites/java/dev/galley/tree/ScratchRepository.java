package dev.galley.tree;

import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A repository of a test in which the real git applies patches. */
final class ScratchRepository {

  /** The tag of the commit that everything starts from. */
  static final String BASE = "base";

  private static final Pattern SEPARATOR = Pattern.compile("(?m)^>*From ");
  private static final String REFUSED = "refused";

  private final Path folder;
  private final GitCommand git;

  private ScratchRepository(Path folder, GitCommand git) {
    this.folder = folder;
    this.git = git;
  }

  /** Makes a repository in an empty folder with one commit of some files. */
  static ScratchRepository of(Path folder, Map<String, Tree.Edit> files) throws IOException {
    GitCommand git = GitCommand.init(folder);
    git.get("config", "core.hooksPath", "/dev/null");
    git.get("config", "commit.gpgSign", "false");
    git.get("config", "gc.auto", "0");
    git.get("config", "core.autocrlf", "false");
    ScratchRepository repository = new ScratchRepository(folder, git);
    repository.commit(files);
    return repository;
  }

  private void commit(Map<String, Tree.Edit> files) throws IOException {
    for (Map.Entry<String, Tree.Edit> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      int type = TreeEntry.type(file.getValue().mode());
      if (type == TreeEntry.SUBMODULE) {
        Files.createDirectories(path);
        continue;
      }
      Files.createDirectories(path.getParent());
      byte[] content = file.getValue().bytes().toArray();
      if (type == TreeEntry.SYMLINK) {
        Files.createSymbolicLink(path, Path.of(file.getValue().bytes().utf8()));
      } else {
        Files.write(path, content);
        if ((file.getValue().mode() & 0100) != 0 && !path.toFile().setExecutable(true)) {
          throw new IOException("cannot make " + path + " executable");
        }
      }
    }
    git.get("add", "-A", "-f", ".");
    for (Map.Entry<String, Tree.Edit> file : files.entrySet()) {
      if (TreeEntry.type(file.getValue().mode()) == TreeEntry.SUBMODULE) {
        String id = ObjectIds.entry(TreeEntry.SUBMODULE, file.getValue().bytes());
        git.get("update-index", "--add", "--cacheinfo", "160000," + id + "," + file.getKey());
      }
    }
    git.get("commit", "-q", "--allow-empty", "-m", "base");
    git.get("tag", BASE);
  }

  Path folder() {
    return folder;
  }

  /** Runs git am on one mail after another: the tree after each, or empty where git refuses. */
  List<Optional<String>> am(List<Bytes> mails) throws IOException {
    return each(
        mails.stream().map(ScratchRepository::quoted).toList(),
        """
        for mail in "$1"/*; do
          if git am -q --no-gpg-sign --patch-format=mboxrd <"$mail" >/dev/null; then
            git rev-parse 'HEAD^{tree}'
          else
            echo refused
            git am --abort
            git reset -q --hard
            git clean -q -f -d -x
          fi
        done
        """);
  }

  /** A mail as an mboxrd has it: a line of its body like a separator must not split it again. */
  private static Bytes quoted(Bytes mail) {
    String text = mail.latin1();
    int body = text.indexOf('\n') + 1;
    String rest = SEPARATOR.matcher(text.substring(body)).replaceAll(">$0");
    return Bytes.wrap((text.substring(0, body) + rest).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Runs git apply on the index, the engine of git am, on one patch after another. */
  List<Optional<String>> apply(List<Bytes> patches) throws IOException {
    return each(
        patches,
        """
        for patch in "$1"/*; do
          git apply --cached --whitespace=nowarn "$patch" && git write-tree || echo refused
        done
        """);
  }

  private List<Optional<String>> each(List<Bytes> inputs, String script) throws IOException {
    Path in = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-in"));
    int number = 0;
    for (Bytes input : inputs) {
      Files.write(in.resolve(String.format(Locale.ROOT, "%06d", ++number)), input.toArray());
    }
    List<String> lines = Shell.run(folder, script, in.toString());
    if (lines.size() != inputs.size()) {
      throw new IOException(lines.size() + " results for " + inputs.size() + " patches: " + lines);
    }
    return lines.stream()
        .map(line -> line.equals(REFUSED) ? Optional.<String>empty() : Optional.of(line))
        .toList();
  }
}

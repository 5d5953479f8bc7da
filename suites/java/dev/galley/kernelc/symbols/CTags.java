package dev.galley.kernelc.symbols;

import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Universal Ctags, run on files of a tree: an oracle of the names at file level. */
final class CTags {

  private static final Map<String, SymbolKind> KINDS =
      Map.of(
          "struct", SymbolKind.RECORD,
          "union", SymbolKind.RECORD,
          "enum", SymbolKind.ENUM,
          "typedef", SymbolKind.TYPEDEF,
          "function", SymbolKind.FUNCTION,
          "enumerator", SymbolKind.ENUMERATOR,
          "macro", SymbolKind.MACRO);

  /** One name; lines count from 1. */
  record Tag(String path, int line, SymbolKind kind, String name) {}

  private CTags() {}

  /** Whether there is a ctags to run that is the universal one. */
  static boolean isThere() {
    try {
      return run(Path.of("."), "", "--version").latin1().contains("Universal Ctags");
    } catch (IOException e) {
      return false;
    }
  }

  /** The names in files of a tree; those without a name of their own left out. */
  static List<Tag> of(Path tree, List<String> paths) throws IOException {
    Bytes output =
        run(
            tree,
            String.join("\n", paths) + "\n",
            "--options=NONE",
            "--languages=C",
            "--langmap=C:.c.h",
            "--kinds-C=suegtfd",
            "--sort=no",
            "-x",
            "--_xformat=%K %n %N %F",
            "-L",
            "-");
    List<Tag> tags = new ArrayList<>();
    for (String line : (Iterable<String>) output.latin1().lines()::iterator) {
      String[] parts = line.split(" ", 4);
      if (!parts[2].startsWith("__anon")) {
        SymbolKind kind = KINDS.get(parts[0]);
        if (kind == null) {
          throw new IOException("ctags: " + line);
        }
        tags.add(new Tag(parts[3], Integer.parseInt(parts[1]), kind, parts[2]));
      }
    }
    return tags;
  }

  private static Bytes run(Path folder, String input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ctags"));
    command.addAll(List.of(arguments));
    Path list = Files.createTempFile("galley-ctags", ".txt");
    try {
      Files.writeString(list, input);
      Process process =
          GitCommand.builder(folder, command)
              .redirectInput(list.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Bytes output = Bytes.wrap(process.getInputStream().readAllBytes());
      int status = process.waitFor();
      if (status != 0) {
        throw new IOException("ctags ends with " + status);
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.delete(list);
    }
  }
}

package dev.galley.tree;

import dev.galley.testkit.GitCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs many gits in one go: a shell script, without anybody's git settings. */
final class Shell {

  private Shell() {}

  /** Runs a script in a folder and gives the lines that it prints. */
  static List<String> run(Path folder, String script, String... arguments) throws IOException {
    Path out = Files.createTempFile("galley-tree-out", null);
    try {
      List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          GitCommand.builder(folder, command)
              .redirectErrorStream(false)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(out.toFile());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("the script does not end: " + script);
      }
      return Files.readAllLines(out, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(out);
    }
  }
}

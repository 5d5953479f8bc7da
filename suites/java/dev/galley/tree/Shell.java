package dev.galley.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs many gits in one go: a shell script, without anybody's git settings. */
final class Shell {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HOME", "/nonexistent",
          "GIT_CONFIG_NOSYSTEM", "1",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "LC_ALL", "C.UTF-8",
          "TZ", "UTC",
          "GIT_COMMITTER_NAME", "A U Thor",
          "GIT_COMMITTER_EMAIL", "author@example.com",
          "GIT_COMMITTER_DATE", "1700000000 +0000");

  private Shell() {}

  /** Runs a script in a folder and gives the lines that it prints. */
  static List<String> run(Path folder, String script, String... arguments) throws IOException {
    Path out = Files.createTempFile("galley-tree-out", null);
    try {
      List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(false)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(out.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
      builder.environment().putAll(ENVIRONMENT);
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

package dev.galley.testkit;

import dev.galley.text.Bytes;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real git, run in a folder without anybody's settings; the oracle of many tests. */
public final class GitCommand {

  private final Path directory;
  private final Map<String, String> environment = new HashMap<>();

  public GitCommand(Path directory) {
    this.directory = directory;
  }

  /**
   * A command, git itself or a script that runs it, in a folder: with nobody's settings, a fixed
   * author and committer, and blind for a repository above the folder.
   */
  public static ProcessBuilder builder(Path directory, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("HOME", "/nonexistent");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
    environment.put(
        "GIT_CEILING_DIRECTORIES", directory.toAbsolutePath().resolve("..").normalize().toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("TZ", "UTC");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "A U Thor");
      environment.put("GIT_" + who + "_EMAIL", "author@example.com");
      environment.put("GIT_" + who + "_DATE", "1700000000 +0000");
    }
    return builder;
  }

  /** Whether there is a git to run. */
  public static boolean isThere() {
    try {
      return new GitCommand(Path.of(".")).run(Bytes.EMPTY, "--version").status() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The same with one more variable in its environment. */
  public GitCommand with(String variable, String value) {
    GitCommand copy = new GitCommand(directory);
    copy.environment.putAll(environment);
    copy.environment.put(variable, value);
    return copy;
  }

  /** What a run left. */
  public record Result(int status, Bytes output, String errors) {}

  /** Runs git and gives its output without the last line feed; fails if git does. */
  public String get(String... arguments) throws IOException {
    Result result = run(Bytes.EMPTY, arguments);
    if (result.status() != 0) {
      throw new IOException(
          "git " + Arrays.toString(arguments) + ": " + result.status() + " " + result.errors());
    }
    return result.output().utf8().stripTrailing();
  }

  /** Runs git with some input. */
  public Result run(Bytes input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(Arrays.asList(arguments));
    Path in = Files.createTempFile("galley-in", null);
    Path out = Files.createTempFile("galley-out", null);
    Path err = Files.createTempFile("galley-err", null);
    try {
      try (OutputStream stream = Files.newOutputStream(in)) {
        input.writeTo(stream);
      }
      ProcessBuilder builder =
          builder(directory, command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(10, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("git " + command + " does not end");
      }
      return new Result(
          process.exitValue(),
          Bytes.wrap(Files.readAllBytes(out)),
          Files.readString(err, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      for (Path path : List.of(in, out, err)) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Makes a repository in the folder. */
  public static GitCommand init(Path directory) throws IOException {
    Files.createDirectories(directory);
    GitCommand git = new GitCommand(directory);
    git.get("init", "-q", "-b", "main", ".");
    return git;
  }

  /** Writes a file below the folder. */
  public void write(String path, String content) throws IOException {
    Path file = directory.resolve(path.replace("/", File.separator));
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  /** Commits all that is there. */
  public String commit(String subject) throws IOException {
    get("add", "-A", "-f", ".");
    get("commit", "-q", "--allow-empty", "-m", subject);
    return get("rev-parse", "HEAD");
  }
}

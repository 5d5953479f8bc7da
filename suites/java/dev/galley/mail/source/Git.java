package dev.galley.mail.source;

import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.testng.SkipException;

/** Runs the real git, apart from the user's configuration. */
final class Git {

  private final Path folder;

  Git(Path folder) {
    this.folder = folder;
  }

  /** Throws a skip if there is no git to compare with. */
  static void require() {
    try {
      new Git(Path.of(".")).run("--version");
    } catch (UncheckedIOException e) {
      throw new SkipException("git is not installed: nothing to compare with", e);
    }
  }

  /** What a command left behind. */
  record Result(int status, Bytes output) {

    String text() {
      return output.utf8();
    }
  }

  /** Runs a command that has to succeed and gives its output. */
  String run(String... arguments) {
    Result result = tryRun(new byte[0], arguments);
    if (result.status() != 0) {
      throw new AssertionError("git " + List.of(arguments) + " failed: " + result.text());
    }
    return result.text();
  }

  /** Runs a command; standard error goes to the output of the result. */
  Result tryRun(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add("git");
    command.addAll(List.of(arguments));
    ProcessBuilder builder = GitCommand.builder(folder, command);
    builder.redirectErrorStream(true);
    builder.environment().put("GIT_AUTHOR_NAME", "Ada Author");
    builder.environment().put("GIT_AUTHOR_EMAIL", "ada@example.org");
    builder.environment().put("GIT_COMMITTER_NAME", "Carl Committer");
    builder.environment().put("GIT_COMMITTER_EMAIL", "carl@example.org");
    builder.environment().put("GIT_AUTHOR_DATE", "1700000000 +0200");
    builder.environment().put("GIT_COMMITTER_DATE", "1700000000 +0200");
    try {
      Process process = builder.start();
      CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> drain(process));
      try (var stdin = process.getOutputStream()) {
        stdin.write(input);
      } catch (IOException e) {
        if (input.length == 0) {
          throw e;
        }
      }
      byte[] all = output.join();
      return new Result(process.waitFor(), Bytes.wrap(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static byte[] drain(Process process) {
    try (InputStream out = process.getInputStream()) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      out.transferTo(all);
      return all.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

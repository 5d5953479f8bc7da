package dev.galley.patch;

import dev.galley.testkit.CorpusFiles;
import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.testng.SkipException;

/** The real git, and the corpus's record of what it said; skips the test where one is missing. */
final class GitTool implements AutoCloseable {

  private final Path scratch;
  private int runs;

  private GitTool(Path scratch) {
    this.scratch = scratch;
  }

  static GitTool open() throws IOException {
    GitTool tool = new GitTool(Files.createTempDirectory("galley-git"));
    try {
      tool.run(Bytes.EMPTY, "--version");
    } catch (IOException e) {
      throw new SkipException("no git: " + e.getMessage(), e);
    }
    return tool;
  }

  /** The rows of a truth table, its heading left out. */
  static List<String[]> truth(String name) throws IOException {
    List<String> lines =
        Files.readString(CorpusFiles.folder().resolve("truth").resolve(name))
            .lines()
            .skip(1)
            .toList();
    if (lines.isEmpty()) {
      throw new IllegalStateException("no rows in " + name);
    }
    return lines.stream().map(line -> line.split("\t", -1)).toList();
  }

  record Output(int status, Bytes out, String errors) {}

  /** Runs git outside any repository, with nobody's configuration. */
  Output run(Bytes input, String... arguments) throws IOException {
    return runIn(scratch, input, arguments);
  }

  Output runIn(Path folder, Bytes input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path in = scratch.resolve("in" + runs);
    Path out = scratch.resolve("out" + runs);
    Path errors = scratch.resolve("err" + runs++);
    Files.write(in, input.toArray());
    ProcessBuilder builder =
        GitCommand.builder(folder, command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile());
    try {
      int status = builder.start().waitFor();
      Output output =
          new Output(
              status,
              Bytes.wrap(Files.readAllBytes(out)),
              new String(Files.readAllBytes(errors), StandardCharsets.ISO_8859_1));
      Files.delete(in);
      Files.delete(out);
      Files.delete(errors);
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Splits an mbox of the corpus as its truth was made; the folder holds 0001, 0002, … */
  Path split(String name) throws IOException {
    Path mbox = CorpusFiles.folder().resolve(name);
    Path folder = Files.createDirectory(scratch.resolve("split" + runs++));
    Path plain = folder.resolve("plain.mbox");
    if (name.endsWith(".gz")) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(mbox))) {
        Files.copy(in, plain);
      }
    } else {
      Files.copy(mbox, plain);
    }
    run(Bytes.EMPTY, "mailsplit", "--mboxrd", "-o" + folder, plain.toString());
    return folder;
  }

  /** What mailinfo takes for the patch of a mail. */
  Bytes patchOf(Path mail) throws IOException {
    Path log = scratch.resolve("msg");
    Path patch = scratch.resolve("patch");
    Files.deleteIfExists(patch);
    run(Bytes.wrap(Files.readAllBytes(mail)), "mailinfo", log.toString(), patch.toString());
    return Bytes.wrap(Files.readAllBytes(patch));
  }

  Path scratch() {
    return scratch;
  }

  static String sha256(Bytes bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(scratch)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}

package dev.galley.cli;

import dev.galley.text.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a whole report to a file, or nothing: a reader never meets half of one. */
final class ResultFile {

  private ResultFile() {}

  static void write(Path file, String text) throws Failure {
    try {
      writeWhole(file, text);
    } catch (IOException e) {
      throw new Failure(
          Printable.line(file.toString())
              + ": the report could not be written: "
              + Failure.reason(e),
          e);
    }
  }

  private static void writeWhole(Path file, String text) throws IOException, Failure {
    if (file.toString().isEmpty()) {
      throw new Failure("-o: the name of the file is empty");
    }
    if (Files.isDirectory(file)) {
      throw new Failure(Printable.line(file.toString()) + ": is a folder; name a file with -o");
    }
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Failure(
          Printable.line(file.toString()) + ": the folder to write it in does not exist");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A device or a named pipe cannot be replaced; it takes what it is given.
      Files.writeString(target, text, StandardCharsets.UTF_8);
      return;
    }
    Path unfinished = Files.createTempFile(folder, ".galley-", ".tmp");
    try {
      Files.writeString(unfinished, text, StandardCharsets.UTF_8);
      move(unfinished, Files.isSymbolicLink(target) ? target.toRealPath() : target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

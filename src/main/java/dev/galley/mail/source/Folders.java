package dev.galley.mail.source;

import dev.galley.mail.source.FilesSource.Entry;
import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Limits;
import dev.galley.text.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Folders of mails: Maildir, patch files, one mail a file. */
final class Folders {

  private static final List<String> ENDINGS = List.of(".patch", ".eml", ".mbox", ".mbx", ".diff");
  private static final int MOST_NAMES_SHOWN = 3;

  private Folders() {}

  static boolean isMaildir(Path folder) {
    return Files.isDirectory(folder.resolve("cur")) || Files.isDirectory(folder.resolve("new"));
  }

  /** The mails of {@code cur/} and {@code new/}, in the order of git mailsplit. */
  static MailSource maildir(String name, Path folder, Limits limits)
      throws IOException, SourceException {
    List<Entry> entries = new ArrayList<>();
    for (String part : List.of("cur", "new")) {
      if (Files.isDirectory(folder.resolve(part))) {
        for (Path file : files(folder.resolve(part))) {
          entries.add(new Entry(part + "/" + file.getFileName(), file));
        }
      }
    }
    if (entries.isEmpty()) {
      throw new SourceException(
          SourceProblem.error(
              Kind.NO_MAILS, name, "this Maildir is empty: no file in cur/ or new/"));
    }
    return source(SourceKind.MAILDIR, name, entries, List.of(), limits);
  }

  /**
   * The files with an ending that patches and mails have; if there is none, all files that hold a
   * mail. Folders in the folder are not looked into.
   */
  static MailSource folder(String name, Path folder, Limits limits)
      throws IOException, SourceException {
    List<Entry> named = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    for (Path file : files(folder)) {
      String fileName = file.getFileName().toString();
      (hasEnding(fileName) ? named : others).add(new Entry(fileName, file));
    }
    List<SourceProblem> remarks = new ArrayList<>();
    List<Entry> taken = named;
    if (named.isEmpty()) {
      taken = new ArrayList<>();
      for (Entry entry : others) {
        if (holdsMail(entry, limits)) {
          taken.add(entry);
        }
      }
      others.removeAll(taken);
    }
    if (taken.isEmpty()) {
      throw new SourceException(
          SourceProblem.error(
              Kind.NO_MAILS,
              name,
              "this is a folder without mails (" + others.size() + " other files)",
              "Give a folder of *.patch, *.eml or *.mbox files, a Maildir, or a git repository with"
                  + " commits (DIR:REV..REV)."));
    }
    if (!others.isEmpty()) {
      remarks.add(
          SourceProblem.warning(
              Kind.SKIPPED_FILES,
              name,
              others.size() + " files of this folder were not read as mails: " + names(others)));
    }
    return source(SourceKind.FOLDER, name, taken, remarks, limits);
  }

  private static MailSource source(
      SourceKind kind,
      String name,
      List<Entry> entries,
      List<SourceProblem> remarks,
      Limits limits) {
    NaturalOrder order = new NaturalOrder();
    String prefix = name.endsWith("/") ? name : name + "/";
    List<Entry> sorted =
        entries.stream()
            .sorted((left, right) -> order.compare(left.name(), right.name()))
            .map(entry -> new Entry(prefix + entry.name(), entry.path()))
            .toList();
    return new FilesSource(kind, name, sorted, remarks, limits);
  }

  /** The regular files of a folder without those whose name begins with a dot. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static boolean hasEnding(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return ENDINGS.stream().anyMatch(plain::endsWith);
  }

  private static boolean holdsMail(Entry entry, Limits limits) throws IOException {
    try (MailSource source = Sources.file(entry.name(), entry.path(), limits)) {
      return source.kind() != SourceKind.DIFF;
    } catch (SourceException e) {
      return false;
    }
  }

  private static String names(List<Entry> entries) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < Math.min(entries.size(), MOST_NAMES_SHOWN); i++) {
      names.append(i == 0 ? "" : ", ").append(Printable.line(entries.get(i).name()));
    }
    return entries.size() > MOST_NAMES_SHOWN ? names + ", …" : names.toString();
  }
}

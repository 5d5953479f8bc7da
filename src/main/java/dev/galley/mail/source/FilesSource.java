package dev.galley.mail.source;

import dev.galley.mail.source.SourceProblem.Kind;
import dev.galley.text.Limits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mails of several files, file after file. A file that cannot be read is told and passed over.
 */
final class FilesSource implements MailSource {

  /**
   * One file.
   *
   * @param name as the user would name it
   */
  record Entry(String name, Path path) {}

  private final SourceKind kind;
  private final String name;
  private final List<Entry> entries;
  private final Limits limits;
  private final List<SourceProblem> problems = new ArrayList<>();
  private Optional<MailSource> current = Optional.empty();
  private int nextEntry;
  private int taken;

  FilesSource(
      SourceKind kind,
      String name,
      List<Entry> entries,
      List<SourceProblem> remarks,
      Limits limits) {
    this.kind = kind;
    this.name = name;
    this.entries = List.copyOf(entries);
    this.limits = limits;
    problems.addAll(remarks);
  }

  @Override
  public SourceKind kind() {
    return kind;
  }

  @Override
  public Optional<RawMail> next() throws IOException {
    while (true) {
      if (current.isEmpty() && !openNext()) {
        return Optional.empty();
      }
      Optional<RawMail> mail = current.isPresent() ? current.get().next() : Optional.empty();
      if (mail.isPresent() && taken < limits.mailsPerSource()) {
        taken++;
        return mail;
      }
      if (mail.isPresent()) {
        problems.add(
            SourceProblem.error(
                Kind.LIMIT,
                name,
                "there are more than " + taken + " mails in this; the rest was not read",
                "Give a smaller folder."));
        nextEntry = entries.size();
      }
      closeCurrent();
    }
  }

  /** Opens the next file that can be opened; false at the end. */
  private boolean openNext() throws IOException {
    while (nextEntry < entries.size()) {
      Entry entry = entries.get(nextEntry++);
      try {
        current = Optional.of(Sources.file(entry.name(), entry.path(), limits));
        return true;
      } catch (SourceException e) {
        problems.add(e.problem());
      }
    }
    return false;
  }

  private void closeCurrent() throws IOException {
    if (current.isPresent()) {
      problems.addAll(current.get().problems());
      current.get().close();
      current = Optional.empty();
    }
  }

  @Override
  public List<SourceProblem> problems() {
    List<SourceProblem> all = new ArrayList<>(problems);
    current.ifPresent(source -> all.addAll(source.problems()));
    return List.copyOf(all);
  }

  @Override
  public void close() throws IOException {
    closeCurrent();
    nextEntry = entries.size();
  }
}

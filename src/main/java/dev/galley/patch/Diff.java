package dev.galley.patch;

import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The diff of one mail or file: file changes, and the prose before, between and after them.
 *
 * @param bytes what was read
 * @param files the changes in order; their spans are disjoint and ascending
 */
public record Diff(Bytes bytes, List<FileChange> files) {

  /** No change at all. */
  public static final Diff EMPTY = new Diff(Bytes.EMPTY, List.of());

  public Diff {
    Objects.requireNonNull(bytes);
    files = List.copyOf(files);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  public int added() {
    return files.stream().mapToInt(FileChange::added).sum();
  }

  public int removed() {
    return files.stream().mapToInt(FileChange::removed).sum();
  }

  /** What belongs to no change: prose, diffstat, signature. */
  public List<Span> prose() {
    List<Span> prose = new ArrayList<>();
    int at = 0;
    for (FileChange file : files) {
      if (file.span().start() > at) {
        prose.add(new Span(at, file.span().start()));
      }
      at = file.span().end();
    }
    if (at < bytes.length()) {
      prose.add(new Span(at, bytes.length()));
    }
    return prose;
  }
}

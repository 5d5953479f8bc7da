package dev.galley.tree;

import dev.galley.patch.BinaryHunk;
import dev.galley.patch.FileChange;
import dev.galley.text.Bytes;
import java.util.Optional;

/** Applies a {@code GIT binary patch}; {@code apply_binary} in git's apply.c is the model. */
final class BinaryApplier {

  private static final int DIGITS = 40;

  private BinaryApplier() {}

  /** New content, or why there is none. */
  record Result(Bytes content, Optional<Cause> cause) {}

  static Result apply(FileChange change, Bytes old, BlobSource blobs) {
    if (change.oldId().length() != DIGITS || change.newId().length() != DIGITS) {
      return refused("a binary change needs an index line with full ids");
    }
    if (!change.oldPath().isEmpty()) {
      String actual = ObjectIds.blob(old);
      if (!actual.equals(change.oldId())) {
        return refused(
            "it was made for blob " + change.oldId() + ", the tree has " + actual + " there");
      }
    } else if (!old.isEmpty()) {
      return refused("it expects an empty file, the tree has " + old.length() + " octets there");
    }
    if (change.newId().chars().allMatch(c -> c == '0')) {
      return new Result(Bytes.EMPTY, Optional.empty());
    }
    Optional<Bytes> known = blobs.blob(change.newId());
    if (known.isPresent()) {
      return new Result(known.get(), Optional.empty());
    }
    if (change.binary().isEmpty()) {
      return refused("the diff only says that the binary files differ, their data is not in it");
    }
    BinaryHunk hunk = change.binary().get(0);
    Optional<Bytes> made =
        hunk.method() == BinaryHunk.Method.LITERAL
            ? Optional.of(hunk.data())
            : BinaryDelta.apply(old, hunk.data());
    if (made.isEmpty()) {
      return refused("its delta is damaged");
    }
    String id = ObjectIds.blob(made.get());
    return id.equals(change.newId())
        ? new Result(made.get(), Optional.empty())
        : refused("its data gives blob " + id + ", the index line says " + change.newId());
  }

  private static Result refused(String message) {
    return new Result(Bytes.EMPTY, Optional.of(Cause.of(Cause.Kind.BINARY, message)));
  }
}

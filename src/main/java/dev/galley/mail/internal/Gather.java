package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/** Collects lines; copies none while they are neighbours in the body. */
final class Gather {

  private final Bytes body;
  private final Octets copied = new Octets();
  private int start;
  private int end;
  private boolean copies;
  private int firstAt = -1;

  Gather(Bytes body) {
    this.body = body;
  }

  void add(Line line) {
    if (isEmpty()) {
      firstAt = line.at();
    }
    if (line.raw()) {
      add(line.at(), line.at() + line.octets().length());
    } else {
      copy();
      copied.add(line.octets());
    }
  }

  /** Adds [from, to) of the body. */
  void add(int from, int to) {
    if (copies) {
      copied.add(body, from, to);
    } else if (start == end) {
      start = from;
      end = to;
    } else if (end == from) {
      end = to;
    } else {
      copy();
      copied.add(body, from, to);
    }
  }

  boolean isEmpty() {
    return start == end && copied.isEmpty();
  }

  void clear() {
    copied.clear();
    start = 0;
    end = 0;
    copies = false;
    firstAt = -1;
  }

  Bytes octets() {
    return copies ? copied.copy() : body.slice(start, end);
  }

  /** Where the first line stands in the body; -1 when there is none or it stands nowhere. */
  int firstAt() {
    return firstAt;
  }

  private void copy() {
    if (!copies) {
      copies = true;
      copied.add(body, start, end);
      start = 0;
      end = 0;
    }
  }
}

package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/** Carriage returns before line feeds. */
public final class LineEnds {

  private LineEnds() {}

  /** Every CR LF made LF; the same octets where there is none. */
  public static Bytes withoutCarriageReturns(Bytes octets) {
    int found = octets.indexOf('\r', 0);
    if (found < 0 || octets.indexOf("\r\n", found) < 0) {
      return octets;
    }
    Octets out = new Octets(octets.length());
    int copied = 0;
    for (; found >= 0; found = octets.indexOf('\r', found + 1)) {
      if (found + 1 < octets.length() && octets.at(found + 1) == '\n') {
        out.add(octets, copied, found);
        copied = found + 1;
      }
    }
    return out.add(octets, copied, octets.length()).take();
  }
}

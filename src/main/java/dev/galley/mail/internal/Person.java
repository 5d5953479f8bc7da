package dev.galley.mail.internal;

import dev.galley.text.Bytes;

/**
 * Name and address in a From field, with the rules of git's mailinfo.c, handle_from.
 *
 * @param name the name, or the address where there is no name that git finds sane
 * @param email the address
 */
record Person(Bytes name, Bytes email) {

  static final Person NOBODY = new Person(Bytes.EMPTY, Bytes.EMPTY);

  /** Names longer than this are taken for garbage. */
  private static final int LONGEST_NAME = 60;

  static Person of(Bytes field) {
    Bytes value = Ascii.singleSpaced(Ascii.beforeNul(field));
    Bytes text = unquoted(value);
    int at = text.indexOf('@', 0);
    if (at < 0) {
      return withoutAt(value);
    }
    int start = at;
    boolean angle = false;
    while (start > 0 && !angle && !Ascii.isSpace(text.at(start - 1))) {
      angle = text.at(start - 1) == '<';
      start -= angle ? 0 : 1;
    }
    int end = start;
    while (end < text.length() && !endsAddress(text.at(end))) {
      end++;
    }
    Octets rest = new Octets(text.length());
    rest.add(text, 0, angle ? start - 1 : start);
    if (angle) {
      rest.add(' ');
    }
    rest.add(text, Math.min(end + 1, text.length()), text.length());
    Bytes name = Ascii.trim(Ascii.singleSpaced(rest.take()));
    if (name.startsWith("(") && name.endsWith(")")) {
      name = name.length() == 1 ? Bytes.EMPTY : name.slice(1, name.length() - 1);
    }
    Bytes email = text.slice(start, end);
    return new Person(sane(name, email), email);
  }

  /** The fallback for {@code Name <address>} without an at sign. */
  private static Person withoutAt(Bytes value) {
    int open = value.indexOf('<', 0);
    int close = open < 0 ? -1 : value.indexOf('>', open);
    if (close < 0) {
      return NOBODY;
    }
    Bytes email = value.slice(open + 1, close);
    return new Person(sane(Ascii.trim(value.slice(0, open)), email), email);
  }

  private static Bytes sane(Bytes name, Bytes email) {
    boolean sane = !name.isEmpty() && name.length() <= LONGEST_NAME;
    for (int i = 0; sane && i < name.length(); i++) {
      sane = "@<>".indexOf(name.at(i)) < 0;
    }
    return sane ? name : email;
  }

  private static boolean endsAddress(int octet) {
    return Ascii.isSpace(octet) || octet == 0x0b || octet == '\f' || octet == '>';
  }

  /** Without the quotes of quoted strings and the backslashes of quoted pairs (RFC 5322, 3.2). */
  private static Bytes unquoted(Bytes value) {
    Octets out = new Octets(value.length() + 1);
    boolean inQuotes = false;
    int depth = 0;
    for (int i = 0; i < value.length(); i++) {
      int octet = value.at(i);
      if (inQuotes || depth > 0) {
        if (octet == '\\') {
          if (++i < value.length()) {
            out.add(value.at(i));
          }
          continue;
        }
        if (inQuotes) {
          inQuotes = octet != '"';
          if (inQuotes) {
            out.add(octet);
          }
          continue;
        }
        depth += octet == '(' ? 1 : octet == ')' ? -1 : 0;
        out.add(octet);
      } else if (octet == '"') {
        inQuotes = true;
      } else {
        depth = octet == '(' ? 1 : 0;
        out.add(octet);
      }
    }
    return out.take();
  }
}

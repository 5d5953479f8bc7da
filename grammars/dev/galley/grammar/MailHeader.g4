/*
 * The header section of a mail, or of one part of a multipart, over tokens that are whole lines.
 *
 * dev.galley.mail.internal.HeaderLines makes the tokens; it ends with EOF as soon as one line shows
 * that the section is over, so a body is never looked at. One token of lookahead decides everything.
 *
 * Every sequence of lines is a section: what is no header line ends it and belongs to the body. That
 * is how git's mailinfo.c reads (read_one_header_line), and it makes the reading lossless.
 */
parser grammar MailHeader;

tokens {
  // RFC 5322, 2.2: a field name of printable US-ASCII octets other than the colon, then a colon.
  FIELD,
  // Not of RFC 5322: "From " or ">From ", left by an mbox tool. git's mailinfo.c skips it as a field.
  ENVELOPE,
  // RFC 5322, 2.2.3: a line that begins with a space or tab, after a line of a field.
  CONTINUATION,
  // RFC 5322, 2.1: the empty line. As in git, a line of nothing but white space is one.
  BLANK,
  // Anything else.
  OTHER
}

/** RFC 5322, 3.5 (message) and RFC 2045, 3 (MIME-part-headers): fields, an empty line, the body. */
section : field* end ;

/** RFC 5322, 3.6 (fields) and 3.6.8 (optional-field): a line and the lines that it is folded over. */
field : (FIELD | ENVELOPE) CONTINUATION* ;

/** RFC 5322, 2.1: the body is optional; a line that cannot be a field belongs to it. */
end : BLANK | OTHER | EOF ;

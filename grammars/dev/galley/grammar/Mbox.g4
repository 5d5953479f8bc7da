/**
 * How mails stand in an mbox file.
 *
 * A token is a line, or a run of lines that need no attention. The tokens are made by
 * dev.galley.mail.source.internal.MboxLines, which looks at octets and never decodes them; this
 * grammar needs no more than the next token (LL(1)).
 *
 * Sources: RFC 4155, appendix A (separator line, empty line after each mail); the quoting variants as
 * they are commonly told apart:
 *
 *   mboxo    a body line that begins with "From " gets one ">" in front; a line ">From " is left
 *            alone, so a reader cannot tell which of the two it was
 *   mboxrd   a body line that matches ^>*From  gets one ">" in front: reversible
 *   mboxcl   as mboxo, with the length of the quoted body in a Content-Length field
 *   mboxcl2  no quoting; the Content-Length field alone says where the mail ends
 *
 * Which "From " line separates is git's rule (builtin/mailsplit.c, is_from_line): a time of day with
 * a year above 90 behind it. RFC 4155 also wants an empty line before it; git does not, and neither
 * does this grammar.
 */
parser grammar Mbox;

tokens {
  // White space before the first separator; git skips it.
  BLANK,
  // "From " + anything + hh:mm:ss + year: begins a mail.
  FROM_LINE,
  // One or more ">" and "From ": a body line with one level of quoting.
  QUOTED_FROM_LINE,
  // One or more other lines; the last one of the file may lack its line feed.
  LINES
}

mbox
  : mail* EOF
  ;

// Read one at a time, so that no more than one mail is in memory.
mail
  : blank? separator (quoted | lines)*
  ;

blank
  : BLANK
  ;

separator
  : FROM_LINE
  ;

quoted
  : QUOTED_FROM_LINE
  ;

lines
  : LINES
  ;

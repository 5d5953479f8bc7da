package dev.galley.mail.source.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * The header and message of a commit, as {@code git format-patch} writes them: UTF-8, encoded words
 * where a header field needs them.
 *
 * @param commit 40 hex digits
 * @param authorName decoded
 * @param authorEmail decoded
 * @param date with the author's offset
 * @param message the commit message, decoded
 * @param number the patch's number, counted from 1
 * @param total the M of N/M
 */
record PatchMailText(
    String commit,
    String authorName,
    String authorEmail,
    ZonedDateTime date,
    String message,
    int number,
    int total) {

  private static final int LONGEST_LINE = 78;
  private static final int LONGEST_ENCODED = 76;
  private static final String SPECIAL = "()<>[]:;@\\,.\"";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ROOT);

  /** The separator line of an mbox that format-patch would write. */
  String separator() {
    return "From " + commit + " Mon Sep 17 00:00:00 2001\n";
  }

  /** Everything up to the line of three dashes, without it. */
  String headerAndLog() {
    String[] lines = message.split("\n", -1);
    int at = 0;
    while (at < lines.length && lines[at].isBlank()) {
      at++;
    }
    StringBuilder subject = new StringBuilder();
    while (at < lines.length && !lines[at].isBlank()) {
      subject.append(subject.isEmpty() ? "" : " ").append(lines[at].strip());
      at++;
    }
    StringBuilder body = new StringBuilder();
    for (; at < lines.length; at++) {
      if (!lines[at].isBlank() || !body.isEmpty()) {
        body.append(lines[at].stripTrailing()).append('\n');
      }
    }
    String log = body.toString().stripTrailing();
    StringBuilder text = new StringBuilder();
    text.append("From: ").append(author()).append('\n');
    text.append("Date: ").append(DATE.format(date)).append('\n');
    text.append(field("Subject: " + tag(), subject.toString())).append('\n');
    if (!isAscii(log)) {
      text.append("MIME-Version: 1.0\n")
          .append("Content-Type: text/plain; charset=UTF-8\n")
          .append("Content-Transfer-Encoding: 8bit\n");
    }
    text.append('\n').append(log);
    return log.isEmpty() ? text.toString() : text.append('\n').toString();
  }

  private String tag() {
    if (total == 1) {
      return "[PATCH] ";
    }
    int width = Integer.toString(total).length();
    return String.format(Locale.ROOT, "[PATCH %0" + width + "d/%d] ", number, total);
  }

  private String author() {
    String name = authorName.strip();
    String shown;
    if (!isAscii(name)) {
      shown = encoded(name, "From: ".length(), PatchMailText::isPlainInAddress);
    } else if (name.chars().anyMatch(letter -> SPECIAL.indexOf(letter) >= 0)) {
      shown = '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    } else {
      shown = name;
    }
    return shown.isEmpty() ? "<" + authorEmail + ">" : shown + " <" + authorEmail + ">";
  }

  private static String field(String start, String value) {
    return isAscii(value)
        ? folded(start, value)
        : start + encoded(value, start.length(), PatchMailText::isPlainInSubject);
  }

  private static String folded(String start, String value) {
    StringBuilder text = new StringBuilder(start);
    int column = start.length();
    boolean first = true;
    for (String word : value.split(" ", -1)) {
      int width = word.length() + (first ? 0 : 1);
      if (!first && !word.isEmpty() && column + width > LONGEST_LINE) {
        text.append("\n ");
        column = 1 + word.length();
      } else {
        text.append(first ? "" : " ");
        column += width;
      }
      text.append(word);
      first = false;
    }
    return text.toString();
  }

  /** Encoded words of RFC 2047 in "Q", one a line. */
  private static String encoded(String value, int start, IntPredicate isPlain) {
    String open = "=?UTF-8?q?";
    StringBuilder text = new StringBuilder(open);
    int column = start + open.length();
    for (int i = 0; i < value.length(); ) {
      int point = value.codePointAt(i);
      String letter = isPlain.test(point) ? Character.toString(point) : hex(point);
      if (column + letter.length() + 2 > LONGEST_ENCODED) {
        text.append("?=\n ").append(open);
        column = 1 + open.length();
      }
      text.append(letter);
      column += letter.length();
      i += Character.charCount(point);
    }
    return text.append("?=").toString();
  }

  /** What may stand as itself in an encoded word of an address: git's is_rfc2047_special(). */
  private static boolean isPlainInAddress(int point) {
    return (point >= 'a' && point <= 'z')
        || (point >= 'A' && point <= 'Z')
        || (point >= '0' && point <= '9')
        || "!*+-/".indexOf(point) >= 0;
  }

  private static boolean isPlainInSubject(int point) {
    return point > ' ' && point < 0x7f && "=?_".indexOf(point) < 0;
  }

  private static String hex(int point) {
    StringBuilder hex = new StringBuilder();
    for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      hex.append(String.format(Locale.ROOT, "=%02X", octet & 0xff));
    }
    return hex.toString();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(letter -> letter < 0x80);
  }
}

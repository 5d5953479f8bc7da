package dev.galley.series;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the date of a mail, as far as the order of series needs it. */
final class MailDates {

  /** The time of a mail that does not say a readable one: before all others. */
  static final long UNKNOWN = -(1L << 60);

  /** {@code Mon, 5 Jan 2026 10:00:00 +0000}; weekday and seconds may be left out. */
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,2})[ -]([A-Za-z]{3})[a-z]{0,6}[ -](\\d{4}|\\d{2}) +(\\d{1,2}):(\\d{2})"
              + "(?::(\\d{2}))?(?: +([+-])(\\d{2}):?(\\d{2}))?");

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final int LONGEST = 200;

  private MailDates() {}

  /** Seconds since 1970, or {@link #UNKNOWN}. */
  static long seconds(String date) {
    String text = date.substring(0, Math.min(date.length(), LONGEST)).replaceAll("\\s+", " ");
    Matcher said = DATE.matcher(text);
    if (!said.find()) {
      return UNKNOWN;
    }
    int month = MONTHS.indexOf(said.group(2).toLowerCase(Locale.ROOT)) + 1;
    int year = Integer.parseInt(said.group(3));
    try {
      LocalDateTime local =
          LocalDateTime.of(
              year < 50 ? year + 2000 : year < 100 ? year + 1900 : year,
              month,
              number(said.group(1)),
              number(said.group(4)),
              number(said.group(5)),
              Math.min(number(said.group(6)), 59));
      int minutes = number(said.group(8)) * 60 + number(said.group(9));
      return local.toEpochSecond(ZoneOffset.UTC)
          - ("-".equals(said.group(7)) ? -minutes : minutes) * 60L;
    } catch (DateTimeException e) {
      return UNKNOWN;
    }
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}

package dev.galley.patch.internal;

import dev.galley.text.Bytes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times behind the names of plain diffs, recognised as git apply does (apply.c:
 * diff_timestamp_len, has_epoch_timestamp).
 */
final class Timestamps {

  private static final int LONGEST = 80;

  /** Date, time with or without fraction, zone with or without colon: all but the date optional. */
  private static final Pattern AT_END =
      Pattern.compile(
          "(?:\\d\\d)?\\d\\d-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?)?"
              + "(?: [+-](?:\\d{4}|\\d\\d:\\d\\d))?$");

  private static final Pattern EPOCH =
      Pattern.compile(
          "(1969-12-31|1970-01-01) ([0-2]\\d):([0-5]\\d):00(?:\\.0+)?"
              + " ([-+])([0-2]\\d):?([0-5]\\d)");

  private Timestamps() {}

  /**
   * The octets at the end of [from, end) that are a time and the tab or spaces before it; 0 when
   * there is none.
   */
  static int length(Bytes bytes, int from, int end) {
    if (end == from || !Scan.isDigit(bytes.at(end - 1))) {
      return 0;
    }
    int tail = Math.max(from, end - LONGEST);
    Matcher matcher = AT_END.matcher(bytes.slice(tail, end).latin1());
    if (!matcher.find()) {
      return 0;
    }
    int start = tail + matcher.start();
    if (start == from) {
      return 0;
    }
    if (bytes.at(start - 1) == '\t') {
      return end - start + 1;
    }
    if (bytes.at(start - 1) != ' ') {
      return 0;
    }
    while (start > from && bytes.at(start - 1) == ' ') {
      start--;
    }
    return end - start;
  }

  /** Whether the time of a name is the epoch: GNU diff's sign that the file is not there. */
  static boolean isEpoch(Bytes bytes, int value) {
    int end = Scan.lineFeed(bytes, value);
    int stamp = end;
    while (stamp > value && bytes.at(stamp - 1) != '\t') {
      stamp--;
    }
    if (stamp == value || end - stamp > LONGEST) {
      return false;
    }
    Matcher matcher = EPOCH.matcher(bytes.slice(stamp, end).latin1());
    if (!matcher.matches()) {
      return false;
    }
    int minutes = Integer.parseInt(matcher.group(2)) * 60 + Integer.parseInt(matcher.group(3));
    int zone = Integer.parseInt(matcher.group(5)) * 60 + Integer.parseInt(matcher.group(6));
    int utc = matcher.group(4).equals("-") ? minutes + zone : minutes - zone;
    return utc == (matcher.group(1).equals("1969-12-31") ? 24 * 60 : 0);
  }
}

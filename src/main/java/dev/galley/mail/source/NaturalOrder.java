package dev.galley.mail.source;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * The order in which {@code git mailsplit} takes the files of a Maildir: digits by the number that
 * they are, all else by octets. Numbers beyond 64 bits count as the largest, as C's strtol has it.
 *
 * @see <a href="https://git-scm.com/docs/git-mailsplit">maildir_filename_cmp() of git's
 *     builtin/mailsplit.c</a>
 */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String left, String right) {
    byte[] a = left.getBytes(StandardCharsets.UTF_8);
    byte[] b = right.getBytes(StandardCharsets.UTF_8);
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (isDigit(a[i]) && isDigit(b[j])) {
        int iEnd = digits(a, i);
        int jEnd = digits(b, j);
        int order = Long.compare(number(a, i, iEnd), number(b, j, jEnd));
        if (order != 0) {
          return order;
        }
        i = iEnd;
        j = jEnd;
      } else if (a[i] != b[j]) {
        return Integer.compare(a[i] & 0xff, b[j] & 0xff);
      } else {
        i++;
        j++;
      }
    }
    int order = Integer.compare(i < a.length ? a[i] & 0xff : 0, j < b.length ? b[j] & 0xff : 0);
    return order != 0 ? order : left.compareTo(right);
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  private static int digits(byte[] name, int from) {
    int end = from;
    while (end < name.length && isDigit(name[end])) {
      end++;
    }
    return end;
  }

  private static long number(byte[] name, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = name[i] - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return Long.MAX_VALUE;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}

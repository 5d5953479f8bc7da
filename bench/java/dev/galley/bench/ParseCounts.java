package dev.galley.bench;

import dev.galley.kernelc.lex.Roles;
import dev.galley.kernelc.lex.Roles.Role;
import dev.galley.text.Bytes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What one thread of the census counts, and the sum of all. */
final class ParseCounts {

  private static final double NANOS = 1e9;
  private static final double MEGA = 1e6;
  private static final int LONGEST_LINE = 160;

  private final Map<String, Long> units = new TreeMap<>();
  private final Map<String, Long> failed = new TreeMap<>();
  private final Map<String, Long> roles = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private long octets;
  private long parsedOctets;
  private long lexNanos;
  private long cutNanos;
  private long passNanos;
  private long parseNanos;
  private long soups;
  private long large;
  private long cut;
  private long cutReadings;
  private long cutRefusedReadings;
  private long cutRefused;
  private long cutWhollyRefused;
  private long cutIncomplete;

  void file(int length, long lex, long lexAndCut) {
    octets += length;
    lexNanos += lex;
    cutNanos += lexAndCut - lex;
  }

  /** A function that conditionals cut through, with all its readings. */
  void cutFunction(int readings, long refused, boolean incomplete, String path, String name) {
    cut++;
    cutReadings += readings;
    cutRefusedReadings += refused;
    cutIncomplete += incomplete ? 1 : 0;
    if (refused > 0) {
      cutRefused++;
      cutWhollyRefused += refused == readings ? 1 : 0;
      failures.add("CUT\t" + path + "\t" + name + "\t" + refused + " of " + readings);
    }
  }

  void tooLarge() {
    large++;
  }

  void unit(String kind, int length, Roles given, long pass, long parse) {
    units.merge(kind, 1L, Long::sum);
    parsedOctets += length;
    passNanos += pass;
    parseNanos += parse;
    boolean soup = false;
    for (Role role : given.roles().values()) {
      roles.merge(role.kind() + " " + role.rule() + " " + role.certainty(), 1L, Long::sum);
      soup |= role.rule().equals("no-arguments") && kind.equals("FUNCTION");
    }
    soups += soup ? 1 : 0;
  }

  void refused(String kind, String path, Bytes source, int at, String reason) {
    failed.merge(kind, 1L, Long::sum);
    int line = 1;
    int start = 0;
    for (int i = 0; i < Math.min(at, source.length()); i++) {
      if (source.at(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    int end = source.indexOf('\n', start);
    int stop = Math.min(end < 0 ? source.length() : end, start + LONGEST_LINE);
    String text = source.slice(start, stop).text(StandardCharsets.ISO_8859_1).trim();
    failures.add(kind + "\t" + path + ":" + line + "\t" + reason + "\t" + text);
  }

  void add(ParseCounts other) {
    other.units.forEach((key, value) -> units.merge(key, value, Long::sum));
    other.failed.forEach((key, value) -> failed.merge(key, value, Long::sum));
    other.roles.forEach((key, value) -> roles.merge(key, value, Long::sum));
    failures.addAll(other.failures);
    octets += other.octets;
    parsedOctets += other.parsedOctets;
    lexNanos += other.lexNanos;
    cutNanos += other.cutNanos;
    passNanos += other.passNanos;
    parseNanos += other.parseNanos;
    soups += other.soups;
    large += other.large;
    cut += other.cut;
    cutReadings += other.cutReadings;
    cutRefusedReadings += other.cutRefusedReadings;
    cutRefused += other.cutRefused;
    cutWhollyRefused += other.cutWhollyRefused;
    cutIncomplete += other.cutIncomplete;
  }

  List<String> failures() {
    return failures.stream().sorted().toList();
  }

  long octets() {
    return octets;
  }

  void print(PrintStream out) {
    units.forEach(
        (kind, count) -> {
          long bad = failed.getOrDefault(kind, 0L);
          out.println(
              String.format(
                  Locale.ROOT,
                  "%-12s %8d units, %6d not parsed, %.4f %%",
                  kind,
                  count,
                  bad,
                  100.0 * (count - bad) / count));
        });
    out.println(
        String.format(
            Locale.ROOT,
            "functions that #if cuts through: %d with %d readings; all readings parse of %d,"
                + " %.4f %%; %d readings refused, %d functions wholly; %d with readings left out",
            cut,
            cutReadings,
            cut - cutRefused,
            cut == 0 ? 100.0 : 100.0 * (cut - cutRefused) / cut,
            cutRefusedReadings,
            cutWhollyRefused,
            cutIncomplete));
    out.println(
        "UNKNOWN      " + failed.getOrDefault("UNKNOWN", 0L) + ", functions with soup " + soups);
    roles.forEach((role, count) -> out.println("  " + role + " " + count));
    out.println(
        String.format(
            Locale.ROOT,
            "thread seconds: lex %.1f, cut %.1f, pass %.1f, parse %.1f for %.1f MB; %d files too large",
            lexNanos / NANOS,
            cutNanos / NANOS,
            passNanos / NANOS,
            parseNanos / NANOS,
            parsedOctets / MEGA,
            large));
  }
}

package dev.galley.mutants;

import dev.galley.text.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a {@link Sketch} as an mboxrd that applies to its base. */
final class SketchWriter {

  private static final Pattern COUNTER = Pattern.compile("(\\b0*\\d+)/(\\d+)\\]");

  private SketchWriter() {}

  static Bytes write(Sketch sketch) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i <= sketch.patches(); i++) {
      Sketch.MailWords words = sketch.words().get(i);
      if (words.subject().isEmpty()) {
        continue;
      }
      out.append("From mboxrd@z Thu Jan  1 00:00:00 1970\n");
      out.append(words.header());
      out.append("Subject: ").append(subject(words.subject(), i)).append('\n');
      out.append(
          String.format(Locale.ROOT, "Date: Mon, 2 Mar 2026 %02d:%02d:00 +0000\n", i / 60, i % 60));
      out.append("Message-ID: <mutant.").append(i).append("@galley.example>\n");
      if (i > 0) {
        int parent = sketch.words().get(0).subject().isEmpty() ? 1 : 0;
        if (i > parent) {
          out.append("In-Reply-To: <mutant.").append(parent).append("@galley.example>\n");
        }
      }
      out.append("Content-Type: text/plain; charset=UTF-8\n");
      out.append("Content-Transfer-Encoding: 8bit\n\n");
      quoted(out, words.body());
      if (i > 0) {
        out.append("---\n\n");
        quoted(out, diff(sketch, i));
      }
      out.append("-- \n2.39.5\n\n");
    }
    return Bytes.utf8(out.toString());
  }

  /** The patch's place decides on its number; patches that were moved have others than before. */
  private static String subject(String subject, int number) {
    return COUNTER
        .matcher(subject)
        .replaceFirst(
            found -> {
              int width = found.group(1).length();
              return String.format(Locale.ROOT, "%0" + width + "d/%s]", number, found.group(2));
            });
  }

  private static void quoted(StringBuilder out, String text) {
    for (String line : Texts.lines(text)) {
      out.append(line.matches("(?s)>*From .*") ? ">" : "").append(line);
    }
    if (!text.isEmpty() && !text.endsWith("\n")) {
      out.append('\n');
    }
  }

  private static String diff(Sketch sketch, int patch) {
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, Sketch.Sides> file : sketch.changes(patch).entrySet()) {
      Sketch.Sides sides = file.getValue();
      if (sketch.hasBase()) {
        out.append(header(file.getKey(), sides));
        out.append(Texts.hunks(sides.before(), sides.after()));
      } else {
        out.append(piecewise(sides));
      }
    }
    return out.toString();
  }

  private static String header(String path, Sketch.Sides sides) {
    boolean added = sides.before().isEmpty();
    boolean deleted = sides.after().isEmpty();
    String ids = blob(sides.before()) + ".." + blob(sides.after());
    return "diff --git a/"
        + path
        + " b/"
        + path
        + "\n"
        + (added ? "new file mode 100644\n" : deleted ? "deleted file mode 100644\n" : "")
        + "index "
        + ids
        + (added || deleted ? "\n" : " 100644\n")
        + "--- "
        + (added ? "/dev/null" : "a/" + path)
        + "\n"
        + "+++ "
        + (deleted ? "/dev/null" : "b/" + path)
        + "\n";
  }

  private static String blob(String text) {
    if (text.isEmpty()) {
      return "000000000000";
    }
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + octets.length + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(octets)).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** Hunk by hunk, since nothing is known of what is between them. */
  private static String piecewise(Sketch.Sides sides) {
    List<String> before = pieces(sides.before());
    List<String> after = pieces(sides.after());
    if (before.size() != after.size()) {
      throw new IllegalArgumentException("a hunk came or went");
    }
    StringBuilder hunks = new StringBuilder();
    for (int i = 1; i < before.size(); i++) {
      hunk(hunks, before.get(i), after.get(i));
    }
    boolean wasEmpty = before.size() == 1;
    return hunks.length() == 0 && !wasEmpty ? "" : sides.header() + hunks;
  }

  private static List<String> pieces(String side) {
    return List.of(side.split(Pattern.quote(String.valueOf(Sketch.CUT)), -1));
  }

  private static void hunk(StringBuilder out, String before, String after) {
    int end = before.indexOf('\n') + 1;
    String cut = before.substring(0, end);
    String old = before.substring(end);
    String now = after.substring(after.indexOf('\n') + 1);
    if (old.equals(now)) {
      return;
    }
    StringBuilder body = new StringBuilder();
    List<String> was = Texts.lines(old);
    List<String> is = Texts.lines(now);
    int at = 0;
    for (var edit : Texts.edits(old, now)) {
      was.subList(at, edit.getBeginA()).forEach(line -> body.append(' ').append(line));
      was.subList(edit.getBeginA(), edit.getEndA()).forEach(line -> body.append('-').append(line));
      is.subList(edit.getBeginB(), edit.getEndB()).forEach(line -> body.append('+').append(line));
      at = edit.getEndA();
    }
    was.subList(at, was.size()).forEach(line -> body.append(' ').append(line));
    String[] starts = cut.split("[ @]+", 3);
    String section = cut.substring(cut.indexOf("@@") + 2);
    out.append("@@ ").append(starts[0]).append(',').append(was.size());
    out.append(' ').append(starts[1]).append(',').append(is.size()).append(" @@");
    out.append(section.isBlank() || section.startsWith(" ") ? section : " " + section);
    out.append(body);
  }
}

package dev.galley.mail;

import dev.galley.testkit.GitCommand;
import dev.galley.text.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.testng.SkipException;

/**
 * What the real {@code git mailinfo} makes of a mail.
 *
 * @param info its standard output, as UTF-8
 * @param log the "msg" file
 * @param patch the "patch" file
 * @param refused whether its exit status is not 0
 * @param error its standard error
 */
record GitMailinfo(String info, Bytes log, Bytes patch, boolean refused, String error) {

  private static final String VERSION = "git version 2.";
  private static final Pattern OPENS_QUOTE = Pattern.compile("(?im)^from:.*[\"(]");

  /** Skips the test where there is no git. */
  static void require() {
    try {
      Process git = new ProcessBuilder("git", "--version").redirectErrorStream(true).start();
      String version = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!version.startsWith(VERSION)) {
        throw new SkipException("not a git 2: " + version);
      }
    } catch (IOException e) {
      throw new SkipException("no git: " + e.getMessage());
    }
  }

  static GitMailinfo run(Path folder, Bytes mail, String... options)
      throws IOException, InterruptedException {
    Path input = folder.resolve("mail");
    Path log = folder.resolve("msg");
    Path patch = folder.resolve("patch");
    Path error = folder.resolve("error");
    Files.write(input, mail.toArray());
    List<String> command = new ArrayList<>(List.of("git", "mailinfo"));
    command.addAll(List.of(options));
    command.addAll(List.of("msg", "patch"));
    ProcessBuilder builder =
        GitCommand.builder(folder, command)
            .redirectInput(input.toFile())
            .redirectError(error.toFile());
    Process git = builder.start();
    String info = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!git.waitFor(60, TimeUnit.SECONDS)) {
      git.destroyForcibly();
      throw new IllegalStateException("git mailinfo hangs");
    }
    return new GitMailinfo(
        info,
        Bytes.wrap(Files.readAllBytes(log)),
        Bytes.wrap(Files.readAllBytes(patch)),
        git.exitValue() != 0,
        Files.readString(error, StandardCharsets.ISO_8859_1));
  }

  /** The value that a line of the output gives, without white space at its ends. */
  String value(String label) {
    for (String line : info.split("\n", -1)) {
      if (line.startsWith(label + ":")) {
        return trimmed(line.substring(label.length() + 1));
      }
    }
    return "";
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && " \t\r".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " \t\r".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  /** How a reading of ours differs from git's; empty when it does not. */
  String difference(PatchMail read) {
    List<String> different = new ArrayList<>();
    if (!readsPastTheEnd(read)) {
      note(different, "author", value("Author"), read.authorName());
    }
    note(different, "email", value("Email"), read.authorEmail());
    note(different, "subject", value("Subject"), read.subject());
    note(different, "date", value("Date"), read.date());
    note(different, "log", log.latin1(), read.log().latin1());
    note(different, "patch", patch.latin1(), read.patch().latin1());
    if (refused != read.refusal().isPresent()) {
      different.add(
          "refused " + refused + " [" + error + "] but here " + read.refusal().orElse("not"));
    }
    return String.join("\n  ", different);
  }

  /**
   * git before 2.44 reads memory after a From field that ends within a quoted string or a comment
   * (its commit "mailinfo: fix out-of-bounds memory reads in unquote_quoted_pair()"): whatever is
   * there goes on in the author's name.
   */
  private boolean readsPastTheEnd(PatchMail read) {
    String ours = read.authorName();
    return !ours.equals(value("Author"))
        && value("Author").startsWith(ours)
        && OPENS_QUOTE.matcher(read.mail().bytes().latin1()).find();
  }

  private static void note(List<String> different, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      different.add(what + "\n    git [" + expected + "]\n    we  [" + actual + "]");
    }
  }
}

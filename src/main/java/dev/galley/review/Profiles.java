package dev.galley.review;

import dev.galley.review.internal.TomlProfile;
import dev.galley.text.Bytes;
import dev.galley.text.Problem;
import dev.galley.text.Read;
import dev.galley.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Profiles by name and from TOML files.
 *
 * <pre>
 * name = "my-list"
 * description = "What my list cares about."
 * extends = "linux-pci"
 *
 * [[rule]]
 * check = "mail/body-wrap"     # an id, "mail/*" or "*"
 * level = "off"                # off, note, warning, error
 * path = "drivers/staging/"    # optional: a file, or a folder with a slash
 * reason = "logs are welcome"  # needed for off
 * </pre>
 */
public final class Profiles {

  /** The profiles that come with the program. */
  public static final List<String> NAMES = List.of("kernel", "linux-pci");

  private static final List<String> KEYS = List.of("name", "description", "extends", "rule");
  private static final Set<String> RULE_KEYS = Set.of("check", "level", "path", "reason");

  private Profiles() {}

  /** A profile that comes with the program; empty for another name. */
  public static Optional<Profile> byName(String name) throws IOException {
    if (name.equals(Profile.KERNEL.name())) {
      return Optional.of(Profile.KERNEL);
    }
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    try (InputStream file = Profiles.class.getResourceAsStream("profiles/" + name + ".toml")) {
      if (file == null) {
        throw new IllegalStateException("profile " + name + " is not in the jar");
      }
      Read<Profile> read = read(Bytes.wrap(file.readAllBytes()));
      if (!read.isSound()) {
        throw new IllegalStateException("profile " + name + ": " + read.problems());
      }
      return Optional.of(read.value());
    }
  }

  /**
   * Reads a profile file; what is wrong with it comes as problems with the rule or line in words.
   */
  public static Read<Profile> read(Bytes file) throws IOException {
    Span all = new Span(0, file.length());
    List<Problem> problems = new ArrayList<>();
    TomlProfile toml;
    try {
      toml = TomlProfile.parse(file.utf8());
    } catch (TomlProfile.NotToml notToml) {
      String message = "line " + notToml.line() + ": " + notToml.getMessage();
      return new Read<>(Profile.KERNEL, List.of(Problem.error(all, message)));
    }
    for (String key : toml.unknownKeys(KEYS)) {
      problems.add(Problem.error(all, "unknown key \"" + key + "\"; known: " + KEYS));
    }
    List<Profile.Rule> rules = new ArrayList<>();
    String parent = toml.text("extends");
    if (!parent.isEmpty()) {
      Optional<Profile> extended = byName(parent);
      extended.ifPresent(profile -> rules.addAll(profile.rules()));
      if (extended.isEmpty()) {
        problems.add(Problem.error(all, "extends \"" + parent + "\"; known: " + NAMES));
      }
    }
    int number = 0;
    for (Map<String, String> table : toml.tables("rule")) {
      number++;
      Optional<String> wrong = wrongWith(table);
      if (wrong.isPresent()) {
        problems.add(Problem.error(all, "rule " + number + ": " + wrong.get()));
      } else {
        rules.add(
            new Profile.Rule(
                table.getOrDefault("check", ""),
                table.getOrDefault("path", ""),
                Level.valueOf(table.getOrDefault("level", "").toUpperCase(Locale.ROOT)),
                table.getOrDefault("reason", "")));
      }
    }
    String name = toml.text("name");
    return new Read<>(
        new Profile(name.isEmpty() ? "custom" : name, toml.text("description"), rules), problems);
  }

  private static Optional<String> wrongWith(Map<String, String> table) {
    for (String key : table.keySet()) {
      if (!RULE_KEYS.contains(key)) {
        return Optional.of("unknown key \"" + key + "\"; known: check, level, path, reason");
      }
    }
    String check = table.getOrDefault("check", "");
    if (!Selector.isCheckPattern(check)) {
      return Optional.of("check \"" + check + "\" is not an id, group/* or *");
    }
    String level = table.getOrDefault("level", "");
    if (!Set.of("off", "note", "warning", "error").contains(level)) {
      return Optional.of("level \"" + level + "\" is not one of off, note, warning, error");
    }
    if (level.equals("off") && table.getOrDefault("reason", "").isBlank()) {
      return Optional.of("turns " + check + " off without a reason");
    }
    return Optional.empty();
  }
}

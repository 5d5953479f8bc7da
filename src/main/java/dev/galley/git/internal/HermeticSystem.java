package dev.galley.git.internal;

import java.time.Duration;
import org.eclipse.jgit.annotations.Nullable;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * JGit's view of the machine without the machine: no system, user or JGit configuration.
 *
 * <p>Otherwise JGit would start the native git to find its system configuration, and would measure
 * the clock of the file system by writing probe files into the repository and their result into the
 * user's home.
 */
public final class HermeticSystem extends SystemReader.Delegate {

  private HermeticSystem(SystemReader machine) {
    super(machine);
  }

  /** Makes JGit use this view; repeating it does nothing. */
  public static synchronized void install() {
    SystemReader current = SystemReader.getInstance();
    if (!(current instanceof HermeticSystem)) {
      SystemReader.setInstance(new HermeticSystem(current));
    }
  }

  @Override
  public @Nullable String getenv(String variable) {
    return variable.startsWith("GIT_") ? null : super.getenv(variable);
  }

  @Override
  public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  @Override
  public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
    return new NoConfig(parent, fs);
  }

  /** An empty configuration, except that it knows the resolution of every file system's clock. */
  private static final class NoConfig extends FileBasedConfig {

    /** Coarse enough for every file system in use; snapshots younger than it are read again. */
    private static final Duration RESOLUTION = Duration.ofSeconds(2);

    NoConfig(@Nullable Config parent, FS fs) {
      super(parent, null, fs);
    }

    @Override
    public void load() {
      // There is no file.
    }

    @Override
    public void save() {
      // Nothing is ever written.
    }

    @Override
    public boolean isOutdated() {
      return false;
    }

    @Override
    public @Nullable String getString(String section, @Nullable String subsection, String name) {
      if (ConfigConstants.CONFIG_FILESYSTEM_SECTION.equals(section)) {
        if (ConfigConstants.CONFIG_KEY_TIMESTAMP_RESOLUTION.equals(name)) {
          return RESOLUTION.toMillis() + " milliseconds";
        }
        if (ConfigConstants.CONFIG_KEY_MIN_RACY_THRESHOLD.equals(name)) {
          return "0 milliseconds";
        }
      }
      return super.getString(section, subsection, name);
    }
  }
}

package dev.galley.git;

import dev.galley.git.internal.HermeticSystem;

/** Keeps JGit away from everything on the machine but the repository that it is told to open. */
public final class Hermetic {

  private Hermetic() {}

  /**
   * From now on JGit reads no configuration of the system, the user or JGit itself and none of
   * git's variables, writes no probe files and starts no git. To be called before a repository is
   * opened; repeating it does nothing.
   */
  public static void install() {
    HermeticSystem.install();
  }
}

package dev.galley.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Galley.class.getPackage().getImplementationVersion())
            .orElse("(built from classes, no version)");
    return new String[] {"galley " + version};
  }
}

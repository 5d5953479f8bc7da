package dev.galley.kernelc.internal;

import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Outline;
import java.util.List;

/** Parses external declarations, macro bodies and fragments into trees. */
public final class UnitParser {

  private UnitParser() {}

  /** All readings of an external declaration; see {@link dev.galley.kernelc.CFile#readings}. */
  public static List<Reading> parse(Outline outline, External external) {
    return List.of(new Reading.Unknown("no parser yet", external.span(), List.of()));
  }
}

package dev.galley.report;

import dev.galley.finding.Severity;

/** Colours of a terminal, or none. */
final class Ink {

  private final boolean on;

  Ink(boolean on) {
    this.on = on;
  }

  String bold(String text) {
    return paint("1", text);
  }

  String dim(String text) {
    return paint("2", text);
  }

  String good(String text) {
    return paint("32", text);
  }

  String bad(String text) {
    return paint("1;31", text);
  }

  String severity(Severity severity, String text) {
    return switch (severity) {
      case ERROR -> paint("1;31", text);
      case WARNING -> paint("1;33", text);
      case NOTE -> paint("36", text);
    };
  }

  /** A line of a diff in the colours that git gives it. */
  String diffLine(String text) {
    if (text.startsWith("+")) {
      return paint("32", text);
    }
    return text.startsWith("-") ? paint("31", text) : text;
  }

  private String paint(String code, String text) {
    return on && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}

package dev.galley.search;

import dev.galley.kernelc.types.Typed;
import java.util.stream.Collectors;

/** Why a type is what it is, in one line. */
final class Evidence {

  private static final int LONGEST_TEXT = 60;

  private Evidence() {}

  /**
   * {@code edev->pdev: struct pci_dev * (member pdev of struct eeh_dev,
   * arch/powerpc/include/asm/eeh.h:…)}.
   */
  static String line(String text, Typed typed) {
    String steps =
        typed.steps().stream()
            .map(step -> step.path().isEmpty() ? step.what() : step.what() + ", " + step.path())
            .collect(Collectors.joining("; "));
    return shortened(text) + ": " + typed.type() + (steps.isEmpty() ? "" : " (" + steps + ")");
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT - 1) + "…";
  }
}

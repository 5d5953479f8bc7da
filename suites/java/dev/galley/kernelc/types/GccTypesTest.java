package dev.galley.kernelc.types;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertTrue;

import dev.galley.kernelc.CFile;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.testng.Reporter;
import org.testng.annotations.Test;

/**
 * A thousand expressions of drivers/pci have the types that gcc gives them, or none. Every other
 * one is asked; all with {@code -Dgalley.full=true}.
 */
@Test(groups = "oracle-git")
public final class GccTypesTest {

  private static final Path EXPECTED = Path.of("fixtures/kernelc/types-gcc.tsv");

  /** Rows that differ, with the reason. */
  private static final Path KNOWN = Path.of("fixtures/kernelc/types-gcc-exceptions.txt");

  private static final double MOST_UNKNOWN = 0.03;
  private static final int LEAST_ROWS = 500;
  private static final int KIND = 6;

  /** Half of the rows, unless all are wanted. */
  private static final int EVERY = Boolean.getBoolean("galley.full") ? 1 : 2;

  /** How a row came out. */
  private enum Outcome {
    SAME,
    ONE_OF,
    UNKNOWN,
    OTHER
  }

  public void typesAreThoseOfGcc() throws IOException {
    List<String> others = new ArrayList<>();
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    Map<String, Bytes> known = new HashMap<>();
    Map<String, Map<Outcome, Integer>> kinds = new TreeMap<>();
    Set<String> asked = new HashSet<>();
    int line = 0;
    int rows = 0;
    try (KernelTypes kernel = new KernelTypes()) {
      for (String text : Files.readAllLines(EXPECTED, StandardCharsets.UTF_8)) {
        line++;
        if (!text.startsWith("#") && line % EVERY == 0) {
          List<String> row = List.of(text.split("\t", -1));
          rows++;
          asked.add(place(row));
          CFile file = kernel.file(row.get(0));
          known.put(row.get(0), file.bytes());
          Optional<Typed> typed = kernel.typeOf(file, span(file.bytes(), row));
          CType type =
              typed.map(Typed::type).orElseGet(() -> new CType.Unknown("no expression is read"));
          Outcome outcome = outcome(type, row);
          counts.merge(outcome, 1, Integer::sum);
          kinds
              .computeIfAbsent(kind(row), key -> new EnumMap<>(Outcome.class))
              .merge(outcome, 1, Integer::sum);
          if (outcome != Outcome.SAME) {
            Reporter.log(outcome + " " + place(row) + " " + row.get(5) + ": " + type, true);
          }
          if (outcome == Outcome.OTHER) {
            others.add(place(row));
          }
        }
      }
    }
    String message =
        rows + " expressions of " + known.size() + " files: " + counts + ", by kind " + kinds;
    Reporter.log(message, true);
    assertEquals(others, exceptions().stream().filter(asked::contains).toList(), message);
    assertTrue(rows > LEAST_ROWS, message);
    assertTrue(counts.getOrDefault(Outcome.UNKNOWN, 0) < rows * MOST_UNKNOWN, message);
  }

  private static List<String> exceptions() throws IOException {
    return Files.readAllLines(KNOWN, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  /** The first word of its kind: {@code binary} for each operator. */
  private static String kind(List<String> row) {
    String kind = row.get(KIND);
    int blank = kind.indexOf(' ');
    return blank < 0 ? kind : kind.substring(0, blank);
  }

  private static String place(List<String> row) {
    return String.join(":", row.subList(0, 4));
  }

  private static Span span(Bytes text, List<String> row) {
    int at = 0;
    for (int line = 1; line < Integer.parseInt(row.get(1)); line++) {
      at = text.nextLine(at);
    }
    int start = at + Integer.parseInt(row.get(2)) - 1;
    return new Span(start, start + Integer.parseInt(row.get(3)));
  }

  private static Outcome outcome(CType type, List<String> row) {
    String wanted = plain(row.get(5));
    if (type.isUnknown()) {
      return Outcome.UNKNOWN;
    }
    if (spelled(type, row).contains(wanted)) {
      return Outcome.SAME;
    }
    if (type.resolved() instanceof CType.OneOf oneOf) {
      boolean among =
          oneOf.choices().stream()
              .anyMatch(
                  each -> each.type().isUnknown() || spelled(each.type(), row).contains(wanted));
      return among ? Outcome.ONE_OF : Outcome.OTHER;
    }
    return Outcome.OTHER;
  }

  /**
   * How gcc or libclang may write it: an unnamed struct by its typedef's name, a parameter with its
   * const; a bit-field without the qualifiers of its struct.
   */
  private static List<String> spelled(CType type, List<String> row) {
    String resolved = plain(Compat.canonical(type).toString());
    return row.get(KIND).equals("bit-field")
        ? List.of(plain(Compat.unqualified(Compat.canonical(type)).toString()))
        : List.of(resolved, plain(type.toString()));
  }

  private static String plain(String type) {
    return type.chars()
        .filter(c -> !Character.isWhitespace(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .replace("<anonymous>", "<unnamed>");
  }
}

package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether two expressions mean the same, as far as that can be said without a prover.
 *
 * <p>They are the same where their normal forms are, and differ where values are found for what
 * they read that make them differ; a NULL pointer followed on one side only is such a difference.
 * All else is not known.
 */
final class Equivalence {

  private static final int MOST_ATOMS = 10;
  private static final int MOST_SAMPLES = 20_000;
  private static final List<Long> CONSTANTS = List.of(1L, 2L, 3L, 0x10L, 0x80L, 0xffL);

  /** What came out. */
  sealed interface Verdict {}

  /** They mean the same. */
  record Same() implements Verdict {}

  /**
   * They differ.
   *
   * @param witness values for which they do, and what each side is then; never empty
   */
  record Differs(String witness) implements Verdict {
    Differs {
      if (witness.isEmpty()) {
        throw new IllegalArgumentException("a difference needs a witness");
      }
    }
  }

  /** Not known. */
  record Unknown(String reason) implements Verdict {}

  private final TermReader readBefore;
  private final TermReader readAfter;
  private final Map<String, Width> widths = new HashMap<>();

  /**
   * Between the two sides of a change.
   *
   * @param rules what helpers stand for
   */
  Equivalence(
      CodeSide before,
      Aliases aliasesBefore,
      CodeSide after,
      Aliases aliasesAfter,
      List<Rule> rules) {
    Map<String, Rule> helpers = TermReader.helpers(rules);
    this.readBefore = new TermReader(before, aliasesBefore, helpers, Map.of());
    this.readAfter = new TermReader(after, aliasesAfter, helpers, widths);
  }

  /**
   * Compares two expressions.
   *
   * @param condition whether it only counts if they are zero
   * @param negated whether the second one is expected to be the opposite of the first
   */
  Verdict compare(Expr before, Expr after, boolean condition, boolean negated) {
    Optional<Term> one = readBefore.read(before);
    widths.clear();
    one.ifPresent(
        term ->
            term.atoms(
                atom -> {
                  if (atom.width().isKnown()) {
                    widths.put(atom.key(), atom.width());
                  }
                }));
    Optional<Term> other = readAfter.read(after);
    if (one.isEmpty() || other.isEmpty()) {
      return new Unknown("something in it is not understood");
    }
    Term second = negated ? new Term.Unary("!", other.get(), Width.INT) : other.get();
    return compare(one.get(), second, condition || negated);
  }

  static Verdict compare(Term one, Term other, boolean condition) {
    boolean truths = condition || (one.isTruth() && other.isTruth());
    boolean same =
        truths
            ? NormalForm.condition(one, false).equals(NormalForm.condition(other, false))
            : NormalForm.value(one).equals(NormalForm.value(other));
    if (same) {
      return new Same();
    }
    if (!truths && NormalForm.condition(one, false).equals(NormalForm.condition(other, false))) {
      return new Unknown("as conditions they are the same");
    }
    return new Search(one, other, truths).run();
  }

  /** The search for values that make two terms differ. */
  private static final class Search {
    private final Term one;
    private final Term other;
    private final boolean truths;
    private final Map<String, Term.Atom> atoms = new LinkedHashMap<>();
    private final List<BigInteger> numbers = new ArrayList<>();
    private String alone = "";

    Search(Term one, Term other, boolean truths) {
      this.one = one;
      this.other = other;
      this.truths = truths;
    }

    Verdict run() {
      Map<String, Term.Atom> left = collect(one);
      Map<String, Term.Atom> right = collect(other);
      left.forEach((key, atom) -> loner(atom, right));
      right.forEach((key, atom) -> loner(atom, left));
      if (!alone.isEmpty()) {
        return new Unknown("what " + alone + " is, is not known");
      }
      atoms.putAll(left);
      right.forEach((key, atom) -> atoms.merge(key, atom, (a, b) -> a.width().isKnown() ? a : b));
      if (atoms.size() > MOST_ATOMS) {
        return new Unknown("they read more than " + MOST_ATOMS + " things");
      }
      return search();
    }

    private static Map<String, Term.Atom> collect(Term term) {
      Map<String, Term.Atom> found = new LinkedHashMap<>();
      term.atoms(atom -> found.putIfAbsent(atom.key(), atom));
      return found;
    }

    private void loner(Term.Atom atom, Map<String, Term.Atom> others) {
      if ((atom.isCall() || atom.isConstant()) && !others.containsKey(atom.key())) {
        alone = atom.key();
      }
    }

    private Verdict search() {
      List<Term.Atom> constants = atoms.values().stream().filter(Term.Atom::isConstant).toList();
      List<Term.Atom> free = atoms.values().stream().filter(atom -> !atom.isConstant()).toList();
      if (constants.size() > 2) {
        return new Unknown("the values of its constants are not known");
      }
      numbersOf(one);
      numbersOf(other);
      Optional<String> witness = Optional.empty();
      for (Map<String, BigInteger> fixed : fixed(constants)) {
        witness = sampled(free, fixed, false).or(() -> sampled(free, fixed, true));
        if (witness.isEmpty()) {
          return new Unknown("no values were found that make them differ");
        }
      }
      return witness.<Verdict>map(Differs::new).orElseThrow();
    }

    private static List<Map<String, BigInteger>> fixed(List<Term.Atom> constants) {
      List<Map<String, BigInteger>> all = new ArrayList<>();
      all.add(Map.of());
      for (Term.Atom constant : constants) {
        List<Map<String, BigInteger>> more = new ArrayList<>();
        for (Map<String, BigInteger> known : all) {
          for (long value : CONSTANTS) {
            Map<String, BigInteger> next = new LinkedHashMap<>(known);
            next.put(constant.key(), BigInteger.valueOf(value));
            more.add(next);
          }
        }
        all = more;
      }
      return all;
    }

    private void numbersOf(Term term) {
      if (term instanceof Term.Literal number) {
        numbers.add(number.value());
      } else if (term instanceof Term.Unary unary) {
        numbersOf(unary.operand());
      } else if (term instanceof Term.Converted converted) {
        numbersOf(converted.operand());
        if (converted.width().isKnown() && converted.width().bits() < 64) {
          numbers.add(BigInteger.ONE.shiftLeft(converted.width().bits()));
        }
      } else if (term instanceof Term.Binary binary) {
        numbersOf(binary.left());
        numbersOf(binary.right());
      } else if (term instanceof Term.Choice choice) {
        numbersOf(choice.condition());
        numbersOf(choice.yes());
        numbersOf(choice.no());
      }
    }

    /**
     * The values tried for one atom, the small ones first; each as its type holds it.
     *
     * @param extremes whether the largest of its type comes early, where that has 16 bits or fewer
     */
    private List<BigInteger> samples(Term.Atom atom, boolean extremes) {
      TreeSet<BigInteger> all = new TreeSet<>();
      List<BigInteger> raw = new ArrayList<>();
      raw.add(BigInteger.ZERO);
      raw.add(BigInteger.ONE);
      if (extremes && atom.width().bits() > 1 && atom.width().bits() <= 16) {
        int bits = atom.width().signed() ? atom.width().bits() - 1 : atom.width().bits();
        raw.add(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
      }
      raw.add(BigInteger.TWO);
      for (BigInteger number : numbers) {
        raw.add(number);
        raw.add(number.add(BigInteger.ONE));
        raw.add(number.subtract(BigInteger.ONE));
        if (number.signum() > 0 && number.bitLength() <= 6) {
          raw.add(BigInteger.ONE.shiftLeft(number.intValue()));
          raw.add(BigInteger.ONE.shiftLeft(number.intValue()).subtract(BigInteger.ONE));
        }
      }
      for (int bits : new int[] {7, 8, 15, 16, 31, 32, 63}) {
        raw.add(BigInteger.ONE.shiftLeft(bits));
        raw.add(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
      }
      if (followed().contains(atom.key()) && !isAsked(atom.key(), one)) {
        raw.removeIf(number -> number.signum() == 0);
      }
      List<BigInteger> kept = new ArrayList<>();
      Width width = atom.width();
      for (BigInteger number : raw) {
        boolean fits =
            width.isKnown()
                ? width.hold(number).equals(number)
                : number.signum() >= 0 && number.bitLength() <= 2;
        if (fits && all.add(number)) {
          kept.add(number);
        }
      }
      return kept;
    }

    private Optional<String> sampled(
        List<Term.Atom> free, Map<String, BigInteger> fixed, boolean extremes) {
      List<List<BigInteger>> values = new ArrayList<>();
      for (Term.Atom atom : free) {
        values.add(samples(atom, extremes));
      }
      thin(values);
      int[] at = new int[free.size()];
      while (true) {
        Map<String, BigInteger> assigned = new LinkedHashMap<>(fixed);
        for (int i = 0; i < at.length; i++) {
          assigned.put(free.get(i).key(), values.get(i).get(at[i]));
        }
        Optional<String> witness = differs(assigned);
        if (witness.isPresent()) {
          return witness;
        }
        int i = 0;
        while (i < at.length && ++at[i] == values.get(i).size()) {
          at[i++] = 0;
        }
        if (i == at.length) {
          return Optional.empty();
        }
      }
    }

    /** Leaves out the last values of the longest list until the product is small enough. */
    private static void thin(List<List<BigInteger>> values) {
      while (values.stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b) > MOST_SAMPLES) {
        int longest = 0;
        for (int i = 1; i < values.size(); i++) {
          if (values.get(i).size() > values.get(longest).size()) {
            longest = i;
          }
        }
        List<BigInteger> list = values.get(longest);
        values.set(longest, list.subList(0, list.size() - 1));
      }
    }

    private Optional<String> differs(Map<String, BigInteger> assigned) {
      TermValue left = TermValue.of(one, assigned);
      if (!left.isFine()) {
        return Optional.empty();
      }
      TermValue right = TermValue.of(other, assigned);
      boolean differ =
          right.isFine()
              ? truths ? left.isTrue() != right.isTrue() : !left.number().equals(right.number())
              : right.trouble().startsWith("follows");
      if (!differ) {
        return Optional.empty();
      }
      Set<String> followed = followed();
      String values =
          assigned.entrySet().stream()
              .filter(entry -> entry.getValue().signum() == 0 || !followed.contains(entry.getKey()))
              .map(entry -> entry.getKey() + " = " + shown(entry.getValue()))
              .collect(Collectors.joining(", "));
      return Optional.of(
          (values.isEmpty() ? "always: " : values + ": ")
              + "before "
              + shown(left)
              + ", after "
              + (right.isFine() ? shown(right) : right.trouble()));
    }

    /** Whether a term depends on an atom itself, and does not only follow it. */
    private static boolean isAsked(String key, Term term) {
      if (term instanceof Term.Atom atom) {
        return atom.key().equals(key);
      } else if (term instanceof Term.Unary unary) {
        return isAsked(key, unary.operand());
      } else if (term instanceof Term.Converted converted) {
        return isAsked(key, converted.operand());
      } else if (term instanceof Term.Binary binary) {
        return isAsked(key, binary.left()) || isAsked(key, binary.right());
      }
      return term instanceof Term.Choice choice
          && (isAsked(key, choice.condition())
              || isAsked(key, choice.yes())
              || isAsked(key, choice.no()));
    }

    /** Pointers that are only followed: that they are not NULL needs no saying. */
    private Set<String> followed() {
      Set<String> keys = new HashSet<>();
      atoms
          .values()
          .forEach(
              atom ->
                  atom.through()
                      .filter(Term.Atom.class::isInstance)
                      .ifPresent(pointer -> keys.add(((Term.Atom) pointer).key())));
      return keys;
    }

    private String shown(TermValue value) {
      return truths ? (value.isTrue() ? "true" : "false") : shown(value.number());
    }

    private static String shown(BigInteger number) {
      return number.abs().bitLength() > 9 ? "0x" + number.toString(16) : number.toString();
    }
  }
}

package dev.galley.check.convert;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Computes both sides of a pair for many numbers, until they differ. */
final class Trials {

  /**
   * Numbers for which the sides differ.
   *
   * @param overflow whether they only differ where a value does not fit its field
   * @param observed what another place showed a name to stand for; may be empty
   */
  record Difference(String inputs, String before, String now, boolean overflow, String observed) {}

  private static final int RUNS = 400;
  private static final long SEED = 20_260_101L;
  private static final Pattern CONSTANT = Pattern.compile("[A-Z_][A-Z0-9_]*");
  private static final Pattern EIGHT_BITS =
      Pattern.compile("(?:.*(?:->|\\.))?(?:number|bus|busno|busnr|bus_nr|devfn)");
  private static final Pattern FIVE_BITS =
      Pattern.compile("(?:.*(?:->|\\.))?(?:slot|dev|device|bits|shift|order|\\w+_bits|\\w+_shift)");

  private final Definitions definitions;
  private final Map<String, Expr> stands = new HashMap<>();
  private final Function<CNode, String> standsText;
  private final Map<String, Pair> observed;
  private final Pair pair;

  Trials(Definitions definitions, Map<String, Pair> observed, Pair pair) {
    this.definitions = definitions;
    this.observed = observed;
    this.pair = pair;
    Function<CNode, String> text = pair.beforePart()::key;
    java.util.IdentityHashMap<CNode, Part> parts = new java.util.IdentityHashMap<>();
    for (Map.Entry<String, Pair> entry : observed.entrySet()) {
      Expr meaning = entry.getValue().before().get(0);
      stands.put(entry.getKey(), meaning);
      Part part = entry.getValue().beforePart();
      meaning.walk(node -> parts.put(node, part));
    }
    this.standsText =
        node -> parts.containsKey(node) ? parts.get(node).key(node) : text.apply(node);
  }

  Optional<Difference> run() {
    Evaluator before = evaluator(Map.of(), Map.of());
    Evaluator after = evaluator(Map.of(), stands);
    OptionalLong old = before.value(was(), pair.beforePart()::key);
    OptionalLong now = after.value(is(), pair.afterPart()::key);
    boolean comparable =
        after.usedMacro()
            && pair.isSameTarget()
            && before.leaves().keySet().equals(after.leaves().keySet())
            && constants(before).equals(constants(after))
            && !before.leaves().isEmpty();
    boolean isName = was() instanceof Expr.Ident || was() instanceof Expr.Member;
    if (!comparable || isName || (old.isEmpty() && now.isEmpty() && before.leaves().isEmpty())) {
      return Optional.empty();
    }
    return differ(new ArrayList<>(before.leaves().keySet()));
  }

  private Expr was() {
    return pair.before().get(0);
  }

  private Expr is() {
    return pair.after().get(0);
  }

  private Evaluator evaluator(Map<String, Long> given, Map<String, Expr> meanings) {
    return new Evaluator(definitions, given, meanings, standsText);
  }

  /** Names that look like constants whose value nothing shows. */
  private static Set<String> constants(Evaluator evaluator) {
    Set<String> constants = new LinkedHashSet<>();
    evaluator.leaves().keySet().stream()
        .filter(leaf -> CONSTANT.matcher(leaf).matches())
        .forEach(constants::add);
    return constants;
  }

  private Optional<Difference> differ(List<String> leaves) {
    SplittableRandom random = new SplittableRandom(SEED);
    boolean isTruth = isTruth();
    Optional<Difference> overflow = Optional.empty();
    boolean truthDiffers = false;
    Optional<Difference> first = Optional.empty();
    for (int i = 0; i < RUNS; i++) {
      Map<String, Long> given = new HashMap<>();
      for (String leaf : leaves) {
        given.put(leaf, number(leaf, i, random));
      }
      Evaluator one = evaluator(given, Map.of());
      Evaluator two = evaluator(given, stands);
      OptionalLong old = one.value(was(), pair.beforePart()::key);
      OptionalLong now = two.value(is(), pair.afterPart()::key);
      if (old.isEmpty() || now.isEmpty()) {
        continue;
      }
      long a = isTruth ? truth(old.getAsLong()) : old.getAsLong() & 0xffffffffL;
      long b = isTruth ? truth(now.getAsLong()) : now.getAsLong() & 0xffffffffL;
      truthDiffers |= truth(old.getAsLong()) != truth(now.getAsLong());
      if (a != b) {
        Difference found = difference(given, a, b, two.overflowed());
        if (two.overflowed()) {
          overflow = overflow.isPresent() ? overflow : Optional.of(found);
        } else if (first.isEmpty()) {
          first = Optional.of(found);
        }
      }
    }
    boolean onlyShifted = !truthDiffers && mayBeTruth();
    return first.isPresent() && !onlyShifted
        ? first
        : first.isPresent() ? Optional.empty() : overflow;
  }

  private Difference difference(Map<String, Long> given, long a, long b, boolean overflowed) {
    List<String> inputs = new ArrayList<>();
    given.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> inputs.add(entry.getKey() + " = " + number(entry.getValue())));
    Set<String> used = new LinkedHashSet<>();
    for (Map.Entry<String, Pair> entry : observed.entrySet()) {
      if (pair.afterPart().key(is()).contains(entry.getKey())) {
        used.add("'" + entry.getKey() + "' replaces '" + entry.getValue().beforeText() + "'");
      }
    }
    return new Difference(
        String.join(", ", inputs), number(a), number(b), overflowed, String.join(", ", used));
  }

  private static String number(long value) {
    return value < 10 && value >= 0 ? Long.toString(value) : "0x" + Long.toHexString(value);
  }

  private static long truth(long value) {
    return value != 0 ? 1 : 0;
  }

  /** Small numbers first: what differs for them differs in practice. */
  private static long number(String leaf, int run, SplittableRandom random) {
    if (EIGHT_BITS.matcher(leaf).matches()) {
      return random.nextLong(run < RUNS / 4 ? 8 : 256);
    }
    if (CONSTANT.matcher(leaf).matches()) {
      return 1 + random.nextLong(12);
    }
    if (FIVE_BITS.matcher(leaf).matches()) {
      return random.nextLong(32);
    }
    return random.nextLong(run < RUNS / 4 ? 16 : run < RUNS / 2 ? 1 << 12 : 1L << 31);
  }

  /** Whether only zero or not matters where it stands. */
  private boolean isTruth() {
    Expr around = Trees.bare(pair.aroundAfter());
    if (around == is()) {
      return pair.isTest();
    }
    boolean[] truth = {false};
    around.walk(
        node -> {
          if (node instanceof Expr.Unary unary && unary.op() == Expr.UnaryOp.NOT) {
            truth[0] |= Trees.bare(unary.operand()) == is();
          } else if (node instanceof Expr.Binary binary && binary.op().matches("&&|\\|\\|")) {
            truth[0] |= Trees.bare(binary.left()) == is() || Trees.bare(binary.right()) == is();
          } else if (node instanceof Expr.Conditional choice) {
            truth[0] |= Trees.bare(choice.condition()) == is();
          }
        });
    return truth[0];
  }

  /** Whether the value may end in a variable that only knows true and false. */
  private boolean mayBeTruth() {
    return pair.beforePart().key(was()).contains("&")
        && !pair.beforePart().key(was()).contains(">>");
  }
}

package dev.galley.kernelc.internal;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.CLimits;
import dev.galley.kernelc.Reading;
import dev.galley.kernelc.lex.Branch;
import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.lex.Configurations;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Group;
import dev.galley.kernelc.lex.NameOracle;
import dev.galley.kernelc.lex.Outline;
import dev.galley.kernelc.lex.PositionPass;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Parses external declarations, macro bodies and fragments into trees.
 *
 * <p>Whatever goes wrong becomes {@link Reading.Unknown}: a defect here must not break what others
 * can read.
 */
public final class UnitParser {

  private UnitParser() {}

  /** All readings of an external declaration; see {@link dev.galley.kernelc.CFile#readings}. */
  public static List<Reading> parse(
      Outline outline, External external, CLimits limits, NameOracle oracle) {
    Span span = external.span();
    if (external.what() == External.What.INCLUDE) {
      return unknown("a preprocessor line", span);
    }
    CTokens tokens = outline.tokens();
    Optional<String> excess =
        Bounds.excess(tokens, external.firstToken(), external.endToken(), limits);
    if (excess.isPresent()) {
      return unknown(excess.get(), span);
    }
    Configurations configurations = Configurations.of(outline, external);
    List<Group> groups = outline.groupsIn(external.firstToken(), external.endToken());
    BitSet dead = dead(configurations, groups);
    List<Reading> readings = new ArrayList<>();
    Set<BitSet> seen = new HashSet<>();
    boolean all = configurations.isComplete();
    for (Configurations.Reading choice : configurations.readings()) {
      if (!seen.add(active(choice, external))) {
        continue;
      }
      all &= readings.size() < limits.readings();
      if (readings.size() < limits.readings()) {
        Range range =
            new Range(
                tokens,
                external.firstToken(),
                external.endToken(),
                choice.inactive(),
                groups,
                span,
                oracle);
        readings.add(withDead(range, dead, external, choice.conditions()));
      }
    }
    return all ? readings : remarked(readings, configurations);
  }

  private static List<Reading> remarked(List<Reading> readings, Configurations configurations) {
    String remark =
        "not every combination of branches is read: "
            + configurations.split().size()
            + " conditional groups cut through"
            + (configurations.isComplete() ? "" : ", one of them is varied at a time");
    return readings.stream().map(reading -> reading.withRemark(remark)).toList();
  }

  /** What a choice hides of a declaration. */
  private static BitSet active(Configurations.Reading choice, External external) {
    return choice.inactive().get(external.firstToken(), external.endToken());
  }

  /** Tokens of {@code #if 0} branches that may be whole statements or list elements. */
  private static BitSet dead(Configurations configurations, List<Group> groups) {
    BitSet dead = new BitSet();
    for (Group group : groups) {
      for (Branch branch : group.branches()) {
        if (group.shape().keepsAll() && configurations.dead().contains(branch)) {
          dead.set(branch.firstToken(), branch.endToken());
        }
      }
    }
    return dead;
  }

  /** Dead branches stay in the tree as far as they are C; else they are hidden. */
  private static Reading withDead(
      Range range, BitSet dead, External external, List<String> conditions) {
    if (!dead.isEmpty() && dead.intersects(range.inactive())) {
      BitSet inactive = (BitSet) range.inactive().clone();
      inactive.andNot(dead);
      Reading reading = read(range.with(inactive), external, conditions);
      if (reading instanceof Reading.Tree) {
        return reading;
      }
    }
    return read(range, external, conditions);
  }

  private static List<Reading> unknown(String reason, Span at) {
    return List.of(new Reading.Unknown(reason, at, List.of()));
  }

  private static Reading read(Range range, External external, List<String> conditions) {
    PositionPass.Unit what = unit(external.what());
    Reading reading = parse(range, what, conditions);
    if (reading instanceof Reading.Unknown && what == PositionPass.Unit.FUNCTION) {
      Reading several = parse(range, PositionPass.Unit.DECLARATION, conditions);
      return several instanceof Reading.Tree ? several : reading;
    }
    return reading;
  }

  private static PositionPass.Unit unit(External.What what) {
    return switch (what) {
      case FUNCTION -> PositionPass.Unit.FUNCTION;
      case MACRO_CALL -> PositionPass.Unit.MACRO_CALL;
      default -> PositionPass.Unit.DECLARATION;
    };
  }

  /**
   * What is parsed.
   *
   * @param first first token
   * @param end one past the last
   * @param inactive tokens that a choice of branches hides
   * @param groups the conditional groups in the range
   * @param span the octets that the tree stands for
   * @param oracle what its names are defined as
   */
  record Range(
      CTokens tokens,
      int first,
      int end,
      BitSet inactive,
      List<Group> groups,
      Span span,
      NameOracle oracle) {

    /** A part of it. */
    Range part(int from, int to) {
      return new Range(tokens, from, to, inactive, groups, tokens.span(from, to - 1), oracle);
    }

    boolean isVisible(int token) {
      return !tokens.isHidden(token) && !inactive.get(token);
    }

    Range with(BitSet hidden) {
      return new Range(tokens, first, end, hidden, groups, span, oracle);
    }

    /** All tokens of a row that no conditional cuts. */
    static Range all(CTokens tokens, Span span) {
      return new Range(tokens, 0, tokens.count(), new BitSet(), List.of(), span, NameOracle.NONE);
    }
  }

  /** One reading of a range. */
  // A defect of the parser or its builders is one unit's loss, whatever it throws.
  static Reading parse(Range range, PositionPass.Unit what, List<String> conditions) {
    try {
      ParserRun.Outcome outcome =
          ParserRun.parse(
              range.tokens(), range.first(), range.end(), range.inactive(), what, range.oracle());
      if (outcome instanceof ParserRun.Refused refused) {
        return new Reading.Unknown(refused.reason(), refused.at(), conditions);
      }
      ParserRun.Parsed parsed = (ParserRun.Parsed) outcome;
      return new Reading.Tree(LargeStack.call(() -> build(range, parsed)), conditions);
    } catch (RuntimeException e) {
      return new Reading.Unknown(
          "the reader failed: " + e.getClass().getSimpleName(), range.span(), conditions);
    } catch (StackOverflowError e) {
      return new Reading.Unknown("nested too deeply", range.span(), conditions);
    }
  }

  private static Unit build(Range range, ParserRun.Parsed parsed) {
    TreeBuilder builder = new TreeBuilder(range, parsed.roles());
    ParserRuleContext tree = parsed.tree();
    if (tree instanceof KernelC.FunctionUnitContext function) {
      return builder.function(function, range.span());
    } else if (tree instanceof KernelC.ExternalUnitContext externals) {
      return builder.externals(externals, range.span());
    } else if (tree instanceof KernelC.StatementsUnitContext statements) {
      return builder.statements(statements, range.span());
    } else if (tree instanceof KernelC.ExpressionUnitContext expression) {
      return builder.expression(expression, range.span());
    }
    if (tree instanceof KernelC.InitializersUnitContext initializers) {
      return builder.initializers(initializers, range.span());
    }
    return builder.type((KernelC.TypeUnitContext) tree, range.span());
  }
}

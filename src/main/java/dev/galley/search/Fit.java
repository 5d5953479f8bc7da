package dev.galley.search;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.types.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One attempt to lay the pattern over an expression: what its variables stand for, and what is in
 * doubt.
 */
final class Fit {

  private static final int MOST_STEPS = 20_000;

  private final Map<String, Expr> bound = new LinkedHashMap<>();
  private final List<String> evidence = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final boolean takesRefusals;
  private String otherType = "";
  private int steps;

  /** An attempt that ends at the first type that does not fit. */
  Fit() {
    this(false);
  }

  /**
   * An attempt.
   *
   * @param takesRefusals whether it goes on after a type that does not fit, to see whether all
   *     words do
   */
  Fit(boolean takesRefusals) {
    this.takesRefusals = takesRefusals;
  }

  /** What was found. */
  static Fit of(Laid laid) {
    Fit fit = new Fit();
    fit.evidence.addAll(laid.evidence());
    fit.doubts.addAll(laid.doubts());
    return fit;
  }

  /** What an attempt had come to. */
  record Mark(
      Map<String, Expr> bound, List<String> evidence, List<String> doubts, List<Refusal> refusals) {
    Mark {
      bound = new LinkedHashMap<>(bound);
      evidence = List.copyOf(evidence);
      doubts = List.copyOf(doubts);
      refusals = List.copyOf(refusals);
    }
  }

  Mark mark() {
    return new Mark(bound, evidence, doubts, refusals);
  }

  /** Goes back to a mark, to try another way; false, so that it can end a condition. */
  boolean back(Mark mark) {
    bound.clear();
    bound.putAll(mark.bound());
    evidence.clear();
    evidence.addAll(mark.evidence());
    doubts.clear();
    doubts.addAll(mark.doubts());
    refusals.clear();
    refusals.addAll(mark.refusals());
    return false;
  }

  /** Whether so many ways were tried that this attempt ends. */
  boolean isSpent() {
    return ++steps > MOST_STEPS;
  }

  /** What a variable stood for before, or nothing. */
  Expr boundOr(String variable, Expr other) {
    return bound.getOrDefault(variable, other);
  }

  boolean isBound(String variable) {
    return bound.containsKey(variable);
  }

  void bind(String variable, Expr expr) {
    bound.put(variable, expr);
  }

  Map<String, Expr> bound() {
    return bound;
  }

  void prove(String text, Typed typed) {
    String line = Evidence.line(text, typed);
    if (!evidence.contains(line)) {
      evidence.add(line);
    }
  }

  void doubt(String reason) {
    if (!doubts.contains(reason)) {
      doubts.add(reason);
    }
  }

  /** Remembers the type that stood where another one was asked for; whether to go on. */
  boolean refuse(Refusal refusal, String type) {
    otherType = type;
    refusals.add(refusal);
    return takesRefusals;
  }

  List<String> evidence() {
    return evidence;
  }

  /** Why it may be no site; empty where it is one. */
  List<String> doubts() {
    return doubts;
  }

  List<Refusal> refusals() {
    return refusals;
  }

  /** The type that did not fit although the words did; empty where no word fits either. */
  String otherType() {
    return otherType;
  }
}

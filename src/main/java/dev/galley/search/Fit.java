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

  private final Map<String, Expr> bound = new LinkedHashMap<>();
  private final List<String> evidence = new ArrayList<>();
  private final List<String> doubts = new ArrayList<>();
  private String otherType = "";

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

  void prove(String text, Typed typed) {
    evidence.add(Evidence.line(text, typed));
  }

  void doubt(String reason) {
    if (!doubts.contains(reason)) {
      doubts.add(reason);
    }
  }

  /** Remembers the type that stood where another one was asked for. */
  boolean refuse(String type) {
    otherType = type;
    return false;
  }

  List<String> evidence() {
    return evidence;
  }

  /** Why it may be no site; empty where it is one. */
  List<String> doubts() {
    return doubts;
  }

  /** The type that did not fit although the words did; empty where no word fits either. */
  String otherType() {
    return otherType;
  }
}

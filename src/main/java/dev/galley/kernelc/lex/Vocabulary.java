package dev.galley.kernelc.lex;

import dev.galley.kernelc.lex.NameMeaning.Sort;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a row are by their names alone: by their definitions where these are given,
 * else as {@link KnownNames} has it.
 */
final class Vocabulary {

  private final Row row;
  private final Map<Use, NameMeaning> meanings;

  /** A name with or without a round bracket after it. */
  record Use(String name, boolean called) {}

  Vocabulary(Row row, Map<Use, NameMeaning> meanings) {
    this.row = row;
    this.meanings = Map.copyOf(meanings);
  }

  /** The definition that was given for a word. */
  @Nullable NameMeaning given(int i) {
    return meanings.isEmpty() ? null : meanings.get(use(i));
  }

  Use use(int i) {
    return new Use(row.name(i), row.is(i + 1, Kind.LPAREN));
  }

  /** Whether the definitions say that a word is of a sort. */
  boolean isGiven(int i, Sort sort) {
    NameMeaning given = given(i);
    return given != null && given.is(sort);
  }

  /** Whether the definitions say that a word is no type. */
  boolean isNoType(int i) {
    NameMeaning given = given(i);
    return given != null && !given.is(Sort.TYPE);
  }

  boolean isType(int i) {
    NameMeaning given = given(i);
    return given != null ? given.is(Sort.TYPE) : KnownNames.isType(row.name(i));
  }

  boolean isSureType(int i) {
    NameMeaning given = given(i);
    return given != null ? given.is(Sort.TYPE) : KnownNames.isSureType(row.name(i));
  }

  boolean looksLikeType(int i) {
    NameMeaning given = given(i);
    return given != null ? given.is(Sort.TYPE) : KnownNames.looksLikeType(row.name(i));
  }

  boolean isTypeCall(int i) {
    NameMeaning given = given(i);
    return given != null ? given.is(Sort.TYPE) : KnownNames.isTypeCall(row.name(i));
  }

  boolean isAttribute(int i) {
    NameMeaning given = given(i);
    return given != null ? isAttribute(given) : KnownNames.isAttribute(row.name(i));
  }

  boolean isSureAttribute(int i) {
    NameMeaning given = given(i);
    return given != null ? isAttribute(given) : KnownNames.isSureAttribute(row.name(i));
  }

  boolean isAttributeCall(int i) {
    NameMeaning given = given(i);
    return given != null ? isAttribute(given) : KnownNames.isAttributeCall(row.name(i));
  }

  boolean isSureAttributeCall(int i) {
    NameMeaning given = given(i);
    return given != null ? isAttribute(given) : KnownNames.isSureAttributeCall(row.name(i));
  }

  private static boolean isAttribute(NameMeaning given) {
    return given.is(Sort.ATTRIBUTE) || given.is(Sort.EMPTY);
  }

  /** Whether a word guards the statement after it. */
  boolean isBlock(int i) {
    NameMeaning given = given(i);
    return given != null ? given.is(Sort.HEAD) : KnownNames.isBlock(row.name(i));
  }

  boolean isString(int i) {
    NameMeaning given = given(i);
    return given != null ? given.is(Sort.STRING) : KnownNames.isString(row.name(i));
  }
}

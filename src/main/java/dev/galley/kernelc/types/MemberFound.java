package dev.galley.kernelc.types;

import dev.galley.text.Span;

/**
 * A member of a struct or union.
 *
 * @param type as declared; a {@link CType.BitField} where it has a width
 * @param record the struct or union that was asked; the member may stand in an unnamed one within
 * @param path the file that declares it
 * @param at its name there
 * @param condition the conditional around it, as written; empty where there is none
 */
public record MemberFound(CType type, CType.Record record, String path, Span at, String condition) {

  Typed.Step step(String name) {
    String where = condition.isEmpty() ? "" : ", " + condition;
    return new Typed.Step(name + ": " + type + " (" + record + where + ")", path, at);
  }
}

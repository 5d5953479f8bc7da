package dev.galley.kernelc.types;

import java.util.ArrayList;
import java.util.List;

/** Types of what the names of a function or macro mean. */
final class Locals {

  private final Types types;
  private final MacroParameters macroParameters;

  Locals(Types types) {
    this.types = types;
    this.macroParameters = new MacroParameters(types);
  }

  Typed typeOf(Binding binding, Effort effort) {
    if (binding instanceof Binding.Declared declared) {
      return declared(declared, effort);
    }
    if (binding instanceof Binding.Given given) {
      return Typed.of(given.type())
          .and(
              new Typed.Step(
                  given.role() + " " + given.name() + ": " + given.type(),
                  given.where().file().path(),
                  given.place().span()));
    }
    if (binding instanceof Binding.Implicit implicit) {
      return Typed.of(IntegerTypes.INT)
          .and(
              new Typed.Step(
                  "parameter " + implicit.name() + ": int, nothing declares it",
                  implicit.where().file().path(),
                  implicit.place().span()));
    }
    if (binding instanceof Binding.EnumConstant constant) {
      CType type =
          types
              .enums()
              .enumerator(constant.enumeration(), constant.name(), constant.where().with(effort));
      return Typed.of(type)
          .and(
              new Typed.Step(
                  "enumerator " + constant.name() + ": " + type,
                  constant.where().file().path(),
                  constant.place().span()));
    }
    if (binding instanceof Binding.Argument argument) {
      return argument(argument, effort);
    }
    if (binding instanceof Binding.MacroParameter parameter) {
      return macroParameters.typeOf(parameter, effort);
    }
    if (binding instanceof Binding.Several several) {
      return several(several, effort);
    }
    return binding instanceof Binding.Numbered
        ? Typed.of(IntegerTypes.INT)
        : Typed.unknown(binding.name() + " is no value");
  }

  private Typed argument(Binding.Argument argument, Effort effort) {
    if (argument.passed().size() != 1) {
      return Typed.unknown(
          argument.passed().isEmpty()
              ? "no argument is passed for " + argument.name()
              : "several arguments are passed for " + argument.name());
    }
    return argument
        .passed()
        .get(0)
        .type((expr, where) -> types.typer().typeOf(expr, where.with(effort)));
  }

  private Typed several(Binding.Several several, Effort effort) {
    List<CType.OneOf.Choice> choices = new ArrayList<>();
    List<Typed.Step> steps = new ArrayList<>();
    for (Binding.Conditioned each : several.choices()) {
      Typed typed = typeOf(each.binding(), effort);
      choices.add(new CType.OneOf.Choice(typed.type(), each.condition()));
      steps.addAll(typed.steps());
    }
    return Typed.of(Merge.of(choices)).and(steps);
  }

  private Typed declared(Binding.Declared declared, Effort effort) {
    if (declared.memo().get().isPresent()) {
      return declared.memo().get().get();
    }
    Typed typed =
        effort
            .once(declared.memo(), () -> read(declared, effort))
            .orElseGet(() -> Typed.unknown(declared.name() + " is declared by itself"));
    if (effort.isFresh()) {
      declared.memo().set(typed);
    }
    return typed;
  }

  private Typed read(Binding.Declared declared, Effort effort) {
    Context where = declared.where().with(effort);
    CType type =
        types
            .reader()
            .variable(declared.specifiers(), declared.declarator(), declared.initializer(), where);
    if (declared.role().equals("parameter")) {
      type = TypeReader.adjusted(type);
    }
    return Typed.of(type)
        .and(
            new Typed.Step(
                declared.role() + " " + declared.name() + ": " + type,
                where.file().path(),
                declared.place().span()));
  }
}

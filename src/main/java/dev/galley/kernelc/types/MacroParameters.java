package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Types of a macro's parameters, where its own body tells them: a parameter that initialises a
 * typed pointer or is passed on for one has its type. Member accesses alone tell nothing: other
 * structs may have members of these names.
 */
final class MacroParameters {

  private final Types types;

  MacroParameters(Types types) {
    this.types = types;
  }

  Typed typeOf(Binding.MacroParameter parameter, Effort effort) {
    return effort
        .once(
            List.of("macro parameter", parameter.name(), parameter.define().nameSpan()),
            () -> infer(parameter, effort))
        .orElseGet(() -> unknown(parameter));
  }

  private Typed infer(Binding.MacroParameter parameter, Effort effort) {
    List<Typed> told = new ArrayList<>();
    Context context = parameter.where().with(effort);
    parameter.body().walk(node -> use(node, parameter, context, told));
    List<Typed> pointers =
        told.stream()
            .filter(typed -> typed.type().target().map(CType::resolved).isPresent())
            .filter(typed -> typed.type().target().orElseThrow().resolved() instanceof CType.Record)
            .toList();
    boolean agree =
        pointers.stream()
            .allMatch(
                typed ->
                    Compat.same(
                        typed.type().target().orElseThrow(),
                        pointers.get(0).type().target().orElseThrow()));
    return pointers.isEmpty() || !agree ? unknown(parameter) : pointers.get(0);
  }

  private void use(
      CNode node, Binding.MacroParameter parameter, Context context, List<Typed> told) {
    if (node instanceof Decl.Declaration declaration) {
      for (Decl.Declared each : declaration.declared()) {
        if (each.initializer().filter(value -> isIt(value, parameter)).isPresent()
            && declaration.specifiers().types().stream()
                .noneMatch(type -> type instanceof TypeSyntax.TypeOf)) {
          told.add(
              step(
                  types.reader().declared(declaration.specifiers(), each.declarator(), context),
                  parameter,
                  each.span(),
                  "initialises a variable",
                  context));
        }
      }
    } else if (node instanceof Expr.Call call && call.callee() instanceof Expr.Ident) {
      for (int i = 0; i < call.arguments().size(); i++) {
        if (isIt(call.arguments().get(i), parameter)) {
          passed(call, i, parameter, context).ifPresent(told::add);
        }
      }
    }
  }

  private static boolean isIt(Expr expression, Binding.MacroParameter parameter) {
    return Exprs.bare(expression) instanceof Expr.Ident ident
        && ident.name().equals(parameter.name());
  }

  private Optional<Typed> passed(
      Expr.Call call, int at, Binding.MacroParameter parameter, Context context) {
    CType callee = types.typer().functionType(call.callee(), context).resolved();
    return callee instanceof CType.Function function && at < function.parameters().size()
        ? Optional.of(
            step(
                function.parameters().get(at),
                parameter,
                call.span(),
                "is passed to " + call.name().orElse(""),
                context))
        : Optional.empty();
  }

  private static Typed step(
      CType type, Binding.MacroParameter parameter, Span at, String how, Context context) {
    return Typed.of(type)
        .and(
            new Typed.Step(
                "macro parameter " + parameter.name() + " " + how + ": " + type,
                context.file().path(),
                at));
  }

  private static Typed unknown(Binding.MacroParameter parameter) {
    List<String> uses = new ArrayList<>();
    parameter
        .body()
        .walk(
            node -> {
              if (node instanceof Expr.Member member && isIt(member.base(), parameter)) {
                String use =
                    parameter.name() + (member.arrow() ? "->" : ".") + member.name().text();
                if (uses.size() < 3 && !uses.contains(use)) {
                  uses.add(use);
                }
              }
            });
    return Typed.unknown(
        "macro parameter "
            + parameter.name()
            + (uses.isEmpty() ? "" : "; used as " + String.join(", ", uses)));
  }
}

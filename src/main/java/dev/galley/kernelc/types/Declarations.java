package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.HeaderMacro;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that declarations of a function add to a scope. */
final class Declarations {

  private final Types types;

  Declarations(Types types) {
    this.types = types;
  }

  /** What holds after a statement. */
  Context after(Stmt statement, Context context) {
    if (statement instanceof Stmt.Declare declare) {
      return after(declare.declaration(), context);
    }
    if (statement instanceof Stmt.Evaluate evaluate
        && evaluate.expression() instanceof Expr.Call call
        && call.callee() instanceof Expr.Ident callee) {
      return maybe(new Name(callee.name(), callee.span()), call.arguments(), context);
    }
    if (statement instanceof Stmt.MacroStatement macro) {
      return maybe(macro.macro(), macro.arguments(), context);
    }
    if (statement instanceof Stmt.Alternatives alternatives) {
      List<Branch> branches = new ArrayList<>();
      List<String> before = new ArrayList<>();
      for (Stmt.Alternatives.Branch branch : alternatives.branches()) {
        Context at = context;
        for (Stmt item : branch.items()) {
          at = after(item, at);
        }
        add(branches, branch.condition(), before, at);
      }
      return join(branches, context);
    }
    return context;
  }

  Context after(Decl decl, Context context) {
    if (decl instanceof Decl.Declaration declaration) {
      return declaration(declaration, declaration.declared().size(), context);
    }
    if (decl instanceof Decl.MacroDeclaration macro) {
      return macro.macro().text().equals("CLASS") && macro.arguments().size() == 2
          ? ofClass(macro, context)
          : maybe(macro.macro(), macro.arguments(), context);
    }
    if (decl instanceof Decl.Alternatives alternatives) {
      List<Branch> branches = new ArrayList<>();
      List<String> before = new ArrayList<>();
      for (Decl.Alternatives.Branch branch : alternatives.branches()) {
        Context at = context;
        for (Decl item : branch.items()) {
          at = after(item, at);
        }
        add(branches, branch.condition(), before, at);
      }
      return join(branches, context);
    }
    return context;
  }

  private Context ofClass(Decl.MacroDeclaration macro, Context context) {
    Optional<Name> name = Exprs.word(macro.arguments().get(1));
    if (name.isEmpty()) {
      return context;
    }
    CType type = types.known().ofClass(macro.arguments().get(0), context);
    return context.with(
        new Binding.Given(name.get().text(), "variable", name.get(), type, context));
  }

  /** What holds in a branch of a conditional. */
  private record Branch(String condition, Scope scope) {}

  private static void add(
      List<Branch> branches, String line, List<String> before, Context context) {
    if (Lp64.of(line, before) != Lp64.Truth.NO) {
      branches.add(new Branch(Flat.text(line, before), context.scope()));
    }
    before.add(line);
  }

  /** Names of all branches, after the conditional. */
  private static Context join(List<Branch> branches, Context context) {
    Map<String, List<Binding.Conditioned>> names = new LinkedHashMap<>();
    Context at = context;
    for (Branch branch : branches) {
      for (Binding binding : added(branch.scope(), context.scope())) {
        if (binding instanceof Binding.Tag || binding instanceof Binding.Maybe) {
          at = at.with(binding);
        } else {
          names
              .computeIfAbsent(binding.name(), key -> new ArrayList<>())
              .add(new Binding.Conditioned(binding, branch.condition()));
        }
      }
    }
    for (Map.Entry<String, List<Binding.Conditioned>> each : names.entrySet()) {
      List<Binding.Conditioned> choices = each.getValue();
      at =
          at.with(
              choices.size() == 1
                  ? choices.get(0).binding()
                  : new Binding.Several(each.getKey(), choices));
    }
    return at;
  }

  private static List<Binding> added(Scope inner, Scope outer) {
    List<Binding> added = new ArrayList<>();
    Scope at = inner;
    while (at != outer && at.innermost().isPresent()) {
      added.add(0, at.innermost().get());
      at = at.outer().orElse(outer);
    }
    return added;
  }

  /** What holds inside a declaration at a node: its declarators up to that one. */
  Context within(Decl.Declaration declaration, CNode target, Context context) {
    int count = 0;
    for (Decl.Declared each : declaration.declared()) {
      if (each.span().start() <= target.span().start()) {
        count++;
      }
    }
    return count == 0 ? context : declaration(declaration, count, context);
  }

  private Context declaration(Decl.Declaration declaration, int count, Context context) {
    Context at = tags(declaration.specifiers(), context);
    String role = declaration.specifiers().isTypedef() ? "typedef" : "variable";
    for (Decl.Declared each : declaration.declared().subList(0, count)) {
      TypeSyntax.Declarator declarator = each.declarator();
      if (declarator.name().isPresent()) {
        Name name = declarator.name().get();
        at =
            at.with(
                new Binding.Declared(
                    name.text(),
                    role,
                    name,
                    declaration.specifiers(),
                    declarator,
                    each.initializer(),
                    at,
                    new Memo()));
      } else if (declarator.macro().isPresent()
          && declarator.macro().get().callee() instanceof Expr.Ident callee) {
        Name macro = new Name(callee.name(), callee.span());
        at = maybe(macro, declarator.macro().get().arguments(), at);
      }
    }
    return at;
  }

  private static Context tags(TypeSyntax.Specifiers specifiers, Context context) {
    List<CNode> bodies = new ArrayList<>();
    for (TypeSyntax type : specifiers.types()) {
      if ((type instanceof TypeSyntax.Aggregate aggregate && aggregate.members().isPresent())
          || type instanceof TypeSyntax.Enumeration) {
        type.walk(bodies::add);
      }
    }
    Context at = context;
    for (CNode node : bodies) {
      if (node instanceof TypeSyntax.Aggregate aggregate
          && aggregate.members().isPresent()
          && aggregate.tag().isPresent()) {
        at = at.with(new Binding.Tag(aggregate.tag().get().text(), aggregate, at));
      } else if (node instanceof TypeSyntax.Enumeration enumeration
          && enumeration.enumerators().isPresent()) {
        at = enumerators(enumeration, at);
      }
    }
    return at;
  }

  private static Context enumerators(TypeSyntax.Enumeration enumeration, Context context) {
    Context at = context;
    if (enumeration.tag().isPresent()) {
      at = at.with(new Binding.Tag(enumeration.tag().get().text(), enumeration, at));
    }
    for (Flat.Item item : Flat.of(enumeration.enumerators().orElse(List.of()))) {
      if (item.decl() instanceof Decl.Enumerator each) {
        at =
            at.with(
                new Binding.EnumConstant(each.name().text(), each.name(), enumeration, context));
      }
    }
    return at;
  }

  /** A macro call may declare each of the words among its arguments. */
  private static Context maybe(Name macro, List<Expr> arguments, Context context) {
    Context at = context;
    for (Expr argument : arguments) {
      Optional<Name> word = Exprs.word(argument);
      if (word.isPresent()) {
        at = at.with(new Binding.Maybe(word.get().text(), macro, arguments, context));
      } else if (argument instanceof Expr.TypeOperand operand && operand.declared().isPresent()) {
        at = operand(operand, "variable", at);
      }
    }
    return at;
  }

  private static Context operand(Expr.TypeOperand operand, String role, Context context) {
    Name name = operand.declared().orElseThrow();
    return context.with(
        new Binding.Declared(
            name.text(),
            role,
            name,
            operand.type().specifiers(),
            operand.type().declarator(),
            operand.value(),
            context,
            new Memo()));
  }

  /** What holds in the statement that a macro guards. */
  Context block(Stmt.MacroBlock block, Context context) {
    return maybe(block.macro(), block.arguments(), context);
  }

  /** What holds in a function's body. */
  Context parameters(Decl.FunctionDefinition function, Context context) {
    Context at = function.specifiers().map(each -> tags(each, context)).orElse(context);
    List<TypeSyntax.Derivation> derivations = function.declarator().derivations();
    if (!derivations.isEmpty() && derivations.get(0) instanceof TypeSyntax.Function header) {
      for (Flat.Item item : Flat.of(header.parameters())) {
        if (item.decl() instanceof Decl.Parameter parameter) {
          at = parameter(parameter, at);
        }
      }
    }
    for (HeaderMacro.Pair pair : function.macroParameters()) {
      CType type = TypeReader.adjusted(types.reader().operandType(pair.type(), at));
      at = at.with(new Binding.Given(pair.name().text(), "parameter", pair.name(), type, at));
    }
    if (function.declarator().macro().isPresent() && function.macroParameters().isEmpty()) {
      for (Expr argument : function.declarator().macro().get().arguments()) {
        if (argument instanceof Expr.TypeOperand operand && operand.declared().isPresent()) {
          at = operand(operand, "parameter", at);
        }
      }
    }
    for (Decl old : function.oldStyle()) {
      at = after(old, at);
    }
    return at;
  }

  private static Context parameter(Decl.Parameter parameter, Context context) {
    Optional<Name> name = parameter.declarator().name();
    if (name.isEmpty()) {
      return context;
    }
    String text = name.get().text();
    return parameter.specifiers().isEmpty()
        ? context.with(new Binding.Implicit(text, name.get(), context))
        : context.with(
            new Binding.Declared(
                text,
                "parameter",
                name.get(),
                parameter.specifiers().get(),
                parameter.declarator(),
                Optional.empty(),
                context,
                new Memo()));
  }
}

package dev.galley.kernelc;

import dev.galley.kernelc.lex.Directives;
import dev.galley.kernelc.lex.External;
import dev.galley.kernelc.lex.Kind;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.LineIndex;
import dev.galley.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The facts of one function's trees, as the readers of fixtures/kernelc/golden write them. */
final class FunctionFacts {

  private static final Set<String> GUARDS =
      Set.of("guard", "CLASS", "CLASS_INIT", "ACQUIRE", "cond_guard");
  private static final Set<String> MEMBER_MACROS =
      Set.of("container_of", "container_of_const", "list_entry", "offsetof", "rb_entry");
  private static final Set<String> GROUP_WORDS =
      Set.of("if", "ifdef", "ifndef", "elif", "elifdef", "elifndef", "else", "endif");

  private final CFile file;
  private final LineIndex lines;
  private final Map<String, Integer> facts = new TreeMap<>();

  private FunctionFacts(CFile file) {
    this.file = file;
    this.lines = LineIndex.of(file.bytes());
  }

  /**
   * How often each fact holds: of several readings the greatest number.
   *
   * @throws AssertionError if a reading is unknown
   */
  static Map<String, Integer> of(CFile file, External external) {
    Map<String, Integer> all = new TreeMap<>();
    for (Reading reading : file.readings(external)) {
      FunctionFacts one = new FunctionFacts(file);
      if (reading instanceof Reading.Tree tree) {
        one.visit(tree.unit());
      } else {
        Reading.Unknown unknown = (Reading.Unknown) reading;
        all.put("unknown " + one.line(unknown.at().start()) + " " + unknown.reason(), 1);
      }
      one.facts.forEach((fact, count) -> all.merge(fact, count, Math::max));
    }
    FunctionFacts conditionals = new FunctionFacts(file);
    conditionals.conditionals(external);
    all.putAll(conditionals.facts);
    return all;
  }

  private void conditionals(External external) {
    for (int i = external.firstToken(); i < external.endToken(); i++) {
      if (file.outline().tokens().is(i, Kind.DIRECTIVE)) {
        String word = Directives.word(file.outline().tokens(), i);
        if (GROUP_WORDS.contains(word)) {
          add("cond", file.outline().tokens().start(i), word);
        }
      }
    }
  }

  private int line(int offset) {
    return lines.lineAt(offset);
  }

  private void add(String kind, int offset, String rest) {
    facts.merge((kind + " " + line(offset) + " " + rest).trim(), 1, Integer::sum);
  }

  private String range(CNode node) {
    Span span = node.span();
    return line(span.start()) + "-" + line(span.end() - 1);
  }

  private void visit(CNode node) {
    if (node instanceof Expr expression) {
      expression(expression);
    } else if (node instanceof Stmt statement) {
      statement(statement);
    } else if (node instanceof Decl declaration) {
      declaration(declaration);
    } else if (node instanceof TypeSyntax type) {
      type(type);
    }
    if (node instanceof Stmt.Asm asm) {
      asm.operands().stream()
          .filter(operand -> operand.constraint().startsWith("\""))
          .flatMap(operand -> operand.value().stream())
          .forEach(this::visit);
    } else if (node instanceof Expr.Call call
        && call.name().filter(MEMBER_MACROS::contains).isPresent()) {
      // The last argument names a member, maybe one of a member: no access.
      call.arguments().subList(0, call.arguments().size() - 1).forEach(this::visit);
    } else if (!(node instanceof TypeSyntax.Attribute)) {
      node.children(this::visit);
    }
  }

  private void expression(Expr node) {
    if (node instanceof Expr.Call call) {
      call(call);
    } else if (node instanceof Expr.Member member) {
      add("field", member.name().span().start(), (member.arrow() ? "->" : ".") + member.name());
    } else if (node instanceof Expr.Cast cast) {
      add("cast", cast.span().start(), "(" + spelling(cast.type()) + ")");
    } else if (node instanceof Expr.CompoundLiteral literal) {
      add("literal", literal.span().start(), "(" + spelling(literal.type()) + ")");
    } else if (node instanceof Expr.StatementExpr block) {
      add("stmtexpr", block.span().start(), "");
    } else if (node instanceof Expr.Designated designated) {
      for (Expr.Designator designator : designated.designators()) {
        designator.member().ifPresent(name -> add("designator", name.span().start(), "." + name));
      }
    } else if (node instanceof Expr.LabelAddress) {
      return;
    }
  }

  private void call(Expr.Call call) {
    if (call.callee() instanceof Expr.Ident ident) {
      add("call", ident.span().start(), ident.name());
    } else if (call.callee() instanceof Expr.Member member) {
      add("call", member.name().span().start(), (member.arrow() ? "->" : ".") + member.name());
    } else {
      add("call", call.span().start(), "(*)");
    }
  }

  private void statement(Stmt node) {
    int start = node.span().start();
    if (node instanceof Stmt.Declare declare
        && declare.declaration() instanceof Decl.Declaration declaration) {
      for (Decl.Declared declared : declaration.declared()) {
        declared.declarator().name().ifPresent(this::declare);
      }
    } else if (node instanceof Stmt.MacroBlock block) {
      add("block", start, block.macro() + " " + range(block.body()));
    } else if (node instanceof Stmt.MacroStatement macro) {
      add("macro", start, macro.macro().text());
    } else if (node instanceof Stmt.If branch) {
      add(
          "if",
          start,
          range(branch.then()) + " " + branch.otherwise().map(this::range).orElse("-"));
    } else if (node instanceof Stmt.For loop) {
      add("for", start, range(loop.body()));
    } else if (node instanceof Stmt.While loop) {
      add("while", start, range(loop.body()));
    } else if (node instanceof Stmt.DoWhile loop) {
      add("do", start, range(loop.body()));
    } else if (node instanceof Stmt.Switch choice) {
      add("switch", start, range(choice.body()));
    } else {
      simple(node, start);
    }
  }

  private void simple(Stmt node, int start) {
    if (node instanceof Stmt.Return) {
      add("return", start, "");
    } else if (node instanceof Stmt.Goto jump) {
      add("goto", start, jump.label().text());
    } else if (node instanceof Stmt.ComputedGoto) {
      add("goto", start, "*");
    } else if (node instanceof Stmt.Label label) {
      add("label", start, label.name().text());
    } else if (node instanceof Stmt.Case) {
      add("case", start, "");
    } else if (node instanceof Stmt.Default) {
      add("default", start, "");
    } else if (node instanceof Stmt.Asm) {
      add("asm", start, "");
    }
  }

  private void declare(Name name) {
    add("declare", name.span().start(), name.text());
  }

  private void declaration(Decl node) {
    if (node instanceof Decl.FunctionDefinition function) {
      parameters(function);
    } else if (node instanceof Decl.MacroDeclaration macro) {
      boolean isGuard = macro.second().isPresent() || GUARDS.contains(macro.macro().text());
      add(isGuard ? "guard" : "call", macro.macro().span().start(), macro.macro().text());
    } else if (node instanceof Decl.StaticAssert) {
      add("call", node.span().start(), "static_assert");
    }
  }

  private void parameters(Decl.FunctionDefinition function) {
    function.macroParameters().forEach(pair -> declare(pair.name()));
    function.declarator().derivations().stream()
        .findFirst()
        .filter(TypeSyntax.Function.class::isInstance)
        .map(TypeSyntax.Function.class::cast)
        .map(TypeSyntax.Function::parameters)
        .orElse(List.of())
        .forEach(this::parameter);
    // Whatever the macro of a header is, the header itself is no call.
    function.declarator().macro().map(Expr.Call::callee).ifPresent(this::uncall);
  }

  private void parameter(Decl node) {
    if (node instanceof Decl.Parameter parameter) {
      parameter.declarator().name().ifPresent(this::declare);
    } else if (node instanceof Decl.Alternatives alternatives) {
      alternatives.branches().forEach(branch -> branch.items().forEach(this::parameter));
    }
  }

  /** Takes a call back before it is counted. */
  private void uncall(Expr callee) {
    if (callee instanceof Expr.Ident ident) {
      facts.merge("call " + line(ident.span().start()) + " " + ident.name(), -1, Integer::sum);
    }
  }

  private void type(TypeSyntax node) {
    if (node instanceof TypeSyntax.TypeOf || node instanceof TypeSyntax.Auto) {
      add("typeof", node.span().start(), "");
    } else if (node instanceof TypeSyntax.Macro macro) {
      add("call", macro.name().span().start(), macro.name().text());
    } else if (node instanceof TypeSyntax.Attribute attribute) {
      if (attribute.name().equals("__free") || attribute.name().equals("__cleanup")) {
        add("free", attribute.span().start(), attribute.name());
      }
    }
  }

  /** {@code struct x *}, {@code void **}, {@code int (*)(const void *, int)}. */
  private String spelling(TypeSyntax.TypeName type) {
    StringBuilder text = new StringBuilder();
    Optional<String> before = Optional.empty();
    for (String token : Printer.tokens(type, file)) {
      if (before.isPresent() && needsSpace(before.get(), token)) {
        text.append(' ');
      }
      text.append(token);
      before = Optional.of(token);
    }
    return text.toString();
  }

  private static boolean needsSpace(String before, String token) {
    boolean afterWord = Character.isJavaIdentifierPart(before.charAt(0));
    char first = token.charAt(0);
    return before.equals(",")
        || (afterWord
            && !before.equals("typeof")
            && (first == '*' || first == '(' || Character.isJavaIdentifierPart(first)));
  }
}

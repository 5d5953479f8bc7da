package dev.galley.kernelc.sitter;

import dev.galley.kernelc.lex.CTokens;
import dev.galley.kernelc.sitter.Fact.Kind;
import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Bytes;
import dev.galley.text.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The facts in a tree of ours. */
final class TreeFacts {

  /** Records whose span is the fact, with nothing to add. */
  private static final Map<Class<? extends CNode>, Kind> WHOLE =
      Map.ofEntries(
          Map.entry(Expr.Cast.class, Kind.CAST),
          Map.entry(Expr.CompoundLiteral.class, Kind.COMPOUND_LITERAL),
          Map.entry(Expr.Conditional.class, Kind.CONDITIONAL),
          Map.entry(Expr.Index.class, Kind.INDEX),
          Map.entry(Expr.SizeOf.class, Kind.SIZEOF),
          Map.entry(Stmt.If.class, Kind.IF),
          Map.entry(Stmt.For.class, Kind.FOR),
          Map.entry(Stmt.While.class, Kind.WHILE),
          Map.entry(Stmt.DoWhile.class, Kind.DO),
          Map.entry(Stmt.Switch.class, Kind.SWITCH),
          Map.entry(Stmt.Return.class, Kind.RETURN),
          Map.entry(Stmt.Break.class, Kind.BREAK),
          Map.entry(Stmt.Continue.class, Kind.CONTINUE));

  private final CTokens tokens;
  private final Bytes source;
  private final Set<CNode> headers = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<CNode> members = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Fact> facts = new TreeSet<>();

  private TreeFacts(CTokens tokens) {
    this.tokens = tokens;
    this.source = tokens.source();
  }

  /** The facts below a node of a file. */
  static Set<Fact> of(CNode root, CTokens tokens) {
    TreeFacts found = new TreeFacts(tokens);
    root.walk(found::take);
    return found.facts;
  }

  /** Text without white space, so that a line break is no difference. */
  static String squeeze(String text) {
    return text.replaceAll("\\s+", "");
  }

  private void take(CNode node) {
    Kind whole = WHOLE.get(node.getClass());
    if (whole != null) {
      add(whole, node.span(), "");
    } else if (node instanceof Expr expression) {
      take(expression);
    } else if (node instanceof Stmt statement) {
      take(statement);
    } else if (node instanceof Decl declaration) {
      take(declaration);
    } else if (node instanceof TypeSyntax.Aggregate aggregate) {
      aggregate.members().ifPresent(this::members);
    }
  }

  private void take(Expr node) {
    if (node instanceof Expr.Call call && !headers.contains(call)) {
      add(Kind.CALL, call.span(), squeeze(source.slice(call.callee().span()).latin1()));
    } else if (node instanceof Expr.Member member) {
      add(Kind.FIELD, member.name(), (member.arrow() ? "->" : ".") + member.name().text());
    } else if (node instanceof Expr.Binary binary) {
      add(Kind.BINARY, binary.span(), binary.op());
    } else if (node instanceof Expr.Assign assign) {
      add(Kind.ASSIGNMENT, assign.span(), assign.op());
    } else if (node instanceof Expr.Unary unary) {
      add(Kind.UNARY, unary.span(), unary.op().text());
    } else if (node instanceof Expr.Designated designated) {
      for (Expr.Designator designator : designated.designators()) {
        designator.member().ifPresent(name -> add(Kind.DESIGNATOR, name, name.text()));
      }
    }
  }

  private void take(Stmt node) {
    if (node instanceof Stmt.Case || node instanceof Stmt.Default) {
      first(Kind.CASE, node.span());
    } else if (node instanceof Stmt.Asm) {
      first(Kind.ASM, node.span());
    } else if (node instanceof Stmt.Label label) {
      add(Kind.LABEL, label.name(), label.name().text());
    } else if (node instanceof Stmt.Goto go) {
      add(Kind.GOTO, go.span(), go.label().text());
    } else if (node instanceof Stmt.ComputedGoto go) {
      add(Kind.GOTO, go.span(), "computed");
    }
  }

  private void take(Decl node) {
    if (node instanceof Decl.Declaration declaration) {
      Kind kind = members.contains(node) ? Kind.MEMBER : Kind.DECLARATOR;
      for (Decl.Declared declared : declaration.declared()) {
        declared.declarator().name().ifPresent(name -> add(kind, name, name.text()));
      }
    } else if (node instanceof Decl.Parameter parameter) {
      parameter.declarator().name().ifPresent(name -> add(Kind.PARAMETER, name, name.text()));
    } else if (node instanceof Decl.FunctionDefinition function) {
      // A macro that makes the header: a declarator for both, whatever it looks like.
      function.declarator().macro().ifPresent(headers::add);
    } else if (node instanceof Decl.StaticAssert) {
      calls(node.span().start(), 1);
    } else if (node instanceof Decl.Enumerator enumerator) {
      add(Kind.ENUMERATOR, enumerator.name(), enumerator.name().text());
    } else if (node instanceof Decl.Alternatives alternatives && members.contains(node)) {
      alternatives.branches().forEach(branch -> members(branch.items()));
    } else if (node instanceof Decl.MacroDeclaration macro && members.contains(node)) {
      members(macro.members());
    } else if (node instanceof Decl.MacroDeclaration macro) {
      calls(macro.macro().span().start(), macro.second().isPresent() ? 2 : 1);
    }
  }

  /** {@code guard(x)(y)} is two calls, the result of the first is called. */
  private void calls(int start, int count) {
    int at = tokens.at(start);
    int end = tokens.end(at);
    for (int i = 0; i < count; i++) {
      String callee = squeeze(source.slice(start, end).latin1());
      at = closing(tokens.visibleFrom(at + 1));
      end = tokens.end(at);
      facts.add(new Fact(Kind.CALL, start, end, callee));
    }
  }

  /** The bracket that closes another. */
  private int closing(int open) {
    int depth = 0;
    int at = open;
    while (true) {
      if (tokens.is(at, dev.galley.kernelc.lex.Kind.LPAREN)) {
        depth++;
      } else if (tokens.is(at, dev.galley.kernelc.lex.Kind.RPAREN)) {
        depth--;
      }
      if (depth <= 0) {
        return at;
      }
      at++;
    }
  }

  private void members(List<Decl> items) {
    members.addAll(items);
  }

  private void first(Kind kind, Span span) {
    facts.add(new Fact(kind, span.start(), span.start() + 1, ""));
  }

  private void add(Kind kind, Name name, String text) {
    add(kind, name.span(), text);
  }

  private void add(Kind kind, Span span, String text) {
    facts.add(new Fact(kind, span.start(), span.end(), text));
  }
}

package dev.galley.kernelc.internal;

import dev.galley.grammar.KernelC;
import dev.galley.kernelc.lex.Roles;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.syntax.Unit;
import dev.galley.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;

/** Makes trees from what ANTLR parsed; one for each unit. */
final class TreeBuilder {

  final TreeSource source;
  final Nesting nesting;
  final ExpressionBuilder expressions;
  final ListBuilder lists;
  final SoupBuilder soup;
  final StatementBuilder statements;
  final AsmBuilder asm;
  final DeclarationBuilder declarations;
  final MemberBuilder members;
  final TypeBuilder types;
  final DeclaratorBuilder declarators;

  /** For one unit, its tokens read in given roles. */
  TreeBuilder(UnitParser.Range range, Roles roles) {
    source = new TreeSource(range.tokens(), roles);
    nesting = new Nesting(range.tokens(), range.groups());
    soup = new SoupBuilder(this, range);
    expressions = new ExpressionBuilder(this);
    lists = new ListBuilder(this);
    statements = new StatementBuilder(this);
    asm = new AsmBuilder(this);
    declarations = new DeclarationBuilder(this);
    members = new MemberBuilder(this);
    types = new TypeBuilder(this);
    declarators = new DeclaratorBuilder(this);
  }

  Unit function(KernelC.FunctionUnitContext context, Span span) {
    return new Unit.Declarations(
        span, List.of(declarations.function(context.functionDefinition())));
  }

  Unit externals(KernelC.ExternalUnitContext context, Span span) {
    List<Decl> items = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.ExternalContext external) {
        items.add(declarations.external(external));
      }
    }
    return new Unit.Declarations(span, nesting.declarations(items, span));
  }

  Unit statements(KernelC.StatementsUnitContext context, Span span) {
    List<Stmt> items = new ArrayList<>();
    for (ParseTree child : context.children) {
      if (child instanceof KernelC.BlockItemContext item) {
        items.add(statements.item(item));
      }
    }
    int last = items.size() - 1;
    if (last >= 0 && items.get(last) instanceof Stmt.Empty empty && empty.span().isEmpty()) {
      // The semicolon that was only added to end the row.
      items.remove(last);
    }
    return new Unit.Statements(span, nesting.statements(items, span));
  }

  Unit expression(KernelC.ExpressionUnitContext context, Span span) {
    return new Unit.Expression(span, expressions.of(context.expression()));
  }

  /** A list, whose braces may be missing. */
  Unit initializers(KernelC.InitializersUnitContext context, Span span) {
    List<Expr> items = lists.items(context, span);
    boolean isList = items.size() == 1 && items.get(0) instanceof Expr.InitList;
    return new Unit.Expression(span, isList ? items.get(0) : new Expr.InitList(span, items));
  }

  Unit type(KernelC.TypeUnitContext context, Span span) {
    TypeSyntax.TypeName type = types.typeName(context.typeName());
    return new Unit.Expression(
        span, new Expr.TypeOperand(type.span(), type, Optional.empty(), Optional.empty()));
  }
}

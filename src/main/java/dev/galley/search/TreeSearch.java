package dev.galley.search;

import dev.galley.kernelc.syntax.CNode;
import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.Stmt;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.types.CType;
import dev.galley.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Looks through one tree of syntax for sites, declarations, initialisers, and for what only shares
 * their words.
 */
final class TreeSearch {

  private final Pattern pattern;
  private final Fitter fitter;
  private final TypeSource types;
  private final Usage usage;
  private final Sink sink;
  private final String anchor;
  private final boolean isMember;
  private final boolean isName;

  /** Takes what is found in one tree. */
  interface Sink {

    /** A site, or a place that may be one; {@code wordAt} is where its main word begins. */
    void site(Span span, int wordAt, SiteKind kind, Fit fit);

    /** A place with the pattern's word that is certainly something else. */
    void other(Span word, String what);

    /** A name that the tree accounts for. */
    void seen(Span word);
  }

  /** Says whether the pattern fits an expression. */
  interface Fitter {
    boolean fits(Expr expr, Fit fit);
  }

  TreeSearch(
      Pattern pattern, String anchor, Fitter fitter, TypeSource types, CNode root, Sink sink) {
    this.pattern = pattern;
    this.fitter = fitter;
    this.types = types;
    this.usage = new Usage(root);
    this.sink = sink;
    this.anchor = anchor;
    this.isMember = pattern.namesMember();
    this.isName = pattern.expression() instanceof Expr.Ident;
    root.walk(this::node);
  }

  private void node(CNode node) {
    for (Name name : Shapes.namesOf(node)) {
      if (name.text().equals(anchor)) {
        sink.seen(name.span());
      }
    }
    if (node instanceof Expr expr) {
      expression(expr);
    } else if (node instanceof Stmt.MacroBlock block) {
      macro(block.macro(), block.arguments(), block.span());
    } else if (node instanceof Stmt.MacroStatement statement) {
      macro(statement.macro(), statement.arguments(), statement.span());
    } else if (node instanceof Decl declaration) {
      declaration(declaration);
    }
  }

  private void expression(Expr expr) {
    if (expr instanceof Expr.Paren) {
      return;
    }
    Fit fit = new Fit();
    if (fitter.fits(expr, fit)) {
      if (isName && expr instanceof Expr.Ident ident && types.isLocal(ident)) {
        sink.other(expr.span(), "local variables");
      } else {
        sink.site(expr.span(), wordAt(expr), usage.kind(expr), fit);
      }
      return;
    }
    if (!fit.otherType().isEmpty() && !(expr instanceof Expr.Cast)) {
      sink.other(expr.span(), fit.otherType());
    }
    if (isMember && expr instanceof Expr.Designated designated) {
      designators(designated);
    } else if (isMember && expr instanceof Expr.Call call) {
      memberArguments(call);
    } else if (isMember
        && expr instanceof Expr.Ident ident
        && ident.name().equals(anchor)
        && !isMemberArgument(ident)) {
      sink.other(ident.span(), types.isLocal(ident) ? "local variables" : "other names");
    }
  }

  /** Where the word begins that people look for: the member, the function called. */
  static int wordAt(Expr expr) {
    Expr at = expr;
    while (true) {
      if (at instanceof Expr.Member member) {
        return member.name().span().start();
      }
      if (at instanceof Expr.Unary unary) {
        at = unary.operand();
      } else if (at instanceof Expr.Call call) {
        at = call.callee();
      } else if (at instanceof Expr.Assign assign) {
        at = assign.target();
      } else if (at instanceof Expr.Index index) {
        at = index.base();
      } else if (at instanceof Expr.Paren paren) {
        at = paren.inner();
      } else {
        return at.span().start();
      }
    }
  }

  /** A macro that guards a statement, or is one without semicolon, is a call all the same. */
  private void macro(Name name, List<Expr> arguments, Span span) {
    Expr.Ident callee = new Expr.Ident(name.span(), name.text());
    Fit fit = new Fit();
    if (fitter.fits(new Expr.Call(span, callee, arguments), fit)) {
      sink.site(
          new Span(span.start(), endOf(name, arguments)), name.span().start(), SiteKind.CALL, fit);
    } else if (isName && name.text().equals(anchor)) {
      sink.site(name.span(), name.span().start(), SiteKind.CALL, new Fit());
    }
  }

  private static int endOf(Name name, List<Expr> arguments) {
    return arguments.isEmpty()
        ? name.span().end()
        : arguments.get(arguments.size() - 1).span().end();
  }

  private void declaration(Decl declaration) {
    if (declaration instanceof Decl.MacroDeclaration macro) {
      macro(macro.macro(), macro.arguments(), macro.span());
    } else if (declaration instanceof Decl.Declared declared) {
      declared
          .declarator()
          .name()
          .filter(name -> name.text().equals(anchor))
          .ifPresent(name -> declared(name, declared));
    } else if (declaration instanceof Decl.Parameter parameter) {
      parameter
          .declarator()
          .name()
          .filter(name -> name.text().equals(anchor))
          .ifPresent(name -> sink.other(name.span(), "parameters"));
    } else if (declaration instanceof Decl.FunctionDefinition function) {
      function
          .declarator()
          .name()
          .filter(name -> name.text().equals(anchor))
          .ifPresent(name -> named(name, "functions"));
    } else if (declaration instanceof Decl.Enumerator enumerator
        && enumerator.name().text().equals(anchor)) {
      named(enumerator.name(), "enumerators");
    }
  }

  private void named(Name name, String what) {
    if (isName) {
      sink.site(name.span(), name.span().start(), SiteKind.DECLARATION, new Fit());
    } else {
      sink.other(name.span(), what);
    }
  }

  private void declared(Name name, Decl.Declared declared) {
    Optional<TypeSyntax.Aggregate> record = aggregateAround(declared);
    if (record.isPresent()) {
      member(name, record.get());
    } else if (insideFunction(declared)) {
      sink.other(name.span(), "local variables");
    } else {
      named(name, "variables and functions");
    }
  }

  private void member(Name name, TypeSyntax.Aggregate record) {
    String type =
        new CType.Record(record.union(), record.tag().map(Name::text).orElse(""), "").toString();
    if (isMember && type.equals(pattern.owner())) {
      sink.site(name.span(), name.span().start(), SiteKind.DECLARATION, new Fit());
    } else {
      sink.other(name.span(), isMember ? type : "members");
    }
  }

  /**
   * The struct or union with a name that a member belongs to: unnamed ones without declarator are
   * looked through.
   */
  private Optional<TypeSyntax.Aggregate> aggregateAround(CNode node) {
    Optional<TypeSyntax.Aggregate> found = Optional.empty();
    for (Optional<CNode> at = usage.parent(node); at.isPresent(); at = usage.parent(at.get())) {
      if (at.get() instanceof TypeSyntax.Aggregate aggregate) {
        found = Optional.of(aggregate);
        if (aggregate.tag().isPresent() || hasDeclarator(aggregate)) {
          return found;
        }
      } else if (at.get() instanceof Stmt || at.get() instanceof TypeSyntax.Declarator) {
        return found;
      }
    }
    return found;
  }

  private boolean hasDeclarator(TypeSyntax.Aggregate aggregate) {
    return usage
        .parent(aggregate)
        .flatMap(usage::parent)
        .map(node -> node instanceof Decl.Declaration owner && !owner.declared().isEmpty())
        .orElse(false);
  }

  private boolean insideFunction(CNode node) {
    for (Optional<CNode> at = usage.parent(node); at.isPresent(); at = usage.parent(at.get())) {
      if (at.get() instanceof Stmt) {
        return true;
      }
    }
    return false;
  }

  private void designators(Expr.Designated designated) {
    for (Expr.Designator designator : designated.designators()) {
      if (designator.member().map(name -> name.text().equals(anchor)).orElse(false)) {
        Span span = designator.member().map(Name::span).orElse(designator.span());
        CType type = types.initialised(designated, usage);
        place(span, SiteKind.INITIALISER, type);
      }
    }
  }

  /** Whether a name stands in a call after a type, as a member's name does. */
  private boolean isMemberArgument(Expr.Ident ident) {
    return usage
        .parent(ident)
        .filter(Expr.Call.class::isInstance)
        .map(call -> ((Expr.Call) call).arguments())
        .filter(arguments -> arguments.stream().anyMatch(Expr.TypeOperand.class::isInstance))
        .isPresent();
  }

  /** {@code offsetof(struct pci_dev, is_physfn)}, {@code container_of(p, struct x, member)}. */
  private void memberArguments(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    for (int i = 1; i < arguments.size(); i++) {
      if (arguments.get(i) instanceof Expr.Ident ident
          && ident.name().equals(anchor)
          && arguments.get(i - 1) instanceof Expr.TypeOperand operand) {
        place(ident.span(), SiteKind.UNEVALUATED, types.typeOf(operand).type());
      }
    }
  }

  private void place(Span span, SiteKind kind, CType type) {
    String owner = Structure.owner(type);
    if (owner.equals(pattern.owner())) {
      sink.site(span, span.start(), kind, new Fit());
    } else if (type.isUnknown()) {
      Fit fit = new Fit();
      fit.doubt("the type of the initialised object is " + type);
      sink.site(span, span.start(), kind, fit);
    } else {
      sink.other(span, owner);
    }
  }
}

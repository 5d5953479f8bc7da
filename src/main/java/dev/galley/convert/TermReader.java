package dev.galley.convert;

import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.kernelc.types.CType;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes terms of expressions; calls of helpers that rules know are replaced by what the rules say
 * they stand for, with conversions to parameters and result.
 */
final class TermReader {

  private static final int DEEPEST = 120;
  private static final int MOST_HELPERS = 4;

  private final Optional<CodeSide> side;
  private final Optional<Aliases> aliases;
  private final Map<String, Rule> helpers;
  private final Map<String, Term> bound;
  private final Map<String, Width> widths;
  private final int inside;

  /**
   * @param aliases what the variables of the side's function stand for
   * @param widths of what the bodies of helpers read, as far as the other side tells
   */
  TermReader(CodeSide side, Aliases aliases, Map<String, Rule> helpers, Map<String, Width> widths) {
    this(Optional.of(side), Optional.of(aliases), helpers, Map.of(), widths, 0);
  }

  private TermReader(
      Optional<CodeSide> side,
      Optional<Aliases> aliases,
      Map<String, Rule> helpers,
      Map<String, Term> bound,
      Map<String, Width> widths,
      int inside) {
    this.side = side;
    this.aliases = aliases;
    this.helpers = helpers;
    this.bound = bound;
    this.widths = widths;
    this.inside = inside;
  }

  /**
   * Rules whose right side is a call of a helper with its variables, by the helper's name; none for
   * a helper that stands for several things.
   */
  static Map<String, Rule> helpers(List<Rule> rules) {
    Map<String, Rule> helpers = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (Rule rule : rules) {
      Optional<String> name = helperOf(rule);
      if (name.isPresent()
          && helpers.containsKey(name.get())
          && !helpers.get(name.get()).left().text().equals(rule.left().text())) {
        several.add(name.get());
      }
      name.ifPresent(each -> helpers.putIfAbsent(each, rule));
    }
    several.forEach(helpers::remove);
    return helpers;
  }

  /** The helper that a rule puts in: one call whose arguments are the rule's variables. */
  static Optional<String> helperOf(Rule rule) {
    if (!(rule.left() instanceof Template.Expression)
        || !(rule.right() instanceof Template.Expression right)
        || !(Nodes.bare(right.shape()) instanceof Expr.Call call)) {
      return Optional.empty();
    }
    boolean plain =
        call.arguments().stream().allMatch(each -> Nodes.bare(each) instanceof Expr.Ident);
    return plain ? call.name() : Optional.empty();
  }

  /** The term; empty where something in it is not understood. */
  Optional<Term> read(Expr expr) {
    return read(expr, 0);
  }

  private Optional<Term> read(Expr written, int depth) {
    Expr expr = Nodes.bare(written);
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    if (expr instanceof Expr.Constant constant) {
      return constant(constant);
    }
    if (expr instanceof Expr.Ident ident) {
      Optional<Expr> meaning = aliases.flatMap(known -> known.meaning(ident));
      return meaning.isPresent() ? read(meaning.get(), depth + 1) : Optional.of(ident(ident));
    }
    if (expr instanceof Expr.Member member) {
      return member(member, depth);
    }
    if (expr instanceof Expr.Call call) {
      return call(call, depth);
    }
    if (expr instanceof Expr.Unary unary) {
      return unary(unary, depth);
    }
    if (expr instanceof Expr.Binary binary) {
      return read(binary.left(), depth + 1)
          .flatMap(
              left -> read(binary.right(), depth + 1).map(right -> binary(binary, left, right)));
    }
    if (expr instanceof Expr.Index index) {
      return read(index.base(), depth + 1)
          .flatMap(
              base ->
                  read(index.index(), depth + 1)
                      .map(
                          at ->
                              atom(
                                  NormalForm.value(base) + "[" + NormalForm.value(at) + "]",
                                  expr,
                                  false,
                                  Optional.of(base))));
    }
    if (expr instanceof Expr.Conditional choice && choice.yes().isPresent()) {
      return read(choice.condition(), depth + 1)
          .flatMap(
              condition ->
                  read(choice.yes().get(), depth + 1)
                      .flatMap(
                          yes ->
                              read(choice.no(), depth + 1)
                                  .map(
                                      no ->
                                          new Term.Choice(
                                              condition, yes, no, yes.width().with(no.width())))));
    }
    if (expr instanceof Expr.Cast cast) {
      return read(cast.operand(), depth + 1).map(operand -> cast(cast, operand));
    }
    return Optional.empty();
  }

  private static Optional<Term> constant(Expr.Constant constant) {
    String text = constant.text().toLowerCase(java.util.Locale.ROOT);
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == 'u' || text.charAt(end - 1) == 'l')) {
      end--;
    }
    String suffix = text.substring(end);
    String digits = text.substring(0, end);
    int base =
        digits.startsWith("0x") ? 16 : digits.startsWith("0") && digits.length() > 1 ? 8 : 10;
    String number = base == 16 ? digits.substring(2) : digits;
    boolean isNumber =
        !number.isEmpty()
            && number.length() < 40
            && number.chars().allMatch(c -> Character.digit(c, base) >= 0);
    if (!isNumber) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(number, base);
    boolean unsigned = suffix.contains("u") || (base != 10 && value.bitLength() == 32);
    int bits = suffix.contains("l") || value.bitLength() > 32 ? 64 : 32;
    if (bits == 32 && !unsigned && value.bitLength() > 31) {
      bits = 64;
    }
    return Optional.of(new Term.Literal(value, new Width(bits, !unsigned)));
  }

  private Term ident(Expr.Ident ident) {
    Term known = bound.get(ident.name());
    if (known != null) {
      return known;
    }
    return switch (ident.name()) {
      case "true" -> new Term.Literal(BigInteger.ONE, Width.INT);
      case "false", "NULL" -> new Term.Literal(BigInteger.ZERO, Width.INT);
      default ->
          new Term.Atom(ident.name(), width(ident), false, isConstant(ident), Optional.empty());
    };
  }

  private static boolean isConstant(Expr.Ident ident) {
    String name = ident.name();
    return name.chars().anyMatch(Character::isUpperCase)
        && name.chars().noneMatch(Character::isLowerCase);
  }

  private Optional<Term> member(Expr.Member member, int depth) {
    Optional<Expr> pointer =
        member.arrow() ? Optional.of(member.base()) : NodeLabels.dereferenced(member);
    if (pointer.isPresent()) {
      return read(pointer.get(), depth + 1)
          .map(
              base ->
                  addressed(base)
                      .map(
                          object ->
                              atom(object + "." + member.name(), member, false, Optional.empty()))
                      .orElseGet(
                          () ->
                              atom(
                                  NormalForm.value(base) + "->" + member.name(),
                                  member,
                                  false,
                                  Optional.of(base))));
    }
    return read(member.base(), depth + 1)
        .map(
            base ->
                atom(
                    NormalForm.value(base) + "." + member.name(),
                    member,
                    false,
                    base instanceof Term.Atom atom ? atom.through() : Optional.empty()));
  }

  /** What an address is of: {@code x} of {@code &x}. */
  private static Optional<String> addressed(Term term) {
    return term instanceof Term.Atom atom && atom.key().startsWith("&")
        ? Optional.of(atom.key().substring(1))
        : Optional.empty();
  }

  private Optional<Term> unary(Expr.Unary unary, int depth) {
    Optional<Term> operand = read(unary.operand(), depth + 1);
    return switch (unary.op()) {
      case NOT -> operand.map(term -> new Term.Unary("!", term, Width.INT));
      case COMPLEMENT -> operand.map(term -> new Term.Unary("~", term, term.width().promoted()));
      case MINUS -> operand.map(term -> new Term.Unary("-", term, term.width().promoted()));
      case PLUS, EXTENSION -> operand;
      case ADDRESS ->
          operand
              .filter(Term.Atom.class::isInstance)
              .map(
                  term ->
                      new Term.Atom(
                          "&" + ((Term.Atom) term).key(),
                          Width.POINTER,
                          false,
                          false,
                          Optional.empty()));
      case DEREFERENCE ->
          operand.map(
              term ->
                  atom(
                      addressed(term).orElse("*" + NormalForm.value(term)),
                      unary,
                      false,
                      Optional.of(term)));
      default -> Optional.empty();
    };
  }

  private static Term binary(Expr.Binary binary, Term left, Term right) {
    Width width =
        switch (binary.op()) {
          case "==", "!=", "<", ">", "<=", ">=", "&&", "||" -> Width.INT;
          case "<<", ">>" -> left.width().promoted();
          default -> left.width().with(right.width());
        };
    return new Term.Binary(binary.op(), left, right, width);
  }

  private Term cast(Expr.Cast cast, Term operand) {
    TypeSyntax.TypeName type = cast.type();
    if (!type.declarator().derivations().isEmpty()) {
      return Term.converted(operand, Width.POINTER);
    }
    String words =
        type.specifiers().types().stream()
            .map(
                each ->
                    each instanceof TypeSyntax.Basic basic
                        ? basic.word()
                        : each instanceof TypeSyntax.Named named ? named.name() : "?")
            .collect(Collectors.joining(" "));
    return Width.named(words)
        .map(width -> Term.converted(operand, width))
        .orElseGet(
            () ->
                atom("(" + words + ")" + NormalForm.value(operand), cast, true, Optional.empty()));
  }

  private Optional<Term> call(Expr.Call call, int depth) {
    if (call.name().isEmpty()) {
      return Optional.empty();
    }
    String name = call.name().get();
    Term[] arguments = new Term[call.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      Optional<Term> argument = read(call.arguments().get(i), depth + 1);
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      arguments[i] = argument.get();
    }
    Optional<Term> known = KnownCalls.term(name, List.of(arguments));
    if (known.isPresent()) {
      return known;
    }
    Rule rule = helpers.get(name);
    if (rule != null && inside < MOST_HELPERS) {
      Optional<Term> body = body(rule, call, arguments);
      if (body.isPresent()) {
        return body;
      }
    }
    String key =
        name
            + "("
            + List.of(arguments).stream().map(NormalForm::value).collect(Collectors.joining(", "))
            + ")";
    return Optional.of(
        new Term.Atom(
            key, width(call), true, isConstant((Expr.Ident) call.callee()), Optional.empty()));
  }

  /** What a helper stands for, with its arguments and result converted as its declaration says. */
  private Optional<Term> body(Rule rule, Expr.Call call, Term[] arguments) {
    Expr.Call right = (Expr.Call) Nodes.bare(((Template.Expression) rule.right()).shape());
    if (right.arguments().size() != arguments.length) {
      return Optional.empty();
    }
    Optional<CType.Function> declared =
        side.map(known -> known.typeOf(call.callee()).type().resolved())
            .filter(CType.Function.class::isInstance)
            .map(CType.Function.class::cast);
    Map<String, Term> bindings = new HashMap<>();
    for (int i = 0; i < arguments.length; i++) {
      Width width = Width.UNKNOWN;
      if (declared.isPresent() && i < declared.get().parameters().size()) {
        width = Width.of(declared.get().parameters().get(i));
      }
      String variable = ((Expr.Ident) Nodes.bare(right.arguments().get(i))).name();
      bindings.put(
          variable,
          width.equals(Width.POINTER) ? arguments[i] : Term.converted(arguments[i], width));
    }
    Width result = declared.map(type -> Width.of(type.result())).orElse(Width.UNKNOWN);
    return new TermReader(Optional.empty(), Optional.empty(), helpers, bindings, widths, inside + 1)
        .read(((Template.Expression) rule.left()).shape())
        .map(term -> result.equals(Width.POINTER) ? term : Term.converted(term, result));
  }

  private Term atom(String key, Expr expr, boolean isCall, Optional<Term> through) {
    Width width = width(expr);
    return new Term.Atom(
        key, width.isKnown() ? width : widths.getOrDefault(key, width), isCall, false, through);
  }

  private Width width(Expr expr) {
    return side.map(known -> Width.of(known.typeOf(expr).type())).orElse(Width.UNKNOWN);
  }
}

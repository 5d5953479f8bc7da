package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Types as written, read as types. */
final class TypeReader {

  private static final int MOST_DERIVATIONS = 64;

  private final Types types;
  private final TypeNames names;

  TypeReader(Types types) {
    this.types = types;
    this.names = new TypeNames(types);
  }

  TypeNames names() {
    return names;
  }

  /** The type that a declaration gives to one of its declarators. */
  CType declared(
      TypeSyntax.Specifiers specifiers, TypeSyntax.Declarator declarator, Context context) {
    return derive(base(specifiers, context), declarator, context);
  }

  /** The type of a variable: that of its initialiser for {@code auto}, its length for an array. */
  CType variable(
      TypeSyntax.Specifiers specifiers,
      TypeSyntax.Declarator declarator,
      Optional<Expr> initializer,
      Context context) {
    if (specifiers.types().stream().anyMatch(each -> each instanceof TypeSyntax.Auto)) {
      return initializer
          .map(value -> Conversions.value(types.typer().typeOf(value, context).type()))
          .orElseGet(() -> new CType.Unknown("auto without an initialiser"));
    }
    CType type = declared(specifiers, declarator, context);
    if (initializer.isPresent() && type instanceof CType.Array array && array.length().isEmpty()) {
      return new CType.Array(array.of(), types.initializers().length(initializer.get(), context));
    }
    return type;
  }

  CType typeName(TypeSyntax.TypeName name, Context context) {
    return declared(name.specifiers(), name.declarator(), context);
  }

  /** The type before any declarator. */
  CType base(TypeSyntax.Specifiers specifiers, Context context) {
    return context
        .effort()
        .deeper(() -> qualifiedBase(specifiers, context), reason -> new CType.Unknown(reason));
  }

  private CType qualifiedBase(TypeSyntax.Specifiers specifiers, Context context) {
    CType type = unqualifiedBase(specifiers, context);
    Optional<String> odd = Attributes.unusual(specifiers.attributes());
    if (odd.isPresent()) {
      type =
          Attributes.mode(specifiers.attributes())
              .flatMap(mode -> IntegerTypes.mode(mode, isSigned(specifiers)))
              .orElseGet(() -> new CType.Unknown("the attribute " + odd.get() + " changes it"));
    }
    List<String> words = specifiers.qualifiers();
    return Compat.qualified(type, words.contains("const"), words.contains("volatile"));
  }

  private static boolean isSigned(TypeSyntax.Specifiers specifiers) {
    return words(specifiers).stream().noneMatch(word -> word.equals("unsigned"));
  }

  private static List<String> words(TypeSyntax.Specifiers specifiers) {
    List<String> words = new ArrayList<>();
    for (TypeSyntax type : specifiers.types()) {
      if (type instanceof TypeSyntax.Basic basic) {
        words.add(basic.word());
      }
    }
    return words;
  }

  private CType unqualifiedBase(TypeSyntax.Specifiers specifiers, Context context) {
    List<String> words = words(specifiers);
    if (!words.isEmpty()) {
      return IntegerTypes.fromWords(words)
          .orElseGet(() -> new CType.Unknown("no type: " + String.join(" ", words)));
    }
    List<TypeSyntax> candidates =
        specifiers.types().stream().filter(each -> !(each instanceof TypeSyntax.Basic)).toList();
    if (candidates.isEmpty()) {
      return new CType.Unknown("no type is written");
    }
    if (candidates.size() == 1) {
      return one(candidates.get(0), context);
    }
    List<CType> known =
        candidates.stream()
            .map(each -> one(each, context))
            .filter(each -> !each.isUnknown())
            .toList();
    return known.size() == 1
        ? known.get(0)
        : new CType.Unknown(candidates.size() + " names where one type is expected");
  }

  private CType one(TypeSyntax type, Context context) {
    if (type instanceof TypeSyntax.Named named) {
      return names.named(named.name(), context);
    }
    if (type instanceof TypeSyntax.Aggregate aggregate) {
      return names.record(aggregate, context);
    }
    if (type instanceof TypeSyntax.Enumeration enumeration) {
      return names.enumeration(enumeration, context);
    }
    if (type instanceof TypeSyntax.TypeOf typeOf) {
      return typeOf(typeOf, context);
    }
    if (type instanceof TypeSyntax.Macro macro) {
      return types.typeMacros().type(macro, context);
    }
    if (type instanceof TypeSyntax.Atomic atomic) {
      return typeName(atomic.type(), context);
    }
    return new CType.Unknown("auto, and nothing it is taken from");
  }

  private CType typeOf(TypeSyntax.TypeOf typeOf, Context context) {
    CType type = operandType(typeOf.operand(), context);
    String word =
        context
            .file()
            .bytes()
            .slice(typeOf.span().start(), Math.min(typeOf.span().end(), typeOf.span().start() + 16))
            .latin1();
    return word.startsWith("typeof_unqual") ? Compat.unqualified(type) : type;
  }

  /** The type that an operand of typeof is or has: nothing decays. */
  CType operandType(Expr operand, Context context) {
    Expr inner = Exprs.bare(operand);
    if (inner instanceof Expr.TypeOperand type) {
      Optional<Name> word = Exprs.word(inner).filter(name -> isValue(name.text(), context));
      if (word.isPresent()) {
        Expr ident = new Expr.Ident(word.get().span(), word.get().text());
        return types.typer().typeOf(ident, context).type();
      }
      return typeName(type.type(), context);
    }
    return names
        .asType(inner, context)
        .orElseGet(() -> types.typer().typeOf(inner, context).type());
  }

  /** Whether a word is a variable of the function, though its place looks like a type's. */
  private static boolean isValue(String word, Context context) {
    return context
        .scope()
        .ordinary(word)
        .filter(
            binding ->
                binding instanceof Binding.Declared declared && !declared.role().equals("typedef"))
        .isPresent();
  }

  /** What a declarator makes of the type before it. */
  CType derive(CType base, TypeSyntax.Declarator declarator, Context context) {
    CType type = base;
    List<TypeSyntax.Derivation> steps = declarator.derivations();
    if (steps.size() > MOST_DERIVATIONS) {
      return new CType.Unknown("a declarator of " + steps.size() + " parts");
    }
    if (Attributes.unusual(declarator.attributes()).isPresent()) {
      CType plain = type;
      type =
          Attributes.mode(declarator.attributes())
              .flatMap(mode -> IntegerTypes.mode(mode, isSigned(plain)))
              .orElseGet(() -> new CType.Unknown("an attribute changes it"));
    }
    for (int i = steps.size() - 1; i >= 0; i--) {
      type = derive(type, steps.get(i), context);
    }
    return type;
  }

  private static boolean isSigned(CType type) {
    return !(type.resolved() instanceof CType.Int integer) || integer.signed();
  }

  private CType derive(CType type, TypeSyntax.Derivation step, Context context) {
    if (step instanceof TypeSyntax.Pointer pointer) {
      List<String> words = pointer.qualifiers();
      return Compat.qualified(
          new CType.Pointer(type), words.contains("const"), words.contains("volatile"));
    }
    if (step instanceof TypeSyntax.Array array) {
      return new CType.Array(type, length(array, context));
    }
    TypeSyntax.Function function = (TypeSyntax.Function) step;
    List<CType> parameters = new ArrayList<>();
    for (Decl each : function.parameters()) {
      parameters.addAll(parameter(each, context));
    }
    return new CType.Function(type, parameters, function.variadic());
  }

  private OptionalLong length(TypeSyntax.Array array, Context context) {
    Optional<BigInteger> value =
        array.length().flatMap(length -> types.values().of(length, context));
    return value.isPresent() && value.get().bitLength() < 63 && value.get().signum() >= 0
        ? OptionalLong.of(value.get().longValue())
        : OptionalLong.empty();
  }

  private List<CType> parameter(Decl decl, Context context) {
    if (!(decl instanceof Decl.Parameter parameter)) {
      return List.of(new CType.Unknown("a parameter that a macro or a conditional makes"));
    }
    if (parameter.specifiers().isEmpty()) {
      return List.of(IntegerTypes.INT);
    }
    CType type = declared(parameter.specifiers().get(), parameter.declarator(), context);
    boolean none =
        type instanceof CType.Void
            && parameter.declarator().name().isEmpty()
            && parameter.declarator().derivations().isEmpty();
    return none ? List.of() : List.of(adjusted(type));
  }

  /** A parameter's type: arrays and functions are pointers there (C17 6.7.6.3). */
  static CType adjusted(CType type) {
    CType resolved = type.resolved();
    return resolved instanceof CType.Array || resolved instanceof CType.Function
        ? Conversions.value(type)
        : type;
  }
}

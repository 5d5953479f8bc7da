package dev.galley.kernelc.types;

import dev.galley.kernelc.syntax.Decl;
import dev.galley.kernelc.syntax.Expr;
import dev.galley.kernelc.syntax.Name;
import dev.galley.kernelc.syntax.TypeSyntax;
import dev.galley.text.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Searches one struct's members: its own, those of unnamed structs and unions within, those in
 * {@code struct_group()}, those that macros declare.
 */
final class MemberSearch {

  private static final int DEEPEST = 32;

  private final Types types;

  MemberSearch(Types types) {
    this.types = types;
  }

  /** All members of a name: more than one only under different conditions. */
  List<MemberFound> in(
      TypeSyntax.Aggregate aggregate, CType.Record record, String name, Context context) {
    Search run = new Search(record, name);
    run.members(aggregate.members().orElse(List.of()), context, "", 0);
    return run.found;
  }

  private final class Search {
    private final CType.Record record;
    private final String name;
    private final List<MemberFound> found = new ArrayList<>();

    Search(CType.Record record, String name) {
      this.record = record;
      this.name = name;
    }

    void members(List<Decl> members, Context context, String condition, int depth) {
      if (depth > DEEPEST) {
        return;
      }
      for (Flat.Item item : Flat.of(members)) {
        String when = item.condition().isEmpty() ? condition : item.condition();
        if (item.decl() instanceof Decl.Declaration declaration) {
          declaration(declaration, context, when, depth);
        } else if (item.decl() instanceof Decl.MacroDeclaration macro) {
          macro(macro, context, when, depth);
        }
      }
    }

    private void declaration(
        Decl.Declaration declaration, Context context, String condition, int depth) {
      for (Decl.Declared each : declaration.declared()) {
        Optional<Name> place =
            each.declarator()
                .name()
                .filter(word -> TypeNames.word(word.text(), context).equals(name));
        if (place.isPresent()) {
          CType type =
              types.reader().declared(declaration.specifiers(), each.declarator(), context);
          add(width(type, each, context), place.get().span(), context, condition);
        }
      }
      if (declaration.declared().isEmpty()) {
        unnamed(declaration.specifiers(), context, condition, depth);
      } else {
        types
            .declaring()
            .declared(declaration, name, context)
            .ifPresent(by -> add(by.type(), by.place().span(), context, condition));
      }
    }

    private CType width(CType type, Decl.Declared declared, Context context) {
      if (declared.width().isEmpty()) {
        return type;
      }
      Optional<BigInteger> bits = types.values().of(declared.width().get(), context);
      return bits.isPresent() && bits.get().bitLength() < 16
          ? new CType.BitField(type, bits.get().intValue())
          : new CType.Unknown("the width of the bit-field " + name + " is not known");
    }

    /** C11 and -fms-extensions: the members of an unnamed struct are the outer one's. */
    private void unnamed(
        TypeSyntax.Specifiers specifiers, Context context, String condition, int depth) {
      for (TypeSyntax type : specifiers.types()) {
        if (type instanceof TypeSyntax.Aggregate aggregate && aggregate.members().isPresent()) {
          members(aggregate.members().get(), context, condition, depth + 1);
        } else if (type instanceof TypeSyntax.Aggregate || type instanceof TypeSyntax.Named) {
          CType inner = types.reader().base(specifiers, context).resolved();
          if (inner instanceof CType.Record other && !other.equals(record)) {
            for (Members.Body body : types.members().bodies(other, context)) {
              members(
                  body.syntax().members().orElse(List.of()), body.where(), condition, depth + 1);
            }
          }
        }
      }
    }

    private void macro(Decl.MacroDeclaration macro, Context context, String condition, int depth) {
      String called = macro.macro().text();
      if (!macro.members().isEmpty()) {
        members(macro.members(), context, condition, depth + 1);
        group(macro, context, condition);
        return;
      }
      List<Expr> arguments = macro.arguments();
      if (called.endsWith("DECLARE_FLEX_ARRAY") && arguments.size() == 2) {
        Exprs.word(arguments.get(1))
            .filter(word -> word.text().equals(name))
            .ifPresent(
                word ->
                    add(
                        new CType.Array(
                            types.reader().operandType(arguments.get(0), context),
                            OptionalLong.empty()),
                        word.span(),
                        context,
                        condition));
        return;
      }
      types
          .declaring()
          .declared(macro, name, context)
          .ifPresent(by -> add(by.type(), by.place().span(), context, condition));
      if (arguments.isEmpty() || arguments.stream().noneMatch(this::isWord)) {
        body(macro, context, condition, depth);
      }
    }

    private boolean isWord(Expr argument) {
      return Exprs.word(argument).filter(word -> word.text().equals(name)).isPresent();
    }

    /** A macro whose body is members: {@code #define COMMON_FIELDS int a; int b;}. */
    private void body(Decl.MacroDeclaration macro, Context context, String condition, int depth) {
      String called = macro.macro().text();
      if (!Macros.mayEnter(called, context)) {
        return;
      }
      for (Macro each : types.macros().seen(called, context)) {
        Context inside =
            types
                .macros()
                .inside(
                    each,
                    types.macros().passed(macro.arguments(), context),
                    context.file().path() + ":" + macro.span().start(),
                    context);
        types
            .macros()
            .body(each)
            .ifPresent(unit -> members(BodyDecls.of(unit), inside, condition, depth + 1));
      }
    }

    /** {@code struct_group(NAME, …)} and its kind: the group itself is a member too. */
    private void group(Decl.MacroDeclaration macro, Context context, String condition) {
      int at =
          switch (macro.macro().text()) {
            case "struct_group", "struct_group_attr" -> 0;
            case "struct_group_tagged", "__struct_group" -> 1;
            default -> -1;
          };
      if (at < 0 || at >= macro.arguments().size() || !isWord(macro.arguments().get(at))) {
        return;
      }
      Span place = macro.arguments().get(at).span();
      Optional<Name> tag = at == 0 ? Optional.empty() : Exprs.word(macro.arguments().get(0));
      TypeSyntax.Aggregate syntax =
          new TypeSyntax.Aggregate(
              macro.span(), false, tag, Optional.of(macro.members()), List.of());
      CType type = types.reader().names().unnamed(syntax, context);
      add(type, place, context, condition);
    }

    private void add(CType type, Span at, Context context, String condition) {
      found.add(new MemberFound(type, record, context.file().path(), at, condition));
    }
  }
}
